/** Only ASCII, so that the engine keeps the script's source in one byte a character. For code and JSON. */
export function ascii(code: string): string {
  return code.replace(/[\u007f-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
