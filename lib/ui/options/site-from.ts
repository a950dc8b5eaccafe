/** What somebody types or pastes as a site, made what the preferences call one. */
import { siteOf } from "../../preferences/site.ts";

/**
 * "https://www.Example.org/page" and "example.org" are "example.org"; "*.example.org" is everything below it too (as
 * ".example.org" in other lists, and "*://*.example.org/*" in a browser's), and "*" is every site. Undefined where it
 * is no site.
 */
export function siteFrom(text: string): string | undefined {
  const address = text.trim().replace(/^(?:\*|https?):\/\//i, "");
  if (/^\*(?:\/|$)/.test(address)) return "*";
  const bare = address.replace(/^\*?\./, "");
  let host: string | undefined;
  try {
    host = siteOf(new URL(`https://${bare}`).hostname);
  } catch {
    return undefined;
  }
  // One word is a slip of the pen more often than a machine in the own network, but "localhost" is one.
  if (
    !host ||
    // Chromium has signs that no name of a site has as "%2a", where others refuse them.
    /[*!%\s]|^\.|\.\./.test(host) ||
    (!host.includes(".") && host !== "localhost" && !host.startsWith("["))
  )
    return undefined;
  return bare === address ? host : `*.${host}`;
}
