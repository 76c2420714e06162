import { describe, expect, test } from "vitest";
import { expectNoAxeViolations, signIn, useBrowser } from "#tests/support/browser.ts";

const { openPage } = useBrowser();
const organisation = "Northgate Community Health Trust";

const pages = [
  "",
  "/funds",
  "/funds/new",
  "/offers",
  "/offers/new",
  "/payments",
  "/bids",
  "/bids/new",
  "/rates",
  "/staff",
  "/turnouts",
  "/summary",
  "/guidance",
  "/import",
];

async function givenRoom(options: Parameters<typeof openPage>[0]) {
  const page = await openPage(options);
  await signIn(page, "owner", organisation);
  await page.goto("/account/organisations");
  const home = await page.locator('main a[href^="/o/"]').first().getAttribute("href");
  return { page, base: `${home}/pay` };
}

describe("the pay room", () => {
  test("has no barrier that axe can find, and fits a phone", async () => {
    const { page, base } = await givenRoom({ javaScript: true, width: 360 });
    for (const path of pages) {
      const answer = await page.goto(base + path);
      expect(answer?.status(), path).toBe(200);
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(sideways, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
      await expectNoAxeViolations(page);
    }
  });

  test("takes a fund, an offer and the person's own choice without JavaScript", async () => {
    const { page, base } = await givenRoom({ javaScript: false, width: 360 });
    await page.goto(`${base}/funds/new`);
    await page.getByLabel("Name", { exact: true }).fill("A small fund");
    await page.getByLabel("Grant").check();
    await page.getByLabel("Who gave it").fill("A friend");
    await page.getByLabel("Begins on").fill("2026-01-01");
    await page.getByLabel("Ends on").fill("2027-12-31");
    await page.getByLabel("Amount", { exact: true }).fill("1.200,50");
    await page.getByRole("button", { name: "Add the fund" }).click();
    await expect(page.locator("#errors").innerText()).resolves.toMatch(/not an amount/);
    expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe("A small fund");
    await page.getByLabel("Amount", { exact: true }).fill("500");
    await page.getByRole("button", { name: "Add the fund" }).click();
    await page.getByLabel("What it pays for").selectOption("participant-time");
    await page.getByLabel("Name of the line").fill("Afternoons");
    await page.getByLabel("Amount", { exact: true }).fill("300");
    await page.getByRole("button", { name: "Add the line" }).click();
    await page.goto(`${base}/offers/new`);
    await page.getByLabel("Reference for the person").fill("P-900");
    await page.getByLabel("Role", { exact: true }).fill("Group member");
    await page.getByLabel("Takes part on").fill("2026-12-01");
    await page.getByLabel("Meeting or workshop: minutes").fill("90");
    await page.getByLabel("Meeting or workshop: rate an hour").fill("20");
    await page.getByLabel("Budget line that pays").selectOption({ label: "Afternoons, A small fund" });
    await page.getByLabel("The money will have arrived by").fill("2026-12-10");
    await page.getByRole("button", { name: "Record the offer" }).click();
    await page.getByRole("button", { name: "Make a private link" }).click();
    const link = await page.locator("main code").innerText();
    const own = await openPage({ javaScript: false, width: 360 });
    await own.goto(new URL(link).pathname);
    expect(await own.locator("main").innerText()).toContain("£30");
    await own.getByLabel("Voucher").check();
    await own.getByRole("button", { name: "Keep my choice" }).click();
    expect(await own.locator("main").innerText()).toMatch(/Your choice\s+Voucher/);
    await own.getByRole("button", { name: "It has not come" }).click();
    expect(await own.locator("main").innerText()).toContain("that it has not come");
    await page.goto(base);
    expect(await page.locator("main").innerText()).toContain("P-900 said on");
  });
});

describe("a participant's page and the public figures", () => {
  test("have no barrier that axe can find", async () => {
    const page = await openPage({ width: 360 });
    await page.goto("/journeys");
    const journey = await page.getByRole("link", { name: organisation }).first().getAttribute("href");
    const answer = await page.goto(`${journey}/pay`);
    expect(answer?.status()).toBe(200);
    expect(await page.locator("main").innerText()).toMatch(/people taking part were offered payment/);
    await expectNoAxeViolations(page);
  });
});
