import { render, hydrate as takeOver } from "preact";
import { drive } from "../drive.ts";
import { App } from "./app.jsx";

drive((root, first, hydrate) => {
  let set;
  const app = (
    <App
      first={first}
      connect={(f) => {
        set = f;
      }}
    />
  );
  (hydrate ? takeOver : render)(app, root);
  return { set: (state) => set(state), stop: () => render(null, root) };
});
