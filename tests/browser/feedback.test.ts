import { describe, expect, test } from "vitest";
import { expectNoAxeViolations, signIn, useBrowser } from "#tests/support/browser.ts";

const { openPage } = useBrowser();
const journey = "/journeys/northgate-community-health-trust";
const room = "/o/northgate-community-health-trust/feedback";

describe("what people said", () => {
  test("is shown to strangers on a phone, disagreement as large as agreement", async () => {
    const page = await openPage({ width: 360 });
    await page.goto(`${journey}/loops`);
    await expectNoAxeViolations(page);
    const size = (word: string) =>
      page
        .locator(".status", { hasText: word })
        .first()
        .evaluate((mark) => getComputedStyle(mark).fontSize);
    expect(await size("People disagree")).toBe(await size("People agree"));
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });

  test("is answered by a participant without JavaScript, cookies or an account", async () => {
    const desk = await openPage();
    await signIn(desk, "owner", "Northgate Community Health Trust");
    await desk.goto(`${room}/loops`);
    await desk.getByRole("link", { name: /Hold one session/ }).click();
    await desk.getByRole("link", { name: "Ask the people who spoke" }).click();
    await desk.locator("input[name=count]").fill("1");
    await desk.getByRole("button", { name: "Make letters to print" }).click();
    const address = await desk.locator(".letter-address").textContent();
    await expectNoAxeViolations(desk);

    const phone = await openPage({ javaScript: false, width: 360 });
    await phone.goto(new URL(address!).pathname);
    await phone.locator("input[name=reflects][value=no]").check();
    await phone.locator("input[name=changed][value=no]").check();
    await phone.getByRole("button", { name: "Send my answer" }).click();
    expect(await phone.locator(".notice").first().textContent()).toMatch(/Your answer is saved/);
    expect(await phone.context().cookies()).toEqual([]);
  });

  test("may be asked about through the open door, which has no barrier that axe can find", async () => {
    const page = await openPage({ width: 360 });
    for (const path of ["ask", "ask/answer"]) {
      await page.goto(`${journey}/${path}`);
      await expectNoAxeViolations(page);
    }
  });
});
