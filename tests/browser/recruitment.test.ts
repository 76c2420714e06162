import { describe, expect, test } from "vitest";
import { expectNoAxeViolations, signIn, useBrowser } from "#tests/support/browser.ts";

const { openPage } = useBrowser();
const northgate = "/o/northgate-community-health-trust/recruitment";
const trust = "Northgate Community Health Trust";

const csv = [
  "Name,Ethnicity,Outcome",
  ...Array.from({ length: 61 }, (_, n) => `Person ${n},White Irish,${n < 31 ? "shortlisted" : "applied"}`),
  ...Array.from({ length: 43 }, (_, n) => `Someone ${n},Black African,${n < 13 ? "Sifted in" : "applied"}`),
  "Odd,=1+1,applied",
].join("\n");

describe("a recruitment round on a phone without JavaScript", () => {
  test("is opened, counted by hand, imported over, and released", async () => {
    const page = await openPage({ javaScript: false, width: 360 });
    await signIn(page, "editor", trust);
    await page.goto(`${northgate}/new`);
    await page.getByRole("button", { name: "Save the round" }).click();
    expect(await page.locator("#errors").innerText()).toMatch(/Give the round a name/);

    await page.getByLabel("Name of the round").fill("A round on a phone");
    await page.getByLabel("Board").check();
    await page.getByLabel("Opened on").fill("2026-01-05");
    await page.getByLabel("Closed on").fill("2026-02-05");
    await page.getByRole("button", { name: "Save the round" }).click();

    await page.getByLabel("White: Irish, applied").fill("3");
    await page.getByLabel("White: Irish, shortlisted").fill("4");
    await page.getByRole("button", { name: "Save the counts" }).click();
    expect(await page.locator("#errors").innerText()).toMatch(/4 shortlisted but only 3 applied/);
    expect(await page.getByLabel("White: Irish, shortlisted").inputValue()).toBe("4");
    await page.getByLabel("White: Irish, shortlisted").fill("2");
    await page.getByRole("button", { name: "Save the counts" }).click();
    expect(await page.locator("main").innerText()).toMatch(/2 of 3/);

    await page.getByRole("link", { name: "Import a spreadsheet" }).click();
    await page.getByLabel("Spreadsheet").setInputFiles({
      name: "people.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(csv),
    });
    await page.getByRole("button", { name: "Read the file" }).click();
    await page.getByLabel("Ethnic group", { exact: true }).selectOption("Ethnicity");
    await page.getByLabel("The furthest stage").selectOption("Outcome");
    await page.getByRole("button", { name: "Show the counts" }).click();
    expect(await page.locator("#problems").innerText()).toMatch(/Row 106: .*formula/);
    await page.getByLabel("“Sifted in”").selectOption("shortlisted");
    await page.getByRole("button", { name: "Show the counts" }).click();
    expect(await page.locator("#preview").innerText()).toMatch(/104 rows counted, 1 left out/);
    await page.getByRole("button", { name: "Keep these counts" }).click();
    expect(await page.locator("main").innerText()).toMatch(/31 of 61/);

    await page.getByRole("link", { name: /see what could be released/ }).click();
    const table = await page.locator("table").first().innerText();
    expect(table).not.toMatch(/\b(31|61|43|13|44|104)\b/);
    await page.getByRole("button", { name: "Release the figures" }).click();
    expect(await page.locator("main").innerText()).toMatch(/The figures are released/);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wider).toBeLessThanOrEqual(0);
  });
});

describe("what the public reads", () => {
  test("is whole without JavaScript, on a phone, and has no exact count", async () => {
    const page = await openPage({ javaScript: false, width: 360 });
    const answer = await page.goto("/journeys/northgate-community-health-trust/recruitment");
    expect(answer?.status()).toBe(200);
    expect(await page.locator("main").innerText()).toMatch(/In a minute/);
    for (const folded of await page.locator("main details > summary").all()) await folded.click();
    const words = await page.locator("main").innerText();
    expect(words).toMatch(/withheld to protect confidentiality/);
    expect(words).toMatch(/Too few to tell/);
    const counts = [...words.matchAll(/\b(\d+) of (\d+)\b/g)].flatMap(([, x, n]) => [Number(x), Number(n)]);
    expect(counts.length).toBeGreaterThan(10);
    expect(counts.filter((count) => count % 5 !== 0)).toEqual([]);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wider).toBeLessThanOrEqual(0);
  });

  test.each(["/journeys/northgate-community-health-trust/recruitment", northgate, `${northgate}/benchmarks`])(
    "%s has no barrier that axe can find",
    async (path) => {
      const page = await openPage();
      if (path.startsWith("/o/")) await signIn(page, "reviewer", trust);
      await page.goto(path);
      await expectNoAxeViolations(page);
    },
  );
});
