import { describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { expectNoAxeViolations, signIn, useBrowser } from "#tests/support/browser.ts";

const { openPage } = useBrowser();

const harbour = "/o/harbour-voices";
const title = "A quiet room at every session";

async function send(page: Page, name: string | RegExp): Promise<void> {
  await page.locator("main").getByRole("button", { name }).click();
  await page.waitForLoadState();
}

/** axe is a script itself: where the page runs none, the same page is looked at in the other run. */
async function looksSound(page: Page, { javaScript }: { javaScript: boolean }): Promise<void> {
  if (javaScript) await expectNoAxeViolations(page);
}

/** The same on a phone without JavaScript as at a desk with it: nothing below depends on either. */
describe.each([
  { javaScript: false, width: 360 },
  { javaScript: true, width: 1280 },
])("from a recommendation to a published journey (JavaScript: $javaScript, $width px)", (how) => {
  test("adopt, measure, read, update, publish, and read it as a stranger", async () => {
    const page = await openPage(how);
    const promise = `${title} ${how.width}`;
    await signIn(page, "owner", "Harbour Voices");

    await page.goto(`${harbour}/recommendations`);
    await looksSound(page, how);
    await page.goto(`${harbour}/commitments/new`);
    await send(page, /promise|save|adopt/i);
    expect(await page.locator("[role=alert], .error-summary").first().textContent()).toMatch(/title/i);
    await looksSound(page, how);

    await page.fill("[name=title]", promise);
    await page.fill("[name=what]", "A room to be quiet in, marked on the programme, at every session.");
    await page.fill("[name=answerable]", "Director");
    await page.fill("[name=forWhom]", "Everyone who comes");
    await page.fill("[name=startOn]", "2026-01-10");
    await page.fill("[name=dueOn]", "2027-03-31");
    await send(page, /promise|save|adopt/i);
    expect(await page.locator("h1").textContent()).toContain(promise);
    const commitment = new URL(page.url()).pathname;
    await looksSound(page, how);

    await page.goto(`${commitment}/measures/new`);
    await page.fill("[name=title]", "Sessions with a quiet room");
    await page.fill("[name=unit]", "%");
    await page.locator("[name=direction][value=up]").check();
    await page.fill("[name=baselineValue]", "20");
    await page.fill("[name=baselineOn]", "2026-01-10");
    await page.fill("[name=targetValue]", "100");
    await page.fill("[name=targetBy]", "2027-03-31");
    await send(page, /measure|save/i);
    await looksSound(page, how);

    await page.goto(`${commitment}/updates/new`);
    await page.locator("[name=kind][value=setback]").check();
    await page.fill("[name=title]", "The first room was a corridor");
    await page.fill("[name=text]", "People walked through it. We have found another one.");
    await page.fill("[name=effectiveOn]", "2026-02-01");
    await send(page, /update|save|write/i);

    await page.goto(`${harbour}/publish`);
    expect(await page.locator("main").textContent()).toContain(promise);
    await looksSound(page, how);
    await send(page, /^publish/i);
    expect(await page.locator("main").textContent()).toMatch(/published|entries/i);

    const stranger = await openPage(how);
    await stranger.goto("/journeys/harbour-voices");
    expect(await stranger.locator("main").textContent()).toContain(promise);
    await stranger.getByRole("link", { name: promise }).first().click();
    await stranger.waitForLoadState();
    const read = await stranger.locator("main").textContent();
    expect(read).toContain("Sessions with a quiet room");
    expect(read).toContain("The first room was a corridor");
    await looksSound(stranger, how);
  });
});
