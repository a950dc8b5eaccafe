import { mount } from "../react/mount.jsx";
import { App } from "./app.jsx";

mount(App);
