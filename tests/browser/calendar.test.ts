import { describe, expect, test } from "vitest";
import { expectNoAxeViolations, useBrowser } from "#tests/support/browser.ts";

const { openPage } = useBrowser();
const pages = [
  "/calendar?month=2026-03",
  "/calendar?view=year&year=2026",
  "/calendar?view=list&from=2026-09-01&to=2026-09-30&tradition=judaism",
  "/calendar/diwali",
];

describe("the faith calendar", () => {
  test.each(pages)("is whole on a phone without JavaScript: %s", async (path) => {
    const page = await openPage({ javaScript: false, width: 360 });
    expect((await page.goto(path))?.status()).toBe(200);
    expect(await page.locator("h1").count()).toBe(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });

  test.each(pages)("has no barrier that axe can find: %s", async (path) => {
    const page = await openPage();
    await page.goto(path, { waitUntil: "networkidle" });
    await expectNoAxeViolations(page);
  });

  test("is filtered by a form, and the address keeps the filter", async () => {
    const page = await openPage({ javaScript: false });
    await page.goto("/calendar?view=list&from=2026-11-01&to=2026-11-30");
    await page.locator("summary", { hasText: "Choose traditions" }).click();
    await page.getByLabel("Hindu", { exact: true }).check();
    await page.getByRole("button", { name: "Show" }).click();
    expect(page.url()).toContain("tradition=hindu");
    expect(await page.getByRole("link", { name: "Diwali", exact: true }).count()).toBe(1);
    expect(await page.getByRole("link", { name: "Jumu’ah (Friday prayer)" }).count()).toBe(0);
  });

  test("says which word of an address it cannot read", async () => {
    const page = await openPage({ javaScript: false });
    expect((await page.goto("/calendar?month=2026-13"))?.status()).toBe(400);
    expect(await page.locator("main").innerText()).toContain("month:");
  });
});
