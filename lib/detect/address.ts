/** Longer titles and addresses say nothing more. */
export const mostTitle = 300;

/** The words of an address's path, capitalised, as a title would have them; "" for no address. */
export function addressWords(url: string): string {
  let path: string;
  try {
    path = decodeURIComponent(new URL(url).pathname);
  } catch {
    return "";
  }
  return path
    .replace(/[-_/+.]+/g, " ")
    .replace(/\b\p{Ll}/gu, (c) => c.toUpperCase())
    .slice(0, mostTitle);
}
