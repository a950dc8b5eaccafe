import { createRoot, hydrateRoot } from "react-dom/client";
import { drive } from "../drive.ts";

/** Puts the application in its place, or takes over what the server has sent there. */
export function mount(App) {
  drive(
    (root, first, hydrate) =>
      new Promise((ready) => {
        const connect = (set) => ready({ set, stop: () => react.unmount() });
        const app = <App first={first} connect={connect} />;
        const react = hydrate ? hydrateRoot(root, app) : createRoot(root);
        if (!hydrate) react.render(app);
      }),
  );
}
