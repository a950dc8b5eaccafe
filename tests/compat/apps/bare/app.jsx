/** React puts its marks between texts that stand side by side, and here none do: nothing tells of it but the place. */
import { useEffect, useState } from "react";
import { after, before, more, nothing, title } from "../story.ts";

export function App({ first, connect }) {
  const [state, set] = useState(first);
  useEffect(() => connect?.(set), [connect]);
  return (
    <article>
      <h1>{title}</h1>
      <p>{`${before} ${state.told} ${after}`}</p>
      {state.open && (
        <p>
          <b>{more.who}</b>
          {` ${more.what}`}
        </p>
      )}
      <ul>
        {state.items.map((item) => (
          <li key={item.id}>
            <em>{item.who}</em>
            {` ${item.what}`}
          </li>
        ))}
      </ul>
      {state.items.length === 0 && <p>{nothing}</p>}
    </article>
  );
}
