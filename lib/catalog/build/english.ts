/** The words of locales/en.yml where there is no browser to say them: for what the commands print, and for tests. */
import { join } from "node:path";
import { generateChromeMessages, parseMessagesFile } from "@wxt-dev/i18n/build";
import type { Say } from "../../detect/reasons.ts";

const file = join(import.meta.dirname, "../../../locales/en.yml");
const messages = generateChromeMessages(await parseMessagesFile(file));

/** As browsers have it: "" for a key that does not exist. */
export const english: Say = (key, ...put) =>
  (messages[key]?.message ?? "").replace(/\$(\d)/g, (_, n) => put[Number(n) - 1] ?? "");
