import { expect, test } from "vitest";
import { expectNoAxeViolations, signIn, useBrowser } from "#tests/support/browser.ts";

const { openPage } = useBrowser();
const nobody = "00000000-0000-4000-8000-000000000000";
const lost = "We could not find that page";

test("a page that is not there says so in its title, and in the workspace keeps its frame", async () => {
  const page = await openPage({ width: 360 });
  await page.goto("/journeys/nobody");
  expect(await page.title()).toBe(`${lost} – Kept`);
  await signIn(page, "editor", "Northgate Community Health Trust");
  const home = "/o/northgate-community-health-trust";
  const answer = await page.goto(`${home}/commitments/${nobody}`);
  expect(answer?.status()).toBe(404);
  expect(await page.title()).toBe(`${lost} – Kept`);
  expect(await page.locator("h1").textContent()).toBe(lost);
  expect(await page.locator(`main a[href="${home}"]`).count()).toBe(1);
  expect(await page.locator(`nav a[href="${home}/commitments"]`).count()).toBeGreaterThan(0);
  await expectNoAxeViolations(page);
  // Another organisation's workspace is not there at all: no frame, no name.
  await page.goto("/o/harbour-voices/commitments");
  expect(await page.title()).toBe(`${lost} – Kept`);
  expect(await page.locator("body").textContent()).not.toContain("Harbour Voices");
});
