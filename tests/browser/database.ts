/** The extension's database, past all of its code: for what no version of it would write. */
import type { Page } from "puppeteer-core";

/** Opens it in a page of the extension, as `db`; `version`: after an upgrade in which `upgrade` runs. */
export const withDatabase = (
  popup: Page,
  code: string,
  version = "undefined",
  upgrade = "",
): Promise<unknown> =>
  popup.evaluate(`new Promise((resolve, reject) => {
    const request = indexedDB.open("spoiler-shield", ${version});
    request.onupgradeneeded = () => { ${upgrade} };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const db = request.result;
      const done = (value) => { db.close(); resolve(value); };
      ${code}
    };
  })`);
