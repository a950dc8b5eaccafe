/**
 * Before each unit test file: `browser.i18n` as the browser has it, with the English words of locales/. The object stays
 * the same from file to file, for who reads words has kept it.
 */
import { english } from "../../lib/catalog/build/english.ts";

const getMessage = (key: string, substitutions: string | string[] = []) =>
  english(key, ...[substitutions].flat());

const global = globalThis as { chrome?: { i18n?: object } };
const chrome = (global.chrome ??= {});
chrome.i18n = Object.assign(chrome.i18n ?? {}, { getMessage });
