/** Before each unit test file: `browser.i18n` as the browser has it, with the English words of locales/. */
import { generateChromeMessages, parseMessagesFile } from "@wxt-dev/i18n/build";

const messages = generateChromeMessages(await parseMessagesFile("locales/en.yml"));

const getMessage = (key: string, substitutions: string | string[] = []) =>
  (messages[key]?.message ?? "").replace(/\$(\d)/g, (_, n) => [substitutions].flat()[Number(n) - 1] ?? "");

Object.assign(globalThis, { chrome: { i18n: { getMessage } } });
