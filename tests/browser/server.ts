/** Serves test pages on loopback, whole or in pieces. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** By the end of a path; everything else is HTML. */
const types: Readonly<Record<string, string>> = {
  css: "text/css",
  js: "text/javascript",
  json: "application/json",
  txt: "text/plain",
  xhtml: "application/xhtml+xml",
};

export interface Site {
  /** Ends with a slash. */
  readonly url: string;
  /** Sets what `path` (without the slash) serves. `pieces`: so many bytes at a time, `pause` ms apart. */
  put(path: string, html: string, stream?: { pieces: number; pause: number }): string;
  close(): void;
}

interface Entry {
  html: string;
  stream?: { pieces: number; pause: number } | undefined;
}

export async function serve(): Promise<Site> {
  const entries = new Map<string, Entry>();
  const server: Server = createServer(async (request, response) => {
    const entry = entries.get((request.url ?? "/").slice(1).split(/[?#]/)[0]!);
    if (!entry) {
      response.writeHead(404).end();
      return;
    }
    const [, ending = ""] = /\.(\w+)$/.exec(request.url ?? "") ?? [];
    const type = types[ending] ?? "text/html";
    response.writeHead(200, { "content-type": `${type}; charset=utf-8` });
    const bytes = Buffer.from(entry.html);
    const size = entry.stream?.pieces ?? bytes.length;
    for (let at = 0; at < bytes.length && !response.destroyed; at += size) {
      response.write(bytes.subarray(at, at + size));
      if (entry.stream) await new Promise((r) => setTimeout(r, entry.stream!.pause));
    }
    response.end();
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    url,
    put(path, html, stream) {
      entries.set(path, { html, stream });
      return url + path;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
