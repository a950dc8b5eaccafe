/** A site as the preferences name it: the host in lower case, without "www." and a closing dot. No host: undefined. */
export function siteOf(hostname: string | undefined): string | undefined {
  if (!hostname) return undefined;
  const host = hostname
    .toLowerCase()
    .replace(/\.$/, "")
    .replace(/^www\./, "");
  return host === "" ? undefined : host;
}

/**
 * The entry that switches the shield off here, if there is one. A host covers itself only, not its subdomains;
 * "*.example.org" covers example.org and everything below it.
 */
export function siteOffBy(sitesOff: readonly string[], hostname: string | undefined): string | undefined {
  const site = siteOf(hostname);
  if (site === undefined) return undefined;
  // With a dot before it, "notexample.org" does not end like ".example.org".
  return sitesOff.find((off) => (off.startsWith("*.") ? `.${site}`.endsWith(off.slice(1)) : off === site));
}

/** Is the shield off here? */
export function isSiteOff(sitesOff: readonly string[], hostname: string | undefined): boolean {
  return siteOffBy(sitesOff, hostname) !== undefined;
}
