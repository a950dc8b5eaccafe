/** Opening the IndexedDB, with everything that can go wrong on the way. */
import { openDB } from "idb";
import {
  type Database,
  type Migration,
  migrations as shipped,
  type Tables,
  type Upgrade,
} from "./migrations.ts";

export const databaseName = "spoiler-shield";

/** A profile that is damaged or locked can leave the request hanging for good. */
export const patience = 3_000; // ms

export interface DatabaseOptions {
  readonly name?: string;
  readonly migrations?: readonly Migration[];
  readonly patience?: number;
}

/**
 * A function that gives the open database. One connection serves all; after a failure or a loss of the connection
 * the next call tries anew, so that the store comes back without a restart.
 */
export function createOpener(options: DatabaseOptions = {}): () => Promise<Database> {
  const { name = databaseName, migrations = shipped } = options;
  let opening: Promise<Database> | undefined;
  const forget = () => {
    opening = undefined;
  };

  const open = (): Promise<Database> =>
    openDB<Tables>(name, migrations.length, {
      async upgrade(db, from, _to, upgrade) {
        try {
          for (const step of migrations.slice(from)) await step(db, upgrade as unknown as Upgrade);
        } catch {
          // idb would commit the half of it, new version number included. This way openDB rejects.
          upgrade.done.catch(() => {});
          upgrade.abort();
        }
      },
      // A newer version of the extension wants to upgrade: do not stand in its way.
      blocking(_from, _to, event) {
        forget();
        (event.target as IDBDatabase).close();
      },
      terminated: forget,
    });

  return () => {
    if (!opening) {
      // `async`: where IndexedDB does not exist at all, openDB throws at once.
      const attempt = (async () => open())();
      // Waited for once: who asks while the request still hangs is told so at once, or they would all queue behind it.
      const awaited = withPatience(attempt, options.patience ?? patience);
      opening = awaited;
      attempt.then(
        () => {
          if (opening === awaited) opening = attempt;
        },
        () => {
          if (opening === awaited) forget();
        },
      );
    }
    return opening;
  };
}

/** Rejects with a "TimeoutError" where the promise has not settled after `ms`. */
export function withPatience<T>(promise: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new DOMException(`IndexedDB did not answer within ${ms} ms`, "TimeoutError"));
    const timer = setTimeout(late, ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
