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
 * "*.example.org" covers example.org and everything below it, "*" every site. With "!" before it an entry is an
 * exception, where the shield stays on. What names the host itself counts more than any pattern, and an exception more
 * than what it is one from.
 */
export function siteOffBy(sitesOff: readonly string[], hostname: string | undefined): string | undefined {
  const site = siteOf(hostname);
  if (site === undefined) return undefined;
  if (sitesOff.includes(site)) return site;
  const exceptions = sitesOff.flatMap((entry) => exceptionIn(entry) ?? []);
  if (exceptions.some((entry) => covers(entry, site))) return undefined;
  return sitesOff.find((entry) => covers(entry, site));
}

/** The entry that keeps the shield on at this host or pattern. */
function exceptionFor(site: string): string {
  return `!${site}`;
}

/** The host or pattern at which an entry keeps the shield on; undefined: it switches it off. */
export function exceptionIn(entry: string): string | undefined {
  return entry.startsWith("!") ? entry.slice(1) : undefined;
}

function covers(entry: string, site: string): boolean {
  // With a dot before it, "notexample.org" does not end like ".example.org".
  return entry === "*" || (entry.startsWith("*.") ? `.${site}`.endsWith(entry.slice(1)) : entry === site);
}

/** Is the shield off here? */
export function isSiteOff(sitesOff: readonly string[], hostname: string | undefined): boolean {
  return siteOffBy(sitesOff, hostname) !== undefined;
}

/**
 * The edit (`Edit.sites`) that switches the shield on or off at this host or pattern alone, whatever wider patterns
 * say.
 */
export function siteEdit(sitesOff: readonly string[], site: string, on: boolean): Record<string, boolean> {
  const exception = exceptionFor(site);
  const gone = Object.fromEntries(
    [site, exception].filter((entry) => sitesOff.includes(entry)).map((entry) => [entry, true]),
  );
  if (!on) return { ...gone, [site]: false };
  const others = sitesOff.filter((entry) => !(entry in gone));
  return isSiteOff(others, site) ? { ...gone, [exception]: false } : gone;
}

/**
 * The edit that switches the shield off at a host or pattern, or keeps it on there. The entry that says the contrary
 * goes: it would still hold, for a host's own entry counts more than an exception, and an exception more than a
 * pattern.
 */
export function entryEdit(sitesOff: readonly string[], site: string, on: boolean): Record<string, boolean> {
  const [entry, contrary] = on ? [exceptionFor(site), site] : [site, exceptionFor(site)];
  return { ...(sitesOff.includes(contrary) ? { [contrary]: true } : {}), [entry]: false };
}
