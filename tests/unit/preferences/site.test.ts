import { expect, test } from "vitest";
import { isSiteOff, siteOf, siteOffBy } from "../../../lib/preferences/site.ts";

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
