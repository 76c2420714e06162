import { expect, test } from "vitest";
import { RowProblems } from "#app/domain/recruitment/row-problems.ts";

function said(rows: Iterable<readonly [row: number, sentence: string]>) {
  const problems = new RowProblems();
  for (const [row, sentence] of rows) problems.add(row, sentence);
  return { messages: problems.list().map(({ message }) => message), unlisted: problems.unlisted };
}
const each = (rows: readonly number[], sentence: string) => rows.map((row) => [row, sentence] as const);

test("the same thing is said once, with every row it is true of", () => {
  const { messages } = said([
    [3, "it is odd."],
    [4, "it is even."],
    [7, "it is odd."],
    [12, "it is odd."],
  ]);
  expect(messages).toEqual(["Rows 3, 7 and 12: it is odd.", "Row 4: it is even."]);
});

test("rows that follow each other are named by the first and the last", () => {
  expect(said(each([2, 3, 5, 6, 7, 8, 10], "no.")).messages).toEqual(["Rows 2, 3, 5 to 8 and 10: no."]);
  expect(said(each([2, 3, 4], "no.")).messages).toEqual(["Rows 2 to 4: no."]);
});

test("many rows come after the sentence, and none of them is left out", () => {
  const rows = Array.from({ length: 900 }, (_, index) => 2 * index + 3);
  const [message = ""] = said(each(rows, "it is odd.")).messages;
  expect(message).toMatch(/^900 rows: it is odd\. They are rows 3, 5, 7, /);
  expect([...message.matchAll(/\b\d+\b/g)].slice(1).map(Number)).toEqual(rows);
});

test("a million scattered rows do not make a page of megabytes: those not named are counted", () => {
  const rows = Array.from({ length: 500_000 }, (_, index) => 2 * index + 3);
  const [message = ""] = said(each(rows, "it is odd.")).messages;
  expect(message).toMatch(/^500,000 rows: .* and 499,000 rows more\.$/);
  expect(message.length).toBeLessThan(10_000);
});

test("sentences beyond the two hundredth are not listed, and that is said", () => {
  const { messages, unlisted } = said(
    Array.from({ length: 250 }, (_, row) => [row + 2, `no ${row}.`] as const),
  );
  expect([messages.length, unlisted]).toEqual([200, 50]);
});
