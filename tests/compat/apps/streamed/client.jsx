import { hydrateRoot } from "react-dom/client";
import { drive } from "../drive.ts";
import { steps } from "../story.ts";
import { Page, parts } from "./app.jsx";

drive(() => {
  let set;
  const open = { ...steps[0].state, open: true };
  const page = (
    <Page
      first={open}
      parts={parts([300, 600])}
      connect={(f) => {
        set = f;
      }}
    />
  );
  const react = hydrateRoot(document, page);
  return { set: (state) => set(state), stop: () => react.unmount() };
});
