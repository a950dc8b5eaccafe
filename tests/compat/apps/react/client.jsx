import { App } from "./app.jsx";
import { mount } from "./mount.jsx";

mount(App);
