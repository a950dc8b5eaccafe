/** locales/: no key is missing, none is left over, plurals and what is put in are right in each language. */
import { readdirSync, readFileSync } from "node:fs";
import { type ParsedMessage, parseMessagesFile } from "@wxt-dev/i18n/build";
import { describe, expect, it } from "vitest";
import { type Source, type SyntaxNode, sources, walk } from "./source.ts";

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

it("gives the stores the name and summary that their page of texts has", () => {
  const page = readFileSync("docs/store.md", "utf8").replaceAll("\n", " ");
  expect(page).toContain(`**Name**: ${forms(english.get("app.name")!)["n"]} `);
  expect(page).toContain(`**Summary**: ${forms(english.get("app.description")!)["n"]} `);
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

interface Asked {
  /** As it stands in the code. */
  readonly words: string;
  readonly key: RegExp;
}

/**
 * The keys that a file gives to `say` and `i18n.t`. A name that stands for one matches none, but for `i18n.t`: its keys
 * have types, and the compiler knows of each whether it exists.
 */
function asked(source: Source): Asked[] {
  const found: Asked[] = [];
  const keysIn = (node: SyntaxNode | undefined): void => {
    if (node?.type === "ConditionalExpression") {
      keysIn(node["consequent"] as SyntaxNode);
      keysIn(node["alternate"] as SyntaxNode);
    } else found.push(keyIn(node));
  };
  walk(source, (node) => {
    if (node.type !== "CallExpression") return true;
    const callee = node["callee"] as SyntaxNode;
    const layer = ((callee["object"] as SyntaxNode | undefined)?.["name"] ?? callee["name"]) as string;
    const [key] = node["arguments"] as SyntaxNode[];
    if (layer === "say" || (layer === "i18n" && key?.type !== "Identifier")) keysIn(key);
    return true;
  });
  return found;
}

function keyIn(node: SyntaxNode | undefined): Asked {
  if (node?.type === "Literal") {
    const words = String(node["value"]);
    return { words, key: new RegExp(`^${flat(words)}$`) };
  }
  if (node?.type !== "TemplateLiteral") return { words: `${node?.["name"] ?? node?.type}`, key: /^$/ };
  const parts = (node["quasis"] as { value: { cooked: string } }[]).map((q) => flat(q.value.cooked));
  return { words: parts.join("…"), key: new RegExp(`^${parts.join("[^_]+")}$`) };
}

const code = [
  ...sources(["lib", "entrypoints"], /(?<!\.d)\.tsx?$/),
  { file: "wxt.config.ts", text: readFileSync("wxt.config.ts", "utf8") },
];

/** The shows' titles come to the Japanese messages at build (lib/build/titles.ts). */
const built = "lib/page/words.ts: CallExpression";

it("has every key that is asked for", () => {
  const missing = code.flatMap((source) =>
    asked(source)
      .filter(({ key }) => ![...english.keys()].some((known) => key.test(flat(known))))
      .map(({ words }) => `${source.file}: ${words}`),
  );
  expect(missing).toEqual([built]);
});

it("finds the keys that are asked for where they stand", () => {
  // # for $, lest the linter takes them for templates of this file.
  const known = (text: string) =>
    asked({ file: "x.ts", text: text.replaceAll("#", "$") }).map(
      ({ key }) => key.test("veil_part") || key.test("kind_death"),
    );
  expect(known('say("veil_part", "3")')).toEqual([true]);
  expect(known('i18n.t("veil.part", ["3"])')).toEqual([true]);
  expect(known("say(`kind_#{kind}`)")).toEqual([true]);
  expect(known('say(part ? "veil_part" : "veil_parts")')).toEqual([true, false]);
  expect(known("say(`sort_#{kind}`)")).toEqual([false]);
  // Nobody can say whether there is such a key.
  expect(known("say(words)")).toEqual([false]);
});

it("has no key that nothing uses", () => {
  const used = new Set<string>();
  const patterns: RegExp[] = [];
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
