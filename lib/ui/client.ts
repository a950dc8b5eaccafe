/** The extension's pages talk to the background through this. */
import type { Answer, PopupMessage, Reply } from "../messages.ts";
import { snapshotKey } from "../preferences/snapshot.ts";

/** Asks the background; rejects where it refuses or does not answer. */
export type Ask = <M extends PopupMessage>(message: M) => Promise<Answer<M>>;

/** `send` is `runtime.sendMessage`. */
export function createAsk(send: (message: PopupMessage) => Promise<unknown>): Ask {
  return async <M extends PopupMessage>(message: M) => {
    const reply = (await send(message)) as Reply<Answer<M>> | undefined;
    if (!reply) throw new Error(`no answer to ${message.type}`);
    if (!reply.ok) throw new Error(reply.error);
    return reply.value;
  };
}

interface Changes {
  readonly onChanged: { addListener(listener: (changes: object) => void): void };
}

/** Calls `refresh` whenever the choices have changed, whoever has changed them. `local` is `storage.local`. */
export function follow(local: Changes, refresh: () => Promise<unknown>): void {
  local.onChanged.addListener((changes) => {
    if (snapshotKey in changes) void refresh();
  });
}
