/** A site as the preferences name it: the host in lower case, without "www." and a closing dot. No host: undefined. */
export function siteOf(hostname: string | undefined): string | undefined {
  if (!hostname) return undefined;
  const host = hostname
    .toLowerCase()
    .replace(/\.$/, "")
    .replace(/^www\./, "");
  return host === "" ? undefined : host;
}

/** Is the shield off here? A host that is switched off covers itself only, not its subdomains. */
export function isSiteOff(sitesOff: readonly string[], hostname: string | undefined): boolean {
  const site = siteOf(hostname);
  return site !== undefined && sitesOff.includes(site);
}
