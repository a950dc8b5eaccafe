import { generateHydrationScript, renderToString } from "solid-js/web";
import { App } from "./app.jsx";

export const head = () => generateHydrationScript();
export const render = (state) => renderToString(() => <App first={state} />);
