import { lazy, Suspense, useEffect, useState } from "react";
import { after, before, more, nothing, title } from "../story.ts";

const later = (ms, part) => lazy(() => new Promise((done) => setTimeout(() => done({ default: part }), ms)));

/** The server sends the list when the page is already up, and what follows it later still. */
export function parts(waits) {
  return {
    List: later(waits[0], ({ items }) => (
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <em>{item.who}</em> {item.what}
          </li>
        ))}
      </ul>
    )),
    Rest: later(waits[1], ({ state }) => (state.items.length === 0 ? <p>{nothing}</p> : null)),
    More: later(waits[1], () => (
      <p>
        <b>{more.who}</b> {more.what}
      </p>
    )),
  };
}

export function Page({ first, connect, parts: { List, Rest, More } }) {
  const [state, set] = useState(first);
  useEffect(() => connect?.(set), [connect]);
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <title>{title}</title>
      </head>
      <body>
        <div id="root">
          <article>
            <h1>{title}</h1>
            <p>
              {before} {state.told} {after}
            </p>
            <Suspense fallback={<p className="wait">One moment, please.</p>}>
              {state.open && <More />}
            </Suspense>
            <Suspense fallback={<p className="wait">The list is on its way.</p>}>
              <List items={state.items} />
            </Suspense>
            <Suspense>
              <Rest state={state} />
            </Suspense>
          </article>
        </div>
      </body>
    </html>
  );
}
