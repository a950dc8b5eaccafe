// @vitest-environment happy-dom
/** What a catalog entry says stands on pages as text, whatever it is made of. */
import { expect, test } from "vitest";
import type { Detector } from "../../../lib/detect/types.ts";
import { fakeDetector, insideOf, openPage, veils } from "./fixtures.ts";

const title = `<img src=x onerror=alert(1)>"><script>alert(1)</script>\${1} $1 $& __proto__ &lt;b&gt;`;

/** Finds what the fixtures' detector finds, in a show of this title. */
function titledDetector(): Detector {
  const fake = fakeDetector();
  return {
    begin: fake.begin,
    read(passage, before) {
      const { findings, after } = fake.read(passage, before);
      return { findings: findings.map((finding) => ({ ...finding, title })), after };
    },
  };
}

test("a title of markup is text, to ears and eyes", () => {
  const page = openPage("<p>Mami dies.</p>", { detector: titledDetector });
  expect(veils()).toHaveLength(1);
  const root = insideOf(veils()[0]!);
  const line = root.querySelector(".line")!;
  expect(root.querySelector(".show")?.getAttribute("aria-description")).toContain(title);
  line.dispatchEvent(new MouseEvent("pointerenter", { composed: true }));
  page.clock.pass(200);
  expect(root.querySelector(".what")?.textContent).toContain(title);
  expect(root.querySelectorAll("img, script, b")).toHaveLength(0);
  expect(page.problems()).toEqual([]);
  page.stop();
});
