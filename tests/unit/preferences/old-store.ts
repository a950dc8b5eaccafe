/** A profile as version 1 of the store left it: written with the browser's own API, not with today's code. */
const rows = {
  progress: [
    { show: "alpha", progress: { state: "watched" }, updatedAt: 1_700_000_000_000 },
    { show: "beta", progress: { state: "watching", part: 1, episode: 7 }, updatedAt: 1_700_000_000_001 },
    { show: "delta", progress: { state: "open" }, updatedAt: 1_700_000_000_002 },
  ],
  settings: [
    { key: "level", value: "careful" },
    { key: "revision", value: 12 },
    { key: "sitesOff", value: ["a.example", "b.example"] },
  ],
  quarantine: [{ table: "progress", row: { show: 7 }, reason: "no id", at: 1 }],
};

export function writeStoreOfVersion1(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("spoiler-shield", 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("progress", { keyPath: "show" });
      request.result.createObjectStore("settings", { keyPath: "key" });
      request.result.createObjectStore("quarantine", { autoIncrement: true });
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const tx = request.result.transaction(["progress", "settings", "quarantine"], "readwrite");
      for (const [table, list] of Object.entries(rows))
        for (const row of list) tx.objectStore(table).put(row);
      tx.oncomplete = () => {
        request.result.close();
        resolve();
      };
    };
  });
}
