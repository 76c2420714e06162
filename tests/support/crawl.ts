import type { Page } from "playwright-core";

/** One way in which an address is built: ids, numbers and dates taken out, so that a hundred entries count as one kind of page. */
export function patternOf(path: string): string {
  const { pathname } = new URL(path, "http://kept.invalid");
  return pathname
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ":id")
    .replace(/^\/(journeys|recommendations|calendar)\/[a-z0-9_.-]+(?=\/|$)/, "/$1/:name")
    .replace(/\/\d+(?=\/|$)/g, "/:number")
    .replace(/[a-f0-9]{64}/, ":hash");
}

/** Feeds, tables, drawings and evidence: software reads or saves them, and their own tests look at them. */
export function isDocument(path: string): boolean {
  return /\.[a-z0-9]{2,5}$|^\/evidence\/|\/(record\/(tile|key|checkpoint|bodies|file)|export|badge)/.test(
    path,
  );
}

export type Found = { path: string; from: string };

/**
 * Walks every kind of page that links lead to, breadth first, within this site.
 * @param keep which paths belong to the walk
 * @param look called with each page once it is open; the first address of each pattern is opened, queries left out
 */
export async function crawl(
  page: Page,
  start: string[],
  keep: (path: string) => boolean,
  look: (found: Found, status: number) => Promise<void>,
): Promise<Found[]> {
  const seen = new Set<string>();
  const queue: Found[] = start.map((path) => ({ path, from: "the start" }));
  const visited: Found[] = [];
  for (let found = queue.shift(); found; found = queue.shift()) {
    const pattern = patternOf(found.path);
    if (seen.has(pattern)) continue;
    seen.add(pattern);
    const answer = await page.goto(found.path, { waitUntil: "load" });
    visited.push(found);
    await look(found, answer?.status() ?? 0);
    const links = await page.evaluate(() =>
      [...document.querySelectorAll("a[href]:not([download])")].map(
        (link) => (link as HTMLAnchorElement).href,
      ),
    );
    const { origin } = new URL(page.url());
    for (const link of links) {
      if (!URL.canParse(link)) continue;
      const url = new URL(link);
      if (url.origin === origin && keep(url.pathname)) queue.push({ path: url.pathname, from: found.path });
    }
  }
  return visited;
}
