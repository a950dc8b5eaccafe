import { render as draw } from "@lit-labs/ssr";
import { collectResult } from "@lit-labs/ssr/lib/render-result.js";
import { html } from "lit";
import { TenYears } from "./app.js";

customElements.define("ten-years", TenYears);
export const render = (state) => collectResult(draw(html`<ten-years .state=${state}></ten-years>`));
