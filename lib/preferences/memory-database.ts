/**
 * IndexedDB for a browser that has none to give: in memory, by a library. To be imported only there, for it takes the
 * place of the browser's own in this context.
 */
import * as memory from "fake-indexeddb";

/** Puts it where idb looks for it. The browser's `indexedDB` cannot be assigned to. */
export function useMemory(): void {
  for (const [name, value] of Object.entries(memory))
    if (/^IDB|^indexedDB$/.test(name))
      Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}
