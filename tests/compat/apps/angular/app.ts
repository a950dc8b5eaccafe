import { Component, signal } from "@angular/core";
import { after, before, more, nothing, type State, steps, title } from "../story.ts";

@Component({
  selector: "ten-years",
  template: `<article>
    <h1>{{ title }}</h1>
    <p>{{ before }} {{ state().told }} {{ after }}</p>
    @if (state().open) {
      <p><b>{{ more.who }}</b> {{ more.what }}</p>
    }
    <ul>
      @for (item of state().items; track item.id) {
        <li><em>{{ item.who }}</em> {{ item.what }}</li>
      }
    </ul>
    @if (state().items.length === 0) {
      <p>{{ nothing }}</p>
    }
  </article>`,
})
export class TenYears {
  readonly state = signal(steps[0]?.state as State);
  readonly title = title;
  readonly before = before;
  readonly after = after;
  readonly more = more;
  readonly nothing = nothing;
}
