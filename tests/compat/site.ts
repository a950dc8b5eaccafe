/** Serves what was built of the applications, pages of the tests' own, and a page in pieces as its server sent it. */
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { built } from "./apps.ts";

/** One piece of a page, and the milliseconds before it. */
export interface Piece {
  readonly wait: number;
  readonly html: string;
}

export interface CompatSite {
  /** Ends with a slash. `?wait=500`: answers so many milliseconds later. */
  readonly url: string;
  /** Serves this under a path of its own. Returns the address. */
  put(path: string, page: string | readonly Piece[]): string;
  close(): void;
}

const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  xhtml: "application/xhtml+xml; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
};

export async function serveCompat(): Promise<CompatSite> {
  const pages = new Map<string, string | readonly Piece[]>();
  const find = (path: string): string | readonly Piece[] | undefined => {
    const own = pages.get(path);
    if (own !== undefined || !/^[\w./-]+$/.test(path) || path.includes("..")) return own;
    return existsSync(built + path) ? readFileSync(built + path, "utf8") : undefined;
  };
  const server = createServer(async (request, response) => {
    const asked = new URL(request.url ?? "/", "http://site.example");
    const path = asked.pathname.slice(1);
    await pause(Number(asked.searchParams.get("wait")));
    // Browsers ask for it, and complain in the console.
    const page = path === "favicon.ico" ? "" : find(path);
    response.writeHead(page === undefined ? 404 : 200, {
      "content-type": types[path.split(".").at(-1) as string] ?? types["html"],
    });
    if (typeof page !== "object") return response.end(page);
    for (const { wait, html } of page) {
      await pause(wait);
      if (response.destroyed) return;
      response.write(html);
    }
    response.end();
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    url,
    put(path, page) {
      pages.set(path, page);
      return url + path;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
