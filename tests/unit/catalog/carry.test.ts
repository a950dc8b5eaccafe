import { expect, it } from "vitest";
import { carry, markCarried } from "../../../lib/catalog/build/carry.ts";

const run = (code: string) => new Function(code)() as unknown;

it("gives texts back as they were, whatever literal a minifier has made of them", () => {
  const text = String.raw`{"a":["it's","\u6b7b","\\","\n",${"`$`"}]} and`;
  expect(run(`return${carry(markCarried(text))}`)).toBe(text);
  const other = `\`${markCarried(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("`", "\\`")}\``;
  expect(run(`return[${carry(`${other},${markCarried("b c")}`)}]`)).toEqual([text, "b c"]);
});

it("refuses what a comment cannot hold", () => {
  for (const text of ["a*/b", "\u6b7b", "a\nb"])
    expect(() => carry(`x(${markCarried(text)})`), text).toThrow();
});

it("leaves all other code alone", () => {
  expect(carry("let a='b'")).toBe("let a='b'");
});
