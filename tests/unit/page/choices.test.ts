// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";
import type { Rule } from "../../../lib/catalog/rule.ts";
import { createRuleSet } from "../../../lib/detect/rules/ruled.ts";
import { hashOf } from "../../../lib/page/memory.ts";
import { closedSnapshot, type Snapshot } from "../../../lib/preferences/snapshot.ts";
import { cues } from "../detect/cue-fixture.ts";
import { openPage, veils, visibleText } from "./fixtures.ts";

const snapshot = (choices: Partial<Snapshot>): Snapshot => ({ ...closedSnapshot, revision: 1, ...choices });
const text = "<p>Tea is lovely. He dies at the end. A twist follows.</p>";
const rule = (text: string, kind: Rule["kind"] = "phrase"): Rule => ({ id: text, kind, text });
const rules = () => createRuleSet(() => cues);

test("scope: only what is on the list is hidden, and not what has been watched", () => {
  const { shield } = openPage(text);
  expect(veils()).toHaveLength(2);
  shield.update(snapshot({ scope: "list", shows: { y: { state: "planned" } } }), true);
  expect(visibleText()).toBe("Tea is lovely. He dies at the end. ");
  shield.update(snapshot({ scope: "list", shows: { y: { state: "watched" } } }), true);
  expect(veils()).toHaveLength(0);
  shield.update(snapshot({ scope: "all", shows: { y: { state: "planned" } } }), true);
  expect(veils()).toHaveLength(2);
});

test("a node of which nothing can be asked any more keeps no other from being shown", () => {
  const { shield } = openPage(`<p id="dead">He dies.</p>${text}`);
  expect(veils()).toHaveLength(3);
  // As in Firefox what a frame has made, when the frame is gone.
  const dead = document.querySelector("#dead")!;
  const refuse = () => {
    throw new TypeError("can't access dead object");
  };
  Object.defineProperty(dead.firstChild, "isConnected", { get: refuse });
  const { closest } = Element.prototype;
  const ask = vi.spyOn(Element.prototype, "closest").mockImplementation(function (this: Element, selector) {
    return this === dead ? refuse() : closest.call(this, selector);
  });
  shield.update(snapshot({ shows: { x: { state: "watched" }, y: { state: "watched" } } }), true);
  expect(visibleText()).toContain("Tea is lovely. He dies at the end. A twist follows.");
  ask.mockRestore();
});

test("what the reader has called no spoiler is shown, wherever it stands, and nothing else", () => {
  const key = String(hashOf("He dies at the end."));
  const { shield } = openPage(`${text}<p>So! He dies at the end.</p><p>Surely she dies.</p>`);
  shield.update(snapshot({ spared: [key] }), true);
  expect(visibleText()).toBe("Tea is lovely. He dies at the end. So! He dies at the end.");
  shield.hideAgain();
  expect(visibleText()).toContain("He dies at the end.");
});

test("a personal rule hides in an open page, and shows again when it is deleted", async () => {
  const { shield, clock } = openPage("<p>The <b>old lighthouse</b> burns. Tea is lovely.</p>", {
    rules: rules(),
  });
  expect(veils()).toHaveLength(0);
  shield.update(snapshot({ rules: [rule("the old lighthouse")] }), true);
  clock.pass(1000);
  expect(visibleText().trim()).toBe("Tea is lovely.");
  expect(shield.summary()).toMatchObject({ veils: 1, shows: {}, rules: 1 });
  shield.update(snapshot({ revision: 2 }), true);
  clock.pass(1000);
  expect(visibleText()).toBe("The old lighthouse burns. Tea is lovely.");
});

test("a label that a rule has hidden shows again when the rule is deleted", () => {
  const { shield } = openPage('<p title="The old lighthouse burns.">Tea</p>', { rules: rules() });
  const title = () => document.querySelector("p")?.title;
  shield.update(snapshot({ rules: [rule("the old lighthouse")] }), true);
  expect(title()).toBe("Spoiler hidden");
  shield.update(snapshot({ revision: 2 }), true);
  expect(title()).toBe("The old lighthouse burns.");
});

test("a rule wakes the shield where no show is named, and holds in every scope", () => {
  let made = 0;
  const { shield, clock } = openPage("<p>The lighthouse burns.</p>", {
    gate: () => false,
    rules: rules(),
    detector: () => {
      made++;
      return { begin: () => ({ topical: false }), read: (_, after) => ({ findings: [], after }) };
    },
  });
  expect(made).toBe(0);
  shield.update(snapshot({ scope: "list", rules: [rule("lighthouse")] }), true);
  clock.pass(1000);
  expect(made).toBe(1);
  expect(visibleText()).toBe("");
});

test("a rule about a show goes when that show has been watched", () => {
  const { shield, clock } = openPage("<p>The lighthouse burns.</p>", { rules: rules() });
  const own = { ...rule("lighthouse"), show: "y" };
  shield.update(snapshot({ rules: [own] }), true);
  clock.pass(1000);
  expect(shield.summary()).toMatchObject({ shows: { y: 1 }, kinds: { y: { twist: 1 } }, rules: 0 });
  shield.update(snapshot({ rules: [own], shows: { y: { state: "watched" } } }), true);
  expect(visibleText()).toBe("The lighthouse burns.");
});
