import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { squeeze, squeezeStylesPlugin, squeezeTemplates } from "../../../lib/build/squeeze-styles.ts";
import { coverStyle, goneStyle, openStyle, presentStyle } from "../../../lib/page/cover-style.ts";
import { veilStyle } from "../../../lib/page/veil-style.ts";
import { defaults, strengths, veilStyles } from "../../../lib/preferences/choices.ts";

const looks = veilStyles.flatMap((style) =>
  strengths.map((strength) => veilStyle({ ...defaults.look, style, strength })),
);

describe("a squeezed sheet", () => {
  for (const [what, sheet, squeezed] of [
    ["lines", "\n  a {\n    color: red;\n    top: 0;\n  }\n\n  b {\n  }\n", "a{color:red;top:0}b{}"],
    ["lists", "a,\nb {\n  margin: 0 1px,\n    2px !important;\n}", "a,b{margin:0 1px,2px!important}"],
    ["blocks in blocks", "@media print {\n  a {\n    top: 0;\n  }\n}", "@media print{a{top:0}}"],
    ["what is below", "a :hover b > c:not( .d ) + e::before {\n}", "a :hover b > c:not(.d) + e::before{}"],
    [
      "a name before a bracket",
      "@supports not (top: 0) and (left: 0) {}",
      "@supports not (top:0) and (left:0){}",
    ],
    ["a name on the next line", "a\n  b {}", "a b{}"],
    ["sums", "a { top: calc(100vw - (2 * 1em) + -1px) }", "a{top:calc(100vw - (2 * 1em) + -1px)}"],
    ["texts", `a { content: "a:  b; }" ' { /* , ' "\\" , " }`, `a{content:"a:  b; }" ' { /* , ' "\\" , "}`],
    ["comments", "/* an \"odd one */ a { /* it's\n */ top: 0; /* last */ }", "a{top:0}"],
    ["words beside a comment", "a/* below */b {}", "a b{}"],
  ] as const)
    it(`keeps apart what means something: ${what}`, () => {
      expect(squeeze(sheet)).toBe(squeezed);
      expect(squeeze(squeezed)).toBe(squeezed);
    });

  it("has lost nothing of ours but comments, white space and semicolons", () => {
    const rest = (sheet: string) => sheet.replace(/\/\*.*?\*\/|[\s;]/gs, "");
    for (const sheet of [coverStyle, presentStyle, goneStyle, openStyle, ...looks]) {
      const squeezed = squeeze(sheet);
      expect(rest(squeezed)).toBe(rest(sheet));
      expect(squeezed).not.toMatch(/\n| {2}|: |;\}|\/\*/);
      expect(squeezed.length).toBeLessThan(sheet.length * 0.9);
    }
  });
});

describe("the templates of a module", () => {
  const squeezed = (code: string) => squeezeTemplates("a.ts", code);

  it("are plain and short, and what they put in stays as it is written", () => {
    const code = `const a: string = css\`
  \${ names.map((name) => \`\${name}  :x\`).join(",  ") } {
    \${letters}
    top: \${ 1 }px !important;
  }
\`;`;
    expect(squeezed(code)).toBe(
      `const a: string = \`\${ names.map((name) => \`\${name}  :x\`).join(",  ") }{\${letters} top:\${ 1 }px!important}\`;`,
    );
  });

  it("are squeezed within each other", () => {
    // Written with # for $, lest the linter takes them for templates of this file.
    const code = "css`\n a {\n #{b ? css`\n top: 0;\n ` : css``}\n }\n`; // é".replaceAll("#", "$");
    expect(squeezed(code)).toBe("`a{#{b ? `top:0;` : ``}}`; // é".replaceAll("#", "$"));
  });

  it("leave alone what only looks like one", () => {
    const code = '// css` a { `\nconst x = "css` a { `"; html` a { `; a.css` a { `; ` a { `;';
    expect(squeezed(code)).toBe(code);
  });

  it("are those of the page's layer", () => {
    const { transform } = squeezeStylesPlugin();
    const code = "css`a { }`";
    expect(transform(code, "C:\\shield\\lib\\page\\x.ts?v=1")?.code).toBe("`a{}`");
    expect(transform(code, "/shield/lib/ui/x.ts")).toBeUndefined();
    expect(transform("const css = 1;", "/shield/lib/page/x.ts")).toBeUndefined();
  });

  it("are all found", () => {
    const styles = readdirSync("lib/page")
      .map((name) => [`lib/page/${name}`, readFileSync(`lib/page/${name}`, "utf8")] as const)
      .filter(([, code]) => code.includes("css`"));
    expect(styles.map(([file]) => file)).toContain("lib/page/cover-style.ts");
    for (const [file, code] of styles) expect(squeezeTemplates(file, code), file).not.toMatch(/\bcss`/);
  });
});
