/** Names as the detector meets them: which of a show's names can never be found, not even on a page about the show. */
import type { State } from "../../detect/context.ts";
import type { InspectingDetector } from "../../detect/inspect.ts";
import type { Show } from "../schema.ts";

/** Errors `field: reason`. `index`: the show's place in the list that the detector was made of. */
export function unreachableNames(detector: InspectingDetector, show: Show, index: number): string[] {
  const page = detector.begin({ title: show.title, url: "https://site.example/a" }) as State;
  const topic: State = { ...page, topical: true, page: [index, ...page.page.filter((s) => s !== index)] };
  const stands = (text: string) =>
    detector
      .inspect({ text, role: "text", level: 0 }, topic)
      .sentences.some(({ sentence: s }) =>
        s.mentions.some(
          (m) => m.show === index && m.from - s.token === 2 && m.to - s.token === s.hashes.length - 1,
        ),
      );
  // Beside one word in some ten thousand a name is taken for another (names.ts): beside two others it is not.
  const found = (name: string) => stands(`It is ${name} and.`) || stands(`We saw ${name} again.`);
  const errors: string[] = [];
  const check = (field: string, name: string | undefined) => {
    if (name !== undefined && !found(name)) errors.push(`${field}: "${name}" can never be found in a text`);
  };
  // Further titles serve the search and imports as well: "86" is nothing to look for in a text.
  check("title", show.title);
  for (const [i, c] of show.characters.entries()) {
    const at = `characters.${i}`;
    check(`${at}.name`, c.name);
    check(`${at}.given`, c.given);
    check(`${at}.family`, c.family);
    check(`${at}.native`, c.native);
    for (const [k, a] of c.aliases.entries()) check(`${at}.aliases.${k}`, a);
  }
  return errors;
}
