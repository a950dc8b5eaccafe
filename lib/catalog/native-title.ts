/** What a show is called where it comes from. */

/** As much of a show as that takes. */
export interface Titled {
  readonly title: string;
  readonly aliases?: readonly string[];
}

const native = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/** The first of its names that is written in kana or kanji; its title where there is none. */
export const nativeTitle = ({ title, aliases = [] }: Titled) => aliases.find((a) => native.test(a)) ?? title;
