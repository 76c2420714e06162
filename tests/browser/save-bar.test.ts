import { expect, test } from "vitest";
import { stylesOf, useBrowser } from "#tests/support/browser.ts";

const { openPage } = useBrowser();
const styles = stylesOf("tokens.css", "base.css", "forms.css");

test("the bar with the button to save covers no field that has the focus", async () => {
  const page = await openPage({ width: 360, height: 640 });
  const fields = Array.from({ length: 40 }, (_, i) => `<p><input class="input" name="f${i}"></p>`).join("");
  const bar = `<div class="save-bar"><button class="button">Save</button><span class="soft">Saving publishes nothing, and invites nobody.</span></div>`;
  await page.setContent(`<style>${styles}</style><form>${fields}${bar}</form>`);
  const covered: string[] = [];
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press("Tab");
    covered.push(
      ...(await page.evaluate(() => {
        const field = document.activeElement as HTMLInputElement;
        const top = document.querySelector(".save-bar")!.getBoundingClientRect().top;
        return field.getBoundingClientRect().bottom > top + 1 ? [field.name] : [];
      })),
    );
  }
  expect(covered).toEqual([]);
  await page.close();
});
