/**
 * The catalog's tables for a page of the extension. They are in the package once, in the file that is the content script
 * (entrypoints/shield): loaded by such a page, it hands them over and does nothing else.
 */
import type { Tables } from "../../catalog/tables.ts";

export interface CatalogHolder {
  catalog?: () => Tables;
}

/** `url`: where shield.js lies. Rejects where it cannot be loaded; loads it once. */
export async function loadTables(document: Document, url: string): Promise<Tables> {
  const holder = globalThis as CatalogHolder;
  if (!holder.catalog) {
    const script = document.createElement("script");
    script.src = url;
    await new Promise((loaded, failed) => {
      script.onload = loaded;
      script.onerror = failed;
      document.head.append(script);
    });
  }
  if (!holder.catalog) throw new Error("shield.js has handed no tables over");
  return holder.catalog();
}
