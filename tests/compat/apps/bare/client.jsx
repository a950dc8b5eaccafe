import { createRoot, hydrateRoot } from "react-dom/client";
import { drive } from "../drive.ts";
import { App } from "./app.jsx";

drive(
  (root, first, hydrate) =>
    new Promise((ready) => {
      const connect = (set) => ready({ set, stop: () => react.unmount() });
      const app = <App first={first} connect={connect} />;
      const react = hydrate ? hydrateRoot(root, app) : createRoot(root);
      if (!hydrate) react.render(app);
    }),
);
