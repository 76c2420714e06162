import { expect, test } from "vitest";
import { expectNoAxeViolations, signIn, useBrowser } from "#tests/support/browser.ts";

const { openPage } = useBrowser();

test("a Friday lunchtime is named while it is typed, and nothing is saved", async () => {
  const page = await openPage();
  await signIn(page, "editor", "Northgate Community Health Trust");
  await page.goto("/o/northgate-community-health-trust/sessions/new");
  const result = page.locator("[data-check-result]");
  expect(await result.textContent()).toBe("");
  await page.fill("[name=title]", "Listening lunch");
  await page.fill("[name=purpose]", "To hear what people need");
  await page.check("[name=online]");
  await page.fill("[name=date]", "2027-01-15");
  await page.fill("[name=startTime]", "12:30");
  await page.fill("[name=endTime]", "14:30");
  await result.getByText(/Jumu/).first().waitFor({ timeout: 10_000 });
  expect(await result.textContent()).toContain("Nothing is saved yet.");
  await expectNoAxeViolations(page);
  await page.fill("[name=date]", "");
  await expect.poll(() => result.textContent(), { timeout: 10_000 }).toBe("");
});
