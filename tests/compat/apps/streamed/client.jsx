import { hydrateRoot } from "react-dom/client";
import { drive } from "../drive.ts";
import { steps } from "../story.ts";
import { Page, parts } from "./app.jsx";

drive(
  () =>
    new Promise((ready) => {
      const connect = (set) => ready({ set, stop: () => react.unmount() });
      const open = { ...steps[0].state, open: true };
      const react = hydrateRoot(document, <Page first={open} parts={parts([300, 600])} connect={connect} />);
    }),
);
