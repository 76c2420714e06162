import { describe, expect, test } from "vitest";
import { expectNoAxeViolations, signIn, useBrowser } from "#tests/support/browser.ts";

const { openPage } = useBrowser();
const organisation = "Centre for Shared Inquiry, Aldermoor University";

describe("a board member on a phone, without JavaScript", () => {
  // The first of them is where whoever tries the demonstration signs in.
  test.each(["Northgate Community Health Trust", organisation])(
    "finds the agenda, the gap and the pack of %s",
    async (name) => {
      const page = await openPage({ javaScript: false, width: 360 });
      await signIn(page, "reviewer", name);
      const base = new URL(page.url()).pathname;
      await page.goto(`${base}/board`);
      expect(await page.locator("#agenda li").count()).toBeGreaterThan(2);
      await page.goto(`${base}/board/pack`);
      expect(await page.locator("h1").textContent()).toContain("Board pack");
      const pdf = await page.request.get(`${base}/board/pack/board-pack.pdf`);
      expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
      await page.goto(`${base}/audit`);
      await page.locator("table a", { hasText: "A year on" }).click();
      await page.getByRole("link", { name: "Read the findings" }).click();
      expect(await page.locator("#gaps li").count()).toBeGreaterThan(0);
    },
  );
});

describe("the rooms of the board", () => {
  test("have no barrier that axe can find, nor anything wider than the page", async () => {
    const page = await openPage({ width: 360 });
    await signIn(page, "reviewer", organisation);
    const base = new URL(page.url()).pathname;
    await page.goto(`${base}/board`);
    const review = (await page.locator("#agenda a[href$='/review']").first().getAttribute("href"))!;
    for (const path of [
      "/audit",
      "/audit/instruments",
      "/board",
      "/board/meetings",
      "/board/clearance",
      "/board/pack",
      "/reminders",
    ]
      .map((each) => base + each)
      .concat(review)) {
      await page.goto(path);
      await expectNoAxeViolations(page);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
    }
  });
  test("print the figures of every finding whole", async () => {
    // As wide as the paper between its margins.
    const page = await openPage({ width: 680 });
    await signIn(page, "reviewer", organisation);
    await page.goto(`${new URL(page.url()).pathname}/audit`);
    await page.locator("table a", { hasText: "A year on" }).click();
    await page.getByRole("link", { name: "Read the findings" }).click();
    await page.emulateMedia({ media: "print" });
    const cut = await page.$$eval(".audit-pair table", (tables) =>
      tables.map((table) => {
        const room = table.closest("figure, .plot")!.getBoundingClientRect();
        return Math.round(table.getBoundingClientRect().right - room.right);
      }),
    );
    expect(cut.length).toBeGreaterThan(3);
    for (const over of cut) expect(over).toBeLessThanOrEqual(0);
  });
});
