import { render as draw } from "svelte/server";
import App from "./app.svelte";

export const render = async (state) => (await draw(App, { props: { first: state } })).body;
