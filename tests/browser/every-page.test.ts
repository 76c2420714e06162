import { describe, expect, test } from "vitest";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { crawl, type Found, isDocument } from "#tests/support/crawl.ts";
import { signIn, useBrowser } from "#tests/support/browser.ts";

const { openPage } = useBrowser();

const northgate = "/o/northgate-community-health-trust";

/** What is wrong with the page that is open, in sentences. */
async function faults(page: Page, { path, from }: Found, status: number): Promise<string[]> {
  const where = `${path} (linked from ${from})`;
  if (status !== 200) return [`${where} answers ${status}`];
  const found: string[] = [];
  if ((await page.locator("h1").count()) !== 1) found.push(`${where} has not exactly one h1`);
  if (!(await page.title())) found.push(`${where} has no title`);
  const { violations } = await new AxeBuilder({ page }).analyze();
  for (const { id, nodes } of violations) found.push(`${where}: ${id}: ${nodes[0]?.html.slice(0, 160)}`);
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await new AxeBuilder({ page }).withRules(["color-contrast"]).analyze();
  for (const { nodes } of dark.violations)
    found.push(`${where}: too little contrast in the dark: ${nodes[0]?.html.slice(0, 160)}`);
  await page.emulateMedia({ colorScheme: "light" });
  // A desk's screen of 1280 px at 400 % shows 320 of them.
  await page.setViewportSize({ width: 320, height: 800 });
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (wider > 0) found.push(`${where} is ${wider} px too wide at 320 px`);
  const cut = await page.locator("caption:not(:has(.visually-hidden))").evaluateAll((captions) =>
    captions.flatMap((caption) => {
      // The words, not the box: that is as wide as the table.
      const words = document.createRange();
      words.selectNodeContents(caption);
      const edge = caption.closest(".table-region")!.getBoundingClientRect().right;
      return words.getBoundingClientRect().right > edge + 1 ? [caption.textContent] : [];
    }),
  );
  for (const caption of cut) found.push(`${where} cuts off the caption “${caption}” at 320 px`);
  await page.setViewportSize({ width: 1280, height: 900 });
  return found;
}

describe("every kind of page that links lead to", () => {
  test("is sound for a stranger", { timeout: 600_000 }, async () => {
    // Colours that fade over while the scheme changes would be measured half way.
    const page = await openPage({ mayFail: true, reducedMotion: "reduce" });
    const found: string[] = [];
    const visited = await crawl(
      page,
      ["/", "/journeys", "/about", "/privacy", "/accessibility"],
      (path) => !isDocument(path) && !path.startsWith("/o/"),
      async (each, status) => void found.push(...(await faults(page, each, status))),
    );
    expect(found).toEqual([]);
    expect(visited.length).toBeGreaterThan(15);
  });

  test("is sound for an owner, and nobody else's", { timeout: 900_000 }, async () => {
    // Colours that fade over while the scheme changes would be measured half way.
    const page = await openPage({ mayFail: true, reducedMotion: "reduce" });
    await signIn(page, "owner", "Northgate Community Health Trust");
    const found: string[] = [];
    const visited = await crawl(
      page,
      [northgate, "/account"],
      (path) => !isDocument(path) && (path.startsWith(northgate) || path.startsWith("/account")),
      async (each, status) => void found.push(...(await faults(page, each, status))),
    );
    expect(found).toEqual([]);
    expect(visited.length).toBeGreaterThan(20);

    const other = await openPage();
    await signIn(other, "owner", "Harbour Voices");
    const open: string[] = [];
    for (const { path } of visited.filter((each) => each.path.startsWith(northgate))) {
      const theirs = await other.request.get(path, { maxRedirects: 0 });
      if (theirs.status() !== 404) open.push(`${path} answers ${theirs.status()} to another organisation`);
      const mixed = path.replace(northgate, "/o/harbour-voices");
      if (!/[0-9a-f]{8}-[0-9a-f-]{27}/.test(mixed)) continue;
      const smuggled = await other.request.get(mixed, { maxRedirects: 0 });
      if (smuggled.status() !== 404)
        open.push(`${mixed} answers ${smuggled.status()} with another organisation's id`);
    }
    expect(open).toEqual([]);
  });
});
