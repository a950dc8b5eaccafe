import { render, hydrate as takeOver } from "preact";
import { drive } from "../drive.ts";
import { App } from "./app.jsx";

drive(
  (root, first, hydrate) =>
    new Promise((ready) => {
      const connect = (set) => ready({ set, stop: () => render(null, root) });
      (hydrate ? takeOver : render)(<App first={first} connect={connect} />, root);
    }),
);
