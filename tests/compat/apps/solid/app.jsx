import { createSignal, For, Show } from "solid-js";
import { after, before, more, nothing, title } from "../story.ts";

export function App(props) {
  const [state, set] = createSignal(props.first);
  props.connect?.(set);
  return (
    <article>
      <h1>{title}</h1>
      <p>
        {before} {state().told} {after}
      </p>
      <Show when={state().open}>
        <p>
          <b>{more.who}</b> {more.what}
        </p>
      </Show>
      <ul>
        <For each={state().items}>
          {(item) => (
            <li>
              <em>{item.who}</em> {item.what}
            </li>
          )}
        </For>
      </ul>
      <Show when={state().items.length === 0}>
        <p>{nothing}</p>
      </Show>
    </article>
  );
}
