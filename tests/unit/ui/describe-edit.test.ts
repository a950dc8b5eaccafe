import { expect, test } from "vitest";
import type { Edit } from "../../../lib/preferences/choices.ts";
import { describeEdit } from "../../../lib/ui/describe-edit.ts";

test.each([
  [{ "a.example": false }, "a.example: shield off"],
  [{ "a.example": true }, "a.example: shield on"],
  [{ "!a.example": false }, "a.example: shield on"],
  // It may be on there all the same.
  [{ "!a.example": true }, "a.example: no longer kept on"],
  // An entry takes the place of the one that it contradicts: that is one site, not two.
  [{ "!a.example": true, "a.example": false }, "a.example: shield off"],
  [{ "a.example": true, "!a.example": false }, "a.example: shield on"],
  [{ "a.example": true, "b.example": true }, "2 sites changed"],
  [{ "*": false }, "All sites: shield off"],
])("sites %j: %s", (sites, words) => {
  expect(describeEdit({ sites }, () => undefined)).toBe(words);
});

test("a first part that bears the show's own title is said once", () => {
  const show = {
    title: "Puella Magi Madoka Magica",
    parts: [
      { title: "Puella Magi Madoka Magica", episodes: 12 },
      { title: "Rebellion", episodes: 1 },
    ],
  };
  const edit = { shows: { madoka: { state: "watching", part: 1, episode: 1 } } } as const;
  expect(describeEdit(edit, () => show)).toBe("Puella Magi Madoka Magica: Up to episode 1");
});

const look = { style: "blur", strength: 2, label: true } as const;
test.each<[Edit, string]>([
  [{ look: { ...look, style: "bar" } }, "Look: Behind a bar"],
  [{ look: { ...look, strength: 3 } }, "Look: Strong"],
  [{ look: { ...look, label: false } }, "Look: without show and episode"],
  [{ sections: true }, "Whole sections: hidden"],
  [{ sections: false }, "Whole sections: not hidden"],
  [{ spared: { abc: true } }, "Not a spoiler"],
  [{ spared: { abc: false } }, "Passages judged anew"],
])("%j is named by what it changes, for it may also be said to be undone: %s", (edit, words) => {
  expect(describeEdit(edit, () => undefined, { look })).toBe(words);
});
