import { App } from "../react/app.jsx";

const told = (name) => (set) => {
  (window.islands ??= {})[name] = set;
};
const connects = { idle: told("idle"), below: told("below") };

/** An application that tells the page how to turn it once it has come alive. */
export const Island = ({ name, first }) => <App first={first} connect={connects[name]} />;
