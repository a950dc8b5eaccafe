/** No word of the interface stands anywhere but in locales/. */
import { describe, expect, it } from "vitest";
import { htmlWords, type Source, type SyntaxNode, sources, walk } from "./source.ts";

const folders = ["lib/ui", "lib/background", "entrypoints"];

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

/** Words in the tags' text and attributes, and sentences anywhere in the code but in errors (which are for logs). */
function bypassing(source: Source): string[] {
  const found: string[] = [];
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
    if (node.type === "TemplateElement" && isProse((node["value"] as { cooked: string }).cooked))
      found.push((node["value"] as { cooked: string }).cooked);
    return true;
  });
  return found;
}

/** "Nothing hidden here", "3 shows": words with a space between them; not a selector, not a list of class names. */
const isProse = (text: string) => /\p{L}{2,} \p{L}{2,}/u.test(text) && /^[\p{Lu} ]/u.test(text.trimEnd());

describe("words that bypass the layer", () => {
  it.each(sources(folders, /(?<!\.d)\.tsx?$/))("$file has none", (source) => {
    expect(bypassing(source)).toEqual([]);
  });

  it.each(sources(folders, /\.html$/))("$file has none", ({ text }) => {
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
    expect(jsx('<input name="level" class="site note" type="radio"/>')).toEqual([]);
    expect(jsx('throw new Error("No answer at all")')).toEqual([]);
    expect(htmlWords('<p title="x y">Hi</p><script>var a</script>')).toEqual(["Hi", "x y"]);
  });
});
