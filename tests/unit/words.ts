/** Before each unit test file: `browser.i18n` as the browser has it, with the English words of locales/. */
import { english } from "../../lib/catalog/build/english.ts";

const getMessage = (key: string, substitutions: string | string[] = []) =>
  english(key, ...[substitutions].flat());

Object.assign(globalThis, { chrome: { i18n: { getMessage } } });
