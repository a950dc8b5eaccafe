/** No word of the interface stands anywhere but in locales/. */
import { describe, expect, it } from "vitest";
import { htmlWords, type Source, type SyntaxNode, sources, walk } from "./source.ts";

/** All that runs in the browser. The build and the catalog's schema, in Node, speak to whoever writes the catalog. */
const shipped = sources(["lib", "entrypoints"], /(?<!\.d)\.tsx?$/).filter(
  ({ file }) => !/^lib\/((catalog\/)?build\/|catalog\/schema)/.test(file),
);

/** What looks like words for a reader and is none. */
const unread = new Set([
  // In files that other sites, or the import, read as they are.
  "Plan to Watch",
  " Season ",
  " - ep ",
  " (watching)",
  " - never shield",
  "mappings ",
  // With a row that was set aside, for whoever looks into the store.
  "found in a store of version ",
  // Of an error: for logs.
  "IndexedDB did not answer within ",
  " ms",
  // Names of elements.
  "script style template noscript head title desc meta link base datalist area source track rp rt ",
  // As the catalog has it.
  "Season ",
]);

/** Attributes that a person sees or hears. */
const read = new Set([
  "aria-label",
  "aria-roledescription",
  "aria-valuetext",
  "title",
  "alt",
  "placeholder",
  "label",
  "name",
]);

/**
 * Words in the tags' text and attributes, sentences anywhere in the code but in errors (which are for logs), and pieces
 * of sentences that something is put into.
 */
function bypassing(source: Source): string[] {
  const found: string[] = [];
  const sheets = new Set<unknown>();
  walk(source, (node) => {
    if (/^(Import|Export(Named|All))/.test(node.type) && node["source"]) return false;
    if (node.type === "NewExpression" && (node["callee"] as SyntaxNode)["name"] === "Error") return false;
    if (node.type === "JSXText" && /\p{L}/u.test(String(node["value"]))) found.push(String(node["value"]));
    if (node.type === "JSXAttribute") {
      const name = String((node["name"] as SyntaxNode)["name"]);
      const value = node["value"] as SyntaxNode | null;
      // The form's own name of a radio button is no word; a component's `name` is.
      const plain = name === "name" ? /\s|\p{Lu}/u : /\p{L}/u;
      if (value?.type === "Literal") {
        if (read.has(name) && plain.test(String(value["value"]))) found.push(`${name}=${value["value"]}`);
        return false;
      }
    }
    if (node.type === "Literal" && typeof node["value"] === "string" && isProse(node["value"]))
      found.push(node["value"]);
    if (node.type === "TaggedTemplateExpression" && (node["tag"] as SyntaxNode)["name"] === "css")
      sheets.add(node["quasi"]);
    if (node.type === "TemplateLiteral") {
      const pieces = (node["quasis"] as { value: { cooked: string } }[]).map((q) => q.value.cooked);
      if (sheets.has(node)) {
        // Of a style sheet only `content` is read.
        const texts = pieces.flatMap((piece) => piece.match(/"[^"]*"/g) ?? []);
        found.push(...texts.filter((text) => /\p{L}/u.test(text)));
        return true;
      }
      // Brackets of style sheets and selectors.
      const plain = pieces.length > 1 && !pieces.some((piece) => /[{}<>[\]]/.test(piece));
      found.push(...pieces.filter((piece) => isProse(piece) || (plain && isPiece(piece))));
    }
    return true;
  });
  return found.filter((words) => !unread.has(words));
}

/** "Nothing hidden here", "3 shows": words with a space between them; not a selector, not a list of class names. */
const isProse = (text: string) => /\p{L}{2,} \p{L}{2,}/u.test(text) && /^[\p{Lu} ]/u.test(text.trimEnd());

/** "your rule: ", " named", `clue "`: a word and a space. */
const isPiece = (text: string) => /\p{L}{2,}[:,;.]? | [("“]*\p{L}{2,}/u.test(text);

describe("words that bypass the layer", () => {
  it.each(shipped)("$file has none", (source) => {
    expect(bypassing(source)).toEqual([]);
  });

  it.each(sources(["lib", "entrypoints"], /\.html$/))("$file has none", ({ text }) => {
    // The tab's title stands there until the script sets it: the name, which is the same in every language.
    const words = htmlWords(text).filter((w) => w !== "Spoiler Shield" && !w.startsWith("__MSG_"));
    expect(words).toEqual([]);
  });

  it("are found where there are some", () => {
    const jsx = (text: string) => bypassing({ file: "x.tsx", text });
    expect(jsx("<p>Hello</p>")).toEqual(["Hello"]);
    expect(jsx('<img alt="A shield"/>')).toEqual(["alt=A shield"]);
    expect(jsx('<Switch name="Watched"/>')).toEqual(["name=Watched"]);
    expect(jsx('const a = on ? "Nothing hidden here" : b;')).toEqual(["Nothing hidden here"]);
    expect(jsx("const a = `Up to episode 3`;")).toEqual(["Up to episode 3"]);
    // Written with # for $, lest the linter takes them for templates of this file.
    const template = (text: string) => jsx(`const a = \`${text.replaceAll("#", "$")}\`;`);
    expect(template("your rule: #{text}")).toEqual(["your rule: "]);
    expect(template('clue "#{text}"')).toEqual(['clue "']);
    expect(template("#{count} named")).toEqual([" named"]);
    expect(template("#{start} #{show}")).toEqual([]);
    expect(template(".veil #{part}{filter: blur(#{size}em)}")).toEqual([]);
    const sheet = (text: string) => jsx(`css\`${text.replaceAll("#", "$")}\`;`);
    expect(sheet('a { content: attr(x) / ""; } b { content: "Hidden"; }')).toEqual(['"Hidden"']);
    expect(sheet('a { margin: 0 auto; #{b("Nothing hidden here")} }')).toEqual(["Nothing hidden here"]);
    expect(jsx('<input name="level" class="site note" type="radio"/>')).toEqual([]);
    expect(jsx('throw new Error("No answer at all")')).toEqual([]);
    expect(htmlWords('<p title="x y">Hi</p><script>var a</script>')).toEqual(["Hi", "x y"]);
  });
});
