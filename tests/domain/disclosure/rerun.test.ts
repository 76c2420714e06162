import { expect, test } from "vitest";
import { protect } from "#app/domain/disclosure/protect.ts";
import { rangeOf, type ProtectedCount } from "#app/domain/disclosure/rule.ts";
import { crossTable, type CountTable } from "#app/domain/disclosure/table.ts";
import { dice, scatter } from "./attacker.ts";

/** ATTACK=full looks at as many as docs/decisions/small-counts.md reports of. */
const TABLES = process.env["ATTACK"] === "full" ? 26 : 5;
/** Of more tables that fit, this many are drawn by lot: then fewer values may be met than there are, never more. */
const MOST_RERUN = 1500;

type Cells = Readonly<Record<string, ProtectedCount>>;
const [rows, columns] = [
  ["r0", "r1", "r2"],
  ["c0", "c1"],
];
const leaves = rows!.flatMap((row) => columns!.map((column) => `${row}|${column}`));

function tableOf(people: readonly number[]): CountTable {
  const at = (row: string, column: string) => people[leaves.indexOf(`${row}|${column}`)]!;
  return { series: "s", asOf: "2026-01-01", ...crossTable(rows!, columns!, at) };
}

/** Every table that could be printed as these figures, whatever else the program would have hidden of it. */
function fitting(cells: Cells, most: number): number[][] {
  const sums = Object.keys(cells).filter((id) => id.includes("*"));
  const found: number[][] = [];
  const people = leaves.map(() => 0);
  const fill = (leaf: number) => {
    if (leaf < leaves.length) {
      const [lowest, highest] = rangeOf(cells[leaves[leaf]!]!);
      for (let count = lowest; count <= Math.min(highest, most); count += 1) {
        people[leaf] = count;
        fill(leaf + 1);
      }
      return;
    }
    const { counts } = tableOf(people);
    const fits = sums.every((id) => {
      const [lowest, highest] = rangeOf(cells[id]!);
      return counts[id]! >= lowest && counts[id]! <= highest;
    });
    if (fits) found.push([...people]);
  };
  fill(0);
  return found;
}

/**
 * What the promise does not cover, so that it is known and does not grow unseen: someone who runs this program over all tables
 * that fit what is shown, and keeps those that come out alike. Where nothing was hidden for another's sake there is nothing to
 * learn; these are tables where something was.
 */
test("which figures were chosen to be hidden tells little to someone who runs the program again", () => {
  const roll = dice(20260101);
  const print = (cells: Cells) => JSON.stringify(Object.entries(cells).sort());
  let [made, told, small, exact, two] = [0, 0, 0, 0, 0];
  while (told < TABLES) {
    const table = tableOf(scatter(roll, leaves.length, 20 + Math.floor(roll() * 41)));
    const { cells, held } = protect(table, { mode: "rounded" }, []).table;
    made += 1;
    const rules = Object.values(cells).map(({ rule }) => rule);
    if (held || !rules.includes("protects-another") || rules.includes("small-or-none")) continue;
    told += 1;
    const fit = fitting(cells, 75);
    const rerun =
      fit.length > MOST_RERUN
        ? Array.from({ length: MOST_RERUN }, () => fit[Math.floor(roll() * fit.length)]!)
        : fit;
    const alike = rerun.map(tableOf).filter((other) => {
      const again = protect(other, { mode: "rounded" }, []).table;
      return again.held === null && print(again.cells) === print(cells);
    });
    for (const id of Object.keys(cells).filter((one) => cells[one]!.rule === "small")) {
      small += 1;
      const values = new Set([...alike, table].map(({ counts }) => counts[id]));
      exact += Number(values.size === 1);
      two += Number(values.size === 2);
    }
  }
  console.log({ made, told, small, exact, two });
  expect(exact / small).toBeLessThan(0.1);
  expect((exact + two) / small).toBeLessThan(0.45);
}, 300_000);
