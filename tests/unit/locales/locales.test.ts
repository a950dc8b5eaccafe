/** locales/: no key is missing, none is left over, plurals and what is put in are right in each language. */
import { readdirSync, readFileSync } from "node:fs";
import { type ParsedMessage, parseMessagesFile } from "@wxt-dev/i18n/build";
import { describe, expect, it } from "vitest";
import { sources, walk } from "./source.ts";

const languages = readdirSync("locales").map((file) => file.replace(".yml", ""));
const load = async (language: string) =>
  new Map(
    (await parseMessagesFile(`locales/${language}.yml`))
      .map((message) => [message.key.join("."), message] as const)
      // The browser's own.
      .filter(([key]) => !key.startsWith("@@")),
  );
const english = await load("en");
const others = languages.filter((language) => language !== "en");

const forms = (message: ParsedMessage): Record<string, string> =>
  message.type === "plural" ? message.plurals : { n: message.message ?? "" };
const putIn = (text: string) => [...new Set(text.match(/\$\d|\{\w+\}/g) ?? [])].sort();

it("speaks six languages", () => {
  expect(languages.sort()).toEqual(["de", "en", "es", "fr", "ja", "pt_BR"]);
});

describe.each(others)("%s", async (language) => {
  const messages = await load(language);

  it("has every key and no other", () => {
    expect([...messages.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it("puts in what English puts in", () => {
    for (const [key, message] of messages)
      expect(putIn(Object.values(forms(message)).join(" ")), key).toEqual(
        putIn(Object.values(forms(english.get(key)!)).join(" ")),
      );
  });

  it("has no sentence that was left in English", () => {
    for (const [key, message] of messages)
      for (const text of Object.values(forms(message)))
        if (text.split(" ").length > 3)
          expect(Object.values(forms(english.get(key)!)), key).not.toContain(text);
  });
});

describe.each(languages)("%s", async (language) => {
  const messages = await load(language);
  const rules = new Intl.PluralRules(language.replace("_", "-"));
  const category = (count: number) => rules.select(count);

  it("names its language", () => {
    expect(forms(messages.get("app.lang")!)["n"]).toBe(language.replace("_", "-"));
  });

  it("has the plural forms that the language has", () => {
    for (const [key, message] of messages) {
      if (english.get(key)?.type !== "plural") continue;
      const own = Object.keys(forms(message)).sort();
      if (category(1) === category(2)) expect(own, key).toEqual(["n"]);
      else expect(own, key).toEqual(category(0) === category(1) ? ["0", "1", "n"] : ["1", "n"]);
    }
  });

  it("keeps to what browsers and stores allow, and says something everywhere", () => {
    for (const [key, message] of messages)
      for (const text of Object.values(forms(message))) {
        expect(text.trim(), key).not.toBe("");
        // The layer's own mark between plural forms.
        expect(text, key).not.toContain(" | ");
        // A dollar that is no placeholder.
        expect(text, key).not.toMatch(/\$\D|__MSG_/);
      }
    expect(forms(messages.get("app.description")!)["n"]!.length).toBeLessThanOrEqual(132);
    expect(forms(messages.get("app.name")!)["n"]!.length).toBeLessThanOrEqual(45);
  });
});

/** A key as browsers have it. */
const flat = (key: string) => key.replaceAll(".", "_");

it("has no key that nothing uses", () => {
  const used = new Set<string>();
  const patterns: RegExp[] = [];
  const code = [
    ...sources(["lib", "entrypoints"], /(?<!\.d)\.tsx?$/),
    { file: "wxt.config.ts", text: readFileSync("wxt.config.ts", "utf8") },
  ];
  for (const source of code)
    walk(source, (node) => {
      if (node.type === "Literal" && typeof node["value"] === "string") used.add(node["value"]);
      if (node.type === "TemplateLiteral") {
        const parts = (node["quasis"] as { value: { cooked: string } }[]).map((q) => q.value.cooked);
        // `level.${level}Note`: a key with one part put in.
        if (/^\w+[._]/.test(parts[0] ?? "")) patterns.push(new RegExp(`^${parts.map(flat).join("[^_]+")}$`));
      }
      return true;
    });
  for (const { text } of [...code, ...sources(["entrypoints"], /\.html$/)])
    for (const [, key] of text.matchAll(/__MSG_(\w+?)__/g)) used.add(key!);
  const idle = [...english.keys()].filter(
    (key) => !used.has(key) && !used.has(flat(key)) && !patterns.some((p) => p.test(flat(key))),
  );
  expect(idle).toEqual([]);
});
