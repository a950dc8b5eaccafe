/**
 * The catalog's tables for a page of the extension. They are in the package once, in the file that is the content
 * script (entrypoints/shield): loaded by such a page, it hands them over and does nothing else.
 */
import type { Tables } from "../../catalog/tables.ts";

export interface CatalogHolder {
  catalog?: () => Tables;
}

let loading: Promise<void> | undefined;

/**
 * `url`: where shield.js lies. Rejects where it cannot be loaded, and tries anew when asked again; else loads it once.
 */
export async function loadTables(document: Document, url: string): Promise<Tables> {
  loading ??= load(document, url);
  await loading.catch((error) => {
    loading = undefined;
    throw error;
  });
  const { catalog } = globalThis as CatalogHolder;
  if (!catalog) throw new Error("shield.js has handed no tables over");
  return catalog();
}

function load(document: Document, url: string): Promise<void> {
  return new Promise((loaded, failed) => {
    const script = document.createElement("script");
    script.src = url;
    script.onload = () => loaded();
    script.onerror = () => failed(new Error(`${url} could not be loaded`));
    document.head.append(script);
  });
}
