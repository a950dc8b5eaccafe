// Before the component is defined: it teaches LitElement to take over a shadow root that the server has written.
import "@lit-labs/ssr-client/lit-element-hydrate-support.js";
import { drive } from "../drive.ts";
import { TenYears } from "./app.js";

drive(async (root, first, hydrate) => {
  const element = hydrate ? root.querySelector("ten-years") : document.createElement("ten-years");
  // As a property that an element has before it is upgraded.
  element.state = first;
  customElements.define("ten-years", TenYears);
  if (!hydrate) root.append(element);
  await element.updateComplete;
  return {
    set: (state) => {
      element.state = state;
    },
    stop: () => element.remove(),
  };
});
