/**
 * Style sheets are written to be read (lib/page/css.ts). In every frame of every page they stand without what only
 * readers need.
 */
import { parseSync, Visitor } from "vite";

/** Stands for what is put in while the text around it is squeezed: no sheet holds it. */
const gap = "\0";

const comment = /((["'])(?:\\.|(?!\2).)*\2)|\/\*.*?\*\//gs;
const needless = /((["'])(?:\\.|(?!\2).)*\2)|;\s*(?=\})|(?<=^|[{};:,(])\s+|\s+(?=[{}!)]|$)|(\s)\s*/gs;

/**
 * Takes out comments, a block's last semicolon, and white space next to what separates by itself. Elsewhere one space
 * is left, as it may mean something: before a colon it is "anything below", before a bracket of `@media` a new word.
 */
export const squeeze = (sheet: string): string =>
  sheet
    .replace(comment, (_, text?: string) => text ?? " ")
    .replace(needless, (_, text?: string, _quote?: string, space?: string) => text ?? (space ? " " : ""));

/** Makes the css`…` templates of a module plain ones, squeezed; what they put in is code and stays as it is. */
export function squeezeTemplates(file: string, code: string): string {
  const edits: { readonly from: number; readonly to: number; readonly text: string }[] = [];
  new Visitor({
    TaggedTemplateExpression({ tag, quasi }) {
      if (tag.type !== "Identifier" || tag.name !== "css") return;
      edits.push({ from: tag.start, to: quasi.start, text: "" });
      // An element's own ends are "`" or "}" before it, and "${" or "`" after it.
      const spans = quasi.quasis.map(({ start, end, tail }) => [start + 1, end - (tail ? 1 : 2)] as const);
      const texts = squeeze(spans.map((span) => code.slice(...span)).join(gap)).split(gap);
      spans.forEach(([from, to], index) => {
        edits.push({ from, to, text: texts[index]! });
      });
    },
  }).visit(parseSync(file, code).program);
  edits.sort((a, b) => b.from - a.from);
  return edits.reduce((text, edit) => text.slice(0, edit.from) + edit.text + text.slice(edit.to), code);
}

/** Before anything else has been at the module, so that it is the source that is read. */
export const squeezeStylesPlugin = () => ({
  name: "spoiler-shield:squeeze-styles",
  enforce: "pre" as const,
  transform(code: string, id: string) {
    const path = id.replaceAll("\\", "/").replace(/\?.*/, "");
    if (!/\/lib\/page\/[^/]+\.ts$/.test(path) || !code.includes("css`")) return undefined;
    return { code: squeezeTemplates(path, code), map: null };
  },
});
