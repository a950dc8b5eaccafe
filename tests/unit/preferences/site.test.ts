import { expect, test } from "vitest";
import { applyEdit, defaults } from "../../../lib/preferences/choices.ts";
import { entryEdit, isSiteOff, siteEdit, siteOf, siteOffBy } from "../../../lib/preferences/site.ts";

test.each([
  ["www.Example.com", "example.com"],
  ["example.com.", "example.com"],
  ["www.www.example.com", "www.example.com"],
  ["wwwidgets.example", "wwwidgets.example"],
  ["localhost", "localhost"],
  ["", undefined],
  ["www.", "www"],
  [undefined, undefined],
])("%s is %s", (host, site) => {
  expect(siteOf(host)).toBe(site);
});

test("off covers the host itself, with or without www, and not its subdomains", () => {
  expect(isSiteOff(["example.com"], "www.example.com")).toBe(true);
  expect(isSiteOff(["example.com"], "wiki.example.com")).toBe(false);
  expect(isSiteOff(["example.com"], undefined)).toBe(false);
});

test("a pattern covers the site and everything below it, and nothing that only ends alike", () => {
  for (const host of ["example.org", "www.example.org", "wiki.example.org", "a.b.example.org"])
    expect(siteOffBy(["a.example", "*.example.org"], host), host).toBe("*.example.org");
  for (const host of ["notexample.org", "org", "example.org.evil.test", ""])
    expect(isSiteOff(["*.example.org"], host), host).toBe(false);
});

test("an exception keeps the shield on where a pattern switches it off, and the host's own entry counts most", () => {
  const off = ["*", "!wiki.example.org", "!*.example.net", "a.example.net"];
  expect(siteOffBy(off, "elsewhere.test")).toBe("*");
  expect(siteOffBy(off, "www.wiki.example.org")).toBeUndefined();
  expect(siteOffBy(off, "en.wiki.example.org")).toBe("*");
  expect(siteOffBy(off, "b.example.net")).toBeUndefined();
  expect(siteOffBy(off, "a.example.net")).toBe("a.example.net");
});

test.each([
  [[]],
  [["a.example"]],
  [["!a.example"]],
  [["*.example"]],
  [["*.example", "!a.example"]],
  [["*.example", "!*.example"]],
  [["*", "a.example"]],
])("whatever there is (%j), a site can be switched off and on, and others stay as they are", (sitesOff) => {
  const others = ["b.example", "example", "c.test"];
  for (const on of [true, false]) {
    const after = applyEdit(
      { ...defaults, sitesOff },
      { sites: siteEdit(sitesOff, "a.example", on) },
    ).sitesOff;
    expect(isSiteOff(after, "a.example")).toBe(!on);
    for (const other of others) expect(siteOffBy(after, other)).toBe(siteOffBy(sitesOff, other));
  }
});

test.each([
  "a.example",
  "*.a.example",
])("%s: what is said last holds, and what it contradicts goes", (site) => {
  for (const before of [[], [site], [`!${site}`], [site, `!${site}`], ["*"]])
    for (const on of [true, false]) {
      const { sitesOff } = applyEdit(
        { ...defaults, sitesOff: before },
        { sites: entryEdit(before, site, on) },
      );
      expect(isSiteOff(sitesOff, "a.example"), `${before} ${on}`).toBe(!on);
      expect(sitesOff.filter((entry) => entry.endsWith(site))).toHaveLength(1);
    }
});
