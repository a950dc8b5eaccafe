/**
 * How long texts stand in a script: as comments of functions that are asked for their own source.
 *
 * An engine reads a string literal letter by letter, keeps a copy and hashes it, in every frame, whether or not it is
 * ever used: three times as long as it takes to run over a comment. And what such a function says of itself is a part
 * of the script's source, which is there anyway: it costs no memory until it is decoded.
 */

/** No entry of the catalog may hold it (check.ts). */
export const mark = "@@carried:";

/** The text as an expression, for `carry` to find once the minifier is through with it: that throws comments away. */
export function markCarried(text: string): string {
  return JSON.stringify(mark + text);
}

/** Where the literal ends that was opened before `from`. */
function endOf(code: string, quote: string, from: number): number {
  let at = from;
  while (code[at] !== quote) at += code[at] === "\\" ? 2 : 1;
  return at;
}

/** Replaces what `markCarried` has marked. Throws for texts that no comment can hold. */
export function carry(code: string): string {
  let out = "";
  let done = 0;
  for (let at = code.indexOf(mark); at >= 0; at = code.indexOf(mark, done)) {
    const end = endOf(code, code[at - 1]!, at);
    const literal = code.slice(at + mark.length, end);
    const text = literal.replace(/\\([\\"'`$])/g, "$1");
    if (/[^ -~]|\*\//.test(text) || /(?<!\\)(\\\\)*\\[^\\"'`$]/.test(literal))
      throw new Error(`no comment can hold ${text.slice(0, 50)}`);
    out += `${code.slice(done, at - 1)} String(()=>{/*${text}*/}).slice(7,-3)`;
    done = end + 1;
  }
  return out + code.slice(done);
}
