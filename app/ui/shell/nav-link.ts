/** One item of a navigation. `href` is a path of this site; `count` is shown beside the label when there is something to do. */
export type NavLink = { href: string; label: string; count?: number };

/** Whether `href` is the page at `path` or the room that holds it ("/journeys" holds "/journeys/northgate"). */
export function isCurrent(href: string, path: string | undefined): "page" | "true" | undefined {
  if (path === undefined) return undefined;
  if (path === href) return "page";
  return href !== "/" && path.startsWith(`${href}/`) ? "true" : undefined;
}
