/** Starts an application in the way that the page asks for, and lets the test turn its pages. */
import { type State, steps } from "./story.ts";

export interface App {
  set(state: State): void;
  stop(): void;
}

/** Draws into `root`, or takes over what the server has written there. */
export type Start = (root: HTMLElement, state: State, hydrate: boolean) => App | Promise<App>;

interface Story {
  app?: App;
  /** Names the last step that was asked for and has been handed to the application. */
  at?: string;
}

/** `?after=800`: so many milliseconds after the page's load; `?hydrate`: the server has written the first step. */
export function drive(start: Start): void {
  const story: Story = {};
  const wanted = new URLSearchParams(location.search);
  const root = document.getElementById("root") as HTMLElement;
  const run = async () => {
    story.app = await start(root, steps[0]?.state as State, wanted.has("hydrate"));
    story.at = steps[0]?.name ?? "";
  };
  const turn = (name: string) => {
    const step = steps.find((other) => other.name === name);
    if (step?.state) story.app?.set(step.state);
    else story.app?.stop();
    story.at = name;
  };
  Object.assign(window, { story, turn });
  const wait = wanted.get("after");
  if (wait === null) void run();
  else addEventListener("load", () => setTimeout(run, Number(wait)));
}
