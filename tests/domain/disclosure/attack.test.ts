import { beforeAll, describe, expect, test } from "vitest";
import { loadIntervalSolver } from "#app/domain/disclosure/highs-solver.ts";
import { fewestMoves, type Ledger, type Release } from "#app/domain/disclosure/ledger.ts";
import { protect } from "#app/domain/disclosure/protect.ts";
import { PROMISED_VALUES, rangeOf, type ProtectedCount } from "#app/domain/disclosure/rule.ts";
import type { IntervalSolver } from "#app/domain/disclosure/solver.ts";
import { crossTable, type CountTable } from "#app/domain/disclosure/table.ts";
import { attack, dice, scatter, type Seen } from "./attacker.ts";

let solver: IntervalSolver;
beforeAll(async () => {
  solver = await loadIntervalSolver();
});

const names = (letter: string, size: number) =>
  Array.from({ length: size }, (_, index) => `${letter}${index}`);

function randomTable(roll: () => number, rows: number, columns: number, people: number): CountTable {
  const counts = scatter(roll, rows * columns, people);
  const at = (row: string, column: string) =>
    counts[Number(row.slice(1)) * columns + Number(column.slice(1))] ?? 0;
  return { series: "s", asOf: "2026-01-01", ...crossTable(names("r", rows), names("c", columns), at) };
}

const seenFrom = (release: Release): Seen => ({ ...release, joined: 0, left: 0 });

/** Values of one cell reached by moving one person, or swapping two, in the true table: enough proof in most cases. */
function easyValues({ counts, cells }: Release, id: string): number {
  const fits = (moved: Record<string, number>) =>
    Object.entries(moved).every(([cell, by]) => {
      const shown = cells[cell];
      const value = (counts[cell] ?? 0) + by;
      if (!shown) return false;
      const [lowest, highest] = rangeOf(shown);
      return value >= lowest && value <= highest;
    });
  const rows = [...new Set(Object.keys(counts).map((cell) => cell.split("|")[0] ?? ""))].filter(
    (name) => name !== "*",
  );
  const columns = [...new Set(Object.keys(counts).map((cell) => cell.split("|")[1] ?? ""))].filter(
    (name) => name !== "*",
  );
  const [row = "", column = ""] = id.split("|");
  const among = (name: string, all: string[]) => (name === "*" ? all : [name]);
  const moves = (by: number) =>
    among(row, rows).flatMap((r) =>
      among(column, columns).flatMap((c) => {
        const one = { [`${r}|${c}`]: by, [`${r}|*`]: by, [`*|${c}`]: by };
        const along = columns.filter((other) => column !== "*" && other !== c);
        const down = rows.filter((other) => row !== "*" && other !== r);
        return [
          { ...one, "*|*": by },
          ...along.map((other) => ({
            [`${r}|${c}`]: by,
            [`*|${c}`]: by,
            [`${r}|${other}`]: -by,
            [`*|${other}`]: -by,
          })),
          ...down.map((other) => ({
            [`${r}|${c}`]: by,
            [`${r}|*`]: by,
            [`${other}|${c}`]: -by,
            [`${other}|*`]: -by,
          })),
        ];
      }),
    );
  const [lowest] = cells[id] ? rangeOf(cells[id]) : [0];
  const reached = [0, 1, 2, 3, 4, 5, 6, 7].filter((value) => {
    const by = value - (counts[id] ?? 0);
    return by === 0 || (value >= lowest && moves(by).some(fits));
  });
  return reached.length;
}

function narrowest(releases: readonly Seen[], solve: IntervalSolver): number {
  const { system, unknown, ids } = attack(releases, "rounded");
  const widths = releases.flatMap(({ cells }, r) =>
    ids
      .filter((id) => cells[id]?.rule === "small")
      .map((id) => {
        const { lower, upper } = solve(system, unknown(r, id));
        return upper - lower + 1;
      }),
  );
  return Math.min(Infinity, ...widths);
}

/** ATTACK=full puts every cell left open to the solver: twelve minutes on a busy machine, so it may take half an hour. */
const isFull = process.env["ATTACK"] === "full";
const SOLVE_EVERY = isFull ? 1 : 20;

/** Hidden for being small, so with several values promised. */
const isPromised = (cell: ProtectedCount | undefined) =>
  cell?.rule === "small" || cell?.rule === "small-or-none";
const isKept = (cell: { kind: string }) => cell.kind !== "hidden";

describe("one release, 10,000 random tables", () => {
  test(
    "no small count is narrowed below the promise, and more is shown than hidden where counts are large",
    () => {
      const roll = dice(20260101);
      let [asked, solved, figures, shown, secondary, held] = [0, 0, 0, 0, 0, 0];
      for (let index = 0; index < 10_000; index += 1) {
        const shape = index % 4;
        const people = shape === 0 ? 120 : 20 + Math.floor(roll() * 400);
        const table = shape === 0 ? randomTable(roll, 6, 5, 120) : randomTable(roll, 2 + shape, 3, people);
        const { table: published, ledger } = protect(table, { mode: "rounded" }, []);
        if (published.held) held += 1;
        const release = ledger[0];
        for (const [id, cell] of Object.entries(published.cells)) {
          if ((table.counts[id] ?? 0) === 0 || (table.counts[id] ?? 0) > 7) {
            figures += 1;
            shown += Number(isKept(cell));
            secondary += Number(!isKept(cell));
          }
          if (!isPromised(cell) || !release) continue;
          asked += 1;
          if (easyValues(release, id) >= PROMISED_VALUES) continue;
          // The exact solver settles what the easy proof leaves open: one table in ten here, all when asked for.
          if (index % SOLVE_EVERY !== 0 && index % SOLVE_EVERY !== 1) continue;
          solved += 1;
          const { system, unknown } = attack([seenFrom(release)], "rounded");
          const { lower, upper } = solver(system, unknown(0, id));
          expect(upper - lower + 1, `table ${index}, cell ${id}`).toBeGreaterThanOrEqual(PROMISED_VALUES);
        }
      }
      console.log({ asked, solved, held, keptOfPublishable: shown / figures, secondary });
      expect(asked).toBeGreaterThan(50_000);
      expect(solved).toBeGreaterThan(50);
      expect(shown / figures).toBeGreaterThan(0.9);
    },
    isFull ? 1_800_000 : 300_000,
  );
});

describe("sequences of 12 releases, people joining or leaving each time", () => {
  test.each([
    { sequences: 200, moves: 1, fewest: 220 },
    { sequences: 60, moves: 6, fewest: 140 },
  ])(
    "$sequences with $moves each time: all releases together keep the promise",
    (given) => {
      const { sequences, moves, fewest } = given;
      const roll = dice(7);
      let [published, offered] = [0, 0];
      for (let sequence = 0; sequence < sequences; sequence += 1) {
        const rows = names("r", 4);
        const columns = names("c", 2);
        const counts = scatter(roll, 8, 40 + Math.floor(roll() * 80));
        let ledger: Ledger = [];
        let seen: Seen[] = [];
        let [joined, left] = [0, 0];
        const trend = roll();
        for (let step = 0; step < 12; step += 1) {
          const at = (row: string, column: string) =>
            counts[Number(row.slice(1)) * 2 + Number(column.slice(1))] ?? 0;
          const table = { series: "s", asOf: `2026-01-${step + 10}`, ...crossTable(rows, columns, at) };
          const before = ledger.length;
          ledger = protect(table, { mode: "rounded" }, ledger).ledger;
          offered += 1;
          const release = ledger.at(-1);
          if (release && ledger.length > before) {
            seen = [...seen, { ...release, joined, left }];
            [joined, left] = [0, 0];
            published += 1;
          }
          for (let move = 0; move < moves; move += 1) {
            const cell = Math.floor(roll() * 8);
            const leaves = roll() > trend && (counts[cell] ?? 0) > 0;
            counts[cell] = (counts[cell] ?? 0) + (leaves ? -1 : 1);
            if (leaves) left += 1;
            else joined += 1;
          }
        }
        for (const [index, release] of ledger.entries()) {
          const next = ledger[index + 1];
          if (next)
            expect(
              fewestMoves(release, { counts: { ...next.counts }, relations: [...next.relations] }),
            ).toBeGreaterThanOrEqual(8);
        }
        if (seen.length > 1 || sequence % 10 === 0) {
          expect(narrowest(seen, solver), `sequence ${sequence}`).toBeGreaterThanOrEqual(PROMISED_VALUES);
        }
      }
      console.log({ moves, published, offered });
      expect(published).toBeGreaterThan(fewest);
    },
    180_000,
  );
});

describe("audited tables", () => {
  test("each hidden cell could be 0 and could be 5 or more, with exact public totals", () => {
    const roll = dice(99);
    let [figures, shown, tables] = [0, 0, 0];
    for (let index = 0; index < 60; index += 1) {
      const table = randomTable(roll, 4, 3, 60 + Math.floor(roll() * 200));
      const options = { mode: "audited", publicTotals: ["*|*"], solver } as const;
      const { table: published, ledger } = protect(table, options, []);
      const release = ledger[0];
      if (!release) continue;
      tables += 1;
      const { system, unknown, ids } = attack([seenFrom(release)], "audited");
      for (const id of ids) {
        figures += 1;
        if (published.cells[id]?.kind !== "hidden") {
          shown += 1;
          continue;
        }
        const { lower, upper } = solver(system, unknown(0, id));
        expect(lower).toBe(0);
        expect(upper).toBeGreaterThanOrEqual(5);
      }
      expect(published.cells["*|*"]).toEqual({ kind: "exact", value: table.counts["*|*"], rule: "audited" });
    }
    console.log({ tables, kept: shown / figures });
    expect(tables).toBeGreaterThan(50);
    // 0.32 before hidden cells were tried again one by one, 0.39 before a sum and its last part were tried together.
    expect(shown / figures).toBeGreaterThan(0.45);
  }, 180_000);

  test("and all releases together, people joining and leaving in between", () => {
    const roll = dice(11);
    let [published, offered] = [0, 0];
    for (let sequence = 0; sequence < 15; sequence += 1) {
      const counts = scatter(roll, 6, 60 + Math.floor(roll() * 100));
      let ledger: Ledger = [];
      for (let step = 0; step < 6; step += 1) {
        const at = (row: string, column: string) =>
          counts[Number(row.slice(1)) * 2 + Number(column.slice(1))] ?? 0;
        const table = {
          series: "s",
          asOf: `2026-01-${step + 10}`,
          ...crossTable(names("r", 3), names("c", 2), at),
        };
        ledger = protect(table, { mode: "audited", publicTotals: ["*|*"], solver }, ledger).ledger;
        offered += 1;
        for (let move = 0; move < 6; move += 1) {
          const cell = Math.floor(roll() * 6);
          counts[cell] = Math.max(0, (counts[cell] ?? 0) + (roll() < 0.4 ? -1 : 1));
        }
      }
      published += ledger.length;
      // What a stranger can know of comings and goings: at least as many as the leaves that changed.
      const moved = ledger.map((release, index) => {
        const before = ledger[index - 1];
        return before
          ? fewestMoves(before, { counts: release.counts, relations: [...release.relations] })
          : 0;
      });
      const seen = ledger.map((release, index) => {
        const change = (release.counts["*|*"] ?? 0) - (ledger[index - 1]?.counts["*|*"] ?? 0);
        const joined = index === 0 ? 0 : (moved[index]! + change) / 2;
        return { ...release, joined, left: index === 0 ? 0 : joined - change };
      });
      if (seen.length === 0) continue;
      const { system, unknown, ids } = attack(seen, "audited");
      for (const [r, { cells }] of seen.entries())
        for (const id of ids) {
          if (cells[id]?.kind !== "hidden") continue;
          const { lower, upper } = solver(system, unknown(r, id));
          expect([sequence, r, id, lower]).toEqual([sequence, r, id, 0]);
          expect(upper).toBeGreaterThanOrEqual(5);
        }
    }
    console.log({ published, offered });
    expect(published).toBeGreaterThan(15);
  }, 180_000);
});
