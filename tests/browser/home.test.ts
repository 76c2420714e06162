import { describe, expect, test } from "vitest";
import { expectNoAxeViolations, useBrowser } from "#tests/support/browser.ts";

const { openPage } = useBrowser();

describe("the first page", () => {
  test.each([true, false])("is whole with JavaScript: %s", async (javaScript) => {
    const page = await openPage({ javaScript, width: 360 });
    const answer = await page.goto("/");
    expect(answer?.status()).toBe(200);
    expect(await page.locator("h1").count()).toBe(1);
  });

  test("has no barrier that axe can find, and no script that the policy blocks", async () => {
    const page = await openPage();
    await page.goto("/", { waitUntil: "networkidle" });
    await expectNoAxeViolations(page);
  });
});
