import { createApp, createSSRApp } from "vue";
import { drive } from "../drive.ts";
import App from "./app.vue";

drive((root, first, hydrate) => {
  let set;
  const props = { first, connect: (f) => (set = f) };
  const app = hydrate ? createSSRApp(App, props) : createApp(App, props);
  app.mount(root);
  return { set: (state) => set(state), stop: () => app.unmount() };
});
