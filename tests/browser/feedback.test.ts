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

  test("is taken back over a link that was switched off, which shows nothing else", async () => {
    const desk = await openPage({ javaScript: false });
    await signIn(desk, "owner", "Northgate Community Health Trust");
    await desk.goto(`${room}/loops`);
    await desk.getByRole("link", { name: /Hold one session/ }).click();
    const said = await desk.locator("blockquote.said, .said").first().textContent();
    await desk.getByRole("link", { name: "Ask the people who spoke" }).click();
    const links = desk.url();
    await desk.locator("input[name=count]").fill("1");
    await desk.getByRole("button", { name: "Make letters to print" }).click();
    const address = new URL((await desk.locator(".letter-address").textContent())!).pathname;
    const number = /number (\d+)/.exec((await desk.locator("main").textContent())!)![1]!;
    await desk.goto(`${links}?invitation=${number}`);
    await desk.getByRole("button", { name: "Switch it off" }).click();

    const phone = await openPage({ javaScript: false, width: 360 });
    expect((await phone.goto(address))!.status()).toBe(409);
    const shown = await phone.locator("body").textContent();
    expect(shown).toMatch(/This private link was switched off\. Ask whoever gave it to you/);
    expect(shown).not.toContain(said!.trim().slice(0, 40));
    const overflow = await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await phone.getByRole("button", { name: /Take my words back|Take them back/ }).click();
    expect(await phone.locator("body").textContent()).toMatch(/Tick the box if you are sure/);
    expect(await phone.context().cookies()).toEqual([]);
    const looked = await openPage({ width: 360 });
    await looked.goto(address);
    await expectNoAxeViolations(looked);
  });

  test("is not lost when a check-in is sent with a wrong passphrase", async () => {
    const page = await openPage({ javaScript: false, width: 360 });
    await page.goto(`${journey}/ask/answer`);
    // As the page of an opened case sends it.
    await page.evaluate(() => {
      const form = document.querySelector("main form")!;
      form.insertAdjacentHTML(
        "beforeend",
        '<input name="day" value="30"><input name="happened" value="yes"><input name="words" value="My hours were cut.">',
      );
    });
    await page.locator("input[name=code]").fill("2345-6789-ABCD");
    await page.locator("input[name=passphrase]").fill("not the right one");
    await page.getByRole("button", { name: "Read the answer" }).click();
    expect(await page.locator("textarea[name=words]").inputValue()).toBe("My hours were cut.");
    expect(await page.locator("input[name=happened][value=yes]").isChecked()).toBe(true);
    expect(await page.locator("input[name=code]").inputValue()).toBe("2345-6789-ABCD");
    expect(await page.locator("input[name=passphrase]").inputValue()).toBe("");
  });
});
