import { flushSync, mount, hydrate as takeOver, unmount } from "svelte";
import { drive } from "../drive.ts";
import App from "./app.svelte";

drive((root, first, hydrate) => {
  let set;
  const props = { first, connect: (f) => (set = f) };
  const app = (hydrate ? takeOver : mount)(App, { target: root, props });
  return { set: (state) => flushSync(() => set(state)), stop: () => unmount(app) };
});
