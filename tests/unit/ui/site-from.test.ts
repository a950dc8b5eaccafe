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
  [".example.org", "*.example.org"],
  ["*://*.example.org/*", "*.example.org"],
  ["https://*.example.org/*", "*.example.org"],
  ["HTTP://example.org/*", "example.org"],
  ["*://*/*", "*"],
  ["*/*", "*"],
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
  "..example.org",
  "**.example.org",
  "about:blank",
  "file:///home/page.html",
  "file:///home.d/page.html",
  "a.example b.example",
])("%s is no site", (text) => {
  expect(siteFrom(text)).toBeUndefined();
});
