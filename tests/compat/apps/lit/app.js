import { html, LitElement } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { after, before, more, nothing, title } from "../story.ts";

export class TenYears extends LitElement {
  static properties = { state: { attribute: false } };

  render() {
    const { state } = this;
    return html`<article>
      <h1>${title}</h1>
      <p>${before} ${state.told} ${after}</p>
      ${state.open ? html`<p><b>${more.who}</b> ${more.what}</p>` : null}
      <ul>
        ${repeat(
          state.items,
          (item) => item.id,
          (item) => html`<li><em>${item.who}</em> ${item.what}</li>`,
        )}
      </ul>
      ${state.items.length ? null : html`<p>${nothing}</p>`}
    </article>`;
  }
}
