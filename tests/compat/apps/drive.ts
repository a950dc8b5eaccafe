/** Starts an application in the way that the page asks for, and lets the test turn its pages. */
import { type State, steps } from "./story.ts";

export interface App {
  set(state: State): void;
  stop(): void;
}

/** Draws into `root`, or takes over what the server has written there; done when the application can be turned. */
export type Start = (root: HTMLElement, state: State, hydrate: boolean) => App | Promise<App>;

interface Story {
  app?: App;
  /** The last step that was handed to the application; the first when it can be turned. */
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
