/**
 * Marks a style sheet, or whole rules or declarations of one, that is written to be read. It only joins: what readers
 * need and browsers do not, the build takes out, and the mark with it (lib/build/squeeze-styles.ts).
 */
export const css = (strings: TemplateStringsArray, ...values: readonly (string | number)[]): string =>
  String.raw({ raw: strings }, ...values);
