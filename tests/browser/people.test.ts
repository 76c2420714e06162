import { describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { expectNoAxeViolations, signIn, useBrowser } from "#tests/support/browser.ts";

const { openPage } = useBrowser();

async function workspace(page: Page): Promise<string> {
  await signIn(page, "owner", "Northgate Community Health Trust");
  page.setDefaultTimeout(10_000);
  const home = await page.locator("a[href^='/o/']").first().getAttribute("href");
  return home!.split("/").slice(0, 3).join("/");
}

const noSidewaysScroll = async (page: Page) =>
  expect(
    await page.evaluate("document.documentElement.scrollWidth - window.innerWidth"),
    page.url(),
  ).toBeLessThanOrEqual(0);

describe("personas, checks, training, the handout and the preflight", () => {
  test("work from draft to matrix without JavaScript", async () => {
    const page = await openPage({ javaScript: false, width: 360 });
    const base = await workspace(page);
    await page.goto(`${base}/personas/new`);
    await page.fill("[name=title]", "A baker who sails");
    await page.click("text=Start the draft");
    expect(await page.locator("#field-about-error").innerText()).toContain("Say who this person is");
    expect(await page.inputValue("[name=title]")).toBe("A baker who sails");
    await page.fill("[name=about]", "Bakes at four, sails on Sundays.");
    await page.fill("[name=strengths]", "Patient\nReads the wind");
    await page.click("text=Start the draft");
    await page.waitForURL(/personas\/[0-9a-f-]{36}$/);
    await page.selectOption("[name=need]", "by-phone");
    await page.click("text=Add the need");
    await page.fill("[name=makers]", "Harbour Bakers");
    await page.fill("[name=howPaid]", "£25 an hour each");
    await page.fill("[name=consent]", "Agreed in writing, any day back.");
    await page.fill("[name=consentOn]", "2026-02-01");
    await page.selectOption("[name=licence]", "CC-BY-4.0");
    await page.fill("[name=reviewOn]", "2090-02-01");
    await page.click("text=Save who made it");
    expect(await page.locator("#field-makers-error").innerText()).toContain("what they did");
    await page.fill("[name=makers]", "Harbour Bakers: wrote it\nSailing Club: read it");
    await page.click("text=Save who made it");
    expect(await page.locator("main").innerText()).toContain("Ready");
    await page.goto(`${base}/checks`);
    await page.fill("[name=title]", "June workshop");
    await page.uncheck("[name=everyone]");
    await page.check("text=A baker who sails");
    await page.click("button:has-text('Start the check')");
    await page.getByLabel("Found: Joining by phone").selectOption("met");
    await page.click("text=Record what was found");
    expect(await page.locator("main").innerText()).toContain("how one can see that it is met");
    expect(await page.getByLabel("Found: Joining by phone").inputValue()).toBe("met");
    await page.getByLabel("How one can see it: Joining by phone").fill("The number is on the invitation");
    await page.click("text=Record what was found");
    expect(await page.locator("main").innerText()).toContain("1 of 1 need met");
  });

  test("give the makers a link that is shown once, by which they read it again and take it back", async () => {
    const page = await openPage({ javaScript: false, width: 360 });
    const base = await workspace(page);
    await page.goto(`${base}/personas`);
    await page.click("main a:has-text('A baker who sails')");
    await page.click("text=Make a private link");
    const link = await page.locator("main code").innerText();
    expect(link).toMatch(/\/personas\/makers\/[\w-]{20,}$/);
    await noSidewaysScroll(page);
    // The address alone makes no link, and does not show the last one again.
    await page.goto(page.url());
    expect(await page.locator("main code").count()).toBe(0);
    expect(await page.locator("main").innerText()).toContain("1 link open");
    const makers = await openPage({ width: 360 });
    makers.setDefaultTimeout(10_000);
    await makers.goto(link);
    await makers.check("text=Yes, it is still right");
    await makers.fill("[name=reviewOn]", "2020-01-01");
    await makers.click("text=Confirm the review");
    expect(await makers.locator("#field-reviewOn-error").innerText()).toContain("after today");
    await expectNoAxeViolations(makers);
    await makers.check("text=Yes, take this persona back");
    await makers.click("button:has-text('Take it back')");
    await makers.waitForSelector("h1:has-text('You took this persona back')");
    await page.goto(`${base}/personas`);
    expect(await page.locator("main").innerText()).not.toContain("A baker who sails");
  });

  test("walk the matrix with the keyboard alone", async () => {
    const page = await openPage();
    const base = await workspace(page);
    await page.goto(`${base}/checks`);
    await page.locator("main table a").last().click();
    await page.waitForURL(/checks\/[0-9a-f-]{36}$/);
    await page.locator("[name='answers[0].answer']").focus();
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.name")).toBe("answers[0].evidence");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.name")).toBe("answers[1].answer");
    await expectNoAxeViolations(page);
  });

  test("plan a session, save its preflight, refuse a go that is not one", async () => {
    const page = await openPage({ javaScript: false });
    const base = await workspace(page);
    await page.goto(`${base}/sessions/new`);
    await page.fill("[name=title]", "Preflight session");
    await page.fill("[name=purpose]", "To try");
    await page.fill("[name=date]", "2027-07-07");
    await page.fill("[name=startTime]", "10:00");
    await page.fill("[name=endTime]", "11:00");
    await page.check("[name=online]");
    await page.locator("main form button.button:not(.button-second):not(.button-quiet)").last().click();
    await page.waitForURL(/sessions\/[0-9a-f-]{36}$/);
    await page.goto(`${new URL(page.url()).pathname}/preflight`);
    await page.check("[name=racismDiscussed][value=yes]");
    await page.fill("[name=owner]", "Sam");
    await page.fill("[name=readyBy]", "2027-07-01");
    await page.selectOption("[name='items.rate.state']", "done");
    await page.getByRole("button", { name: "Save the preflight" }).click();
    await page.locator("main").getByText("Say what was arranged").first().waitFor();
    await page.fill("[name='items.rate.note']", "£25 an hour");
    await page.fill("[name='items.rate.owner']", "Ana");
    await page.getByRole("button", { name: "Save the preflight" }).click();
    await page.locator("main").getByText("The preflight is saved").first().waitFor();
    await page.check("[name=outcome][value=go]");
    await page.getByRole("button", { name: "Record the decision" }).click();
    await page.locator("main").getByText("items are not in order").first().waitFor();
    await page.check("[name=outcome][value=not-yet]");
    await page.getByRole("button", { name: "Record the decision" }).click();
    await page.locator("main").getByText("The decision is recorded").first().waitFor();
  });

  test.each([360, 1280])("have no barrier that axe can find at %i pixels", async (width) => {
    const page = await openPage({ width });
    const base = await workspace(page);
    const rooms = [
      "personas",
      "personas/new",
      "personas/needs",
      "personas/import",
      "checks",
      "training",
      "training/add",
      "handout",
    ];
    const pages = [...rooms.map((room) => `${base}/${room}`), "/personas", "/personas/method"];
    for (const path of pages) {
      expect((await page.goto(path))?.status(), path).toBe(200);
      await expectNoAxeViolations(page);
      await noSidewaysScroll(page);
    }
    await page.goto(`${base}/training`);
    await page.locator("#facilitators a").first().click();
    await expectNoAxeViolations(page);
    await page.goto(`${base}/personas`);
    await page.locator("main table a").first().click();
    await expectNoAxeViolations(page);
    await page.goto(`${base}/sessions`);
    await page.locator("main a[href*='/sessions/']:has-text('Preflight session')").first().click();
    await page.goto(`${new URL(page.url()).pathname}/preflight`);
    await expectNoAxeViolations(page);
    await noSidewaysScroll(page);
  });

  test("give files and a schema to other software", async () => {
    const page = await openPage();
    const base = await workspace(page);
    const get = (path: string) => page.request.get(path);
    expect((await (await get("/personas/schema.json")).json()).title).toContain("persona library");
    expect((await (await get("/personas.json")).json()).personas).toEqual([]);
    expect((await (await get(`${base}/handout/handout.pdf`)).body()).subarray(0, 5).toString()).toBe("%PDF-");
    expect((await (await get(`${base}/handout/handout.pptx`)).body()).subarray(0, 2).toString()).toBe("PK");
    expect((await get(`${base}/handout/handout.exe`)).status()).toBe(404);
    expect((await get(`${base}/personas/not-an-id`)).status()).toBe(404);
  });
});
