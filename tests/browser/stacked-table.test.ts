import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { DataTable } from "#app/ui/data/data-table.tsx";
import { stylesOf, useBrowser } from "#tests/support/browser.ts";

const { openPage } = useBrowser();
const styles = stylesOf("base.css", "data.css");

/** How far the words of a stacked table reach beyond it on a phone. */
async function beyond(words: string): Promise<number> {
  const table = createElement(DataTable<string>, {
    caption: "Words",
    rows: [words],
    rowKey: (row) => row,
    columns: [
      { header: "Named", rowHeader: true, cell: (row) => createElement("a", { href: "#" }, row) },
      { header: "Said", cell: (row) => row },
      { header: "Linked", cell: (row) => createElement("a", { href: "#" }, row) },
    ],
  });
  const page = await openPage({ width: 360, height: 640 });
  await page.setContent(`<style>${styles}</style>${renderToStaticMarkup(table)}`);
  const width = await page.locator(".table-region").evaluate((one) => one.scrollWidth - one.clientWidth);
  await page.close();
  return width;
}

test("a word without end breaks in the stacked cells of a phone, also in a link", async () => {
  expect(await beyond("A few words of the usual length")).toBe(0);
  expect(await beyond("Q".repeat(200))).toBe(0);
});

test("words and elements of one cell stay beside its label, in the order they were written", async () => {
  const cell = createElement("span", null, "The way in has steps. ", createElement("i", null, "Check."));
  const table = createElement(DataTable<string>, {
    caption: "Words",
    rows: ["one"],
    rowKey: (row) => row,
    columns: [
      { header: "Named", rowHeader: true, cell: (row) => row },
      { header: "Said", cell: () => cell.props.children },
    ],
  });
  const page = await openPage({ width: 360, height: 640 });
  await page.setContent(`<style>${styles}</style>${renderToStaticMarkup(table)}`);
  const [words, check] = await page.locator("td").evaluate((td) =>
    [td.firstChild!, td.lastElementChild!].map((node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return range.getBoundingClientRect().x;
    }),
  );
  expect(words).toBeGreaterThan(130);
  expect(check).toBeGreaterThanOrEqual(words!);
  await page.close();
});
