import { createRoot, hydrateRoot } from "react-dom/client";
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
  const react = hydrate ? hydrateRoot(root, app) : createRoot(root);
  if (!hydrate) react.render(app);
  return { set: (state) => set(state), stop: () => react.unmount() };
});
