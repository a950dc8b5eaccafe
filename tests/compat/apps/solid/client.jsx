import { render, hydrate as takeOver } from "solid-js/web";
import { drive } from "../drive.ts";
import { App } from "./app.jsx";

drive((root, first, hydrate) => {
  let set;
  const stop = (hydrate ? takeOver : render)(
    () => (
      <App
        first={first}
        connect={(f) => {
          set = f;
        }}
      />
    ),
    root,
  );
  return { set: (state) => set(state), stop };
});
