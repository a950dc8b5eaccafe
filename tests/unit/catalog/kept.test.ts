/** That what is kept of the whole catalog is what is compiled of it: tests/package/rebuild.test.ts. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hashOf, kept } from "../../../lib/catalog/build/kept.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "spoiler-shield-kept-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A compiler that counts how often it is run. */
let runs = 0;
const squares = (from: string) =>
  kept("squares", from, () => ({ run: ++runs, of: [...from].map((n) => Number(n) ** 2) }), folder);

test("what was made is given again without being made, until what it is made of is another", () => {
  const first = squares("123");
  expect(first.of).toEqual([1, 4, 9]);
  expect(squares("123")).toEqual(first);
  expect(squares("124")).toEqual({ run: first.run + 1, of: [1, 4, 16] });
  expect(squares("123")).toEqual(first);
});

test.each([
  ["cut off", (text: string) => text.slice(0, -3)],
  ["empty", () => ""],
  ["another letter", (text: string) => text.replace("16", "17")],
  ["no JSON", () => "x\n{"],
])("a file that is damaged (%s) is made anew and repaired", (_name, damage) => {
  const { run } = squares("4");
  const [file] = readdirSync(folder);
  const path = join(folder, file!);
  writeFileSync(path, damage(readFileSync(path, "utf8")));
  expect(squares("4")).toEqual({ run: run + 1, of: [16] });
  expect(squares("4")).toEqual({ run: run + 1, of: [16] });
});

test("where nothing can be written it is made each time", () => {
  const place = join(folder, "file");
  writeFileSync(place, "");
  const make = () => kept("word", "", () => ++runs, place);
  const first = make();
  expect(make()).toBe(first + 1);
});

test("of what is edited again and again the last few stay", () => {
  for (let i = 0; i < 20; i++) squares(String(i));
  const { length } = readdirSync(folder);
  expect(length).toBeGreaterThan(1);
  expect(length).toBeLessThan(10);
});

test("what throws is not kept", () => {
  const fail = () =>
    kept(
      "bad",
      "",
      () => {
        throw new Error("the catalog has errors");
      },
      folder,
    );
  expect(fail).toThrow("the catalog has errors");
  expect(fail).toThrow("the catalog has errors");
});

test("another name, another byte, another file is another hash", () => {
  const hashes = new Set<string>();
  let last = "";
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
    hashes.add((last = hashOf(["."], folder)));
  };
  write("a", "1");
  write("a", "2");
  write("b", "");
  write("b", "1");
  write("inner/a", "1");
  expect(hashes.size).toBe(5);
  // As it is already.
  write("a", "2");
  expect(hashes.size).toBe(5);
  expect(hashOf(["a", "b", "inner"], folder)).not.toBe(hashOf(["b", "inner"], folder));
  renameSync(join(folder, "b"), join(folder, "c"));
  expect(hashOf(["."], folder)).not.toBe(last);
});
