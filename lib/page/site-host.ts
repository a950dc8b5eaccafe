/** The site in the address bar, or undefined where a frame cannot know it. */
export function siteHost(view: Window): string | undefined {
  const { location } = view;
  if (view === view.top) return location.hostname;
  const top = location.ancestorOrigins?.[location.ancestorOrigins.length - 1];
  return top && top !== "null" ? new URL(top).hostname : undefined;
}
