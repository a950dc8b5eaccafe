/** storage.session as the browsers have it, in memory. */
import type { SessionArea } from "../../../lib/background/tabs.ts";

export function createSession(): SessionArea {
  const items = new Map<string, unknown>();
  return {
    get: async () => structuredClone(Object.fromEntries(items)),
    set: async (values) => {
      for (const [key, value] of Object.entries(values)) items.set(key, structuredClone(value));
    },
    remove: async (key) => void items.delete(key),
  };
}
