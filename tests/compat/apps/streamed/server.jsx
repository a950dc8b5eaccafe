import { Writable } from "node:stream";
import { renderToPipeableStream } from "react-dom/server";
import { Page, parts } from "./app.jsx";

/** The page as it arrives: pieces of HTML, and the milliseconds before each. */
export function pieces(state) {
  return new Promise((done, fail) => {
    const sent = [];
    let last = Date.now();
    const sink = new Writable({
      write(chunk, _encoding, next) {
        const now = Date.now();
        sent.push({ wait: now - last, html: String(chunk) });
        last = now;
        next();
      },
    });
    sink.on("finish", () => done(sent));
    const page = <Page first={{ ...state, open: true }} parts={parts([400, 900])} />;
    const stream = renderToPipeableStream(page, {
      bootstrapModules: ["client.js"],
      onShellReady: () => stream.pipe(sink),
      onError: fail,
    });
  });
}
