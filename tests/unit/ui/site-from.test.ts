import { expect, test } from "vitest";
import { siteFrom } from "../../../lib/ui/options/site-from.ts";

test.each([
  ["example.org", "example.org"],
  ["  WWW.Example.org ", "example.org"],
  ["https://www.example.org/page?q=1#x", "example.org"],
  ["example.org:8080/page", "example.org"],
  ["*.example.org", "*.example.org"],
  ["*.Example.org/", "*.example.org"],
  ["bücher.example", "xn--bcher-kva.example"],
  ["*", "*"],
  ["localhost", "localhost"],
  ["127.0.0.1", "127.0.0.1"],
])("%s is %s", (text, site) => {
  expect(siteFrom(text)).toBe(site);
});

test.each([
  "",
  "   ",
  "not a site",
  "word",
  "!",
  "!example.org",
  "*.",
  "*.*.example.org",
  "ex*mple.org",
  "https://",
  "/path",
])("%s is no site", (text) => {
  expect(siteFrom(text)).toBeUndefined();
});
