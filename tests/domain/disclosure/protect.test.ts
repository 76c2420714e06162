import { describe, expect, test } from "vitest";
import { loadIntervalSolver } from "#app/domain/disclosure/highs-solver.ts";
import { protect } from "#app/domain/disclosure/protect.ts";
import { protectCount } from "#app/domain/disclosure/rule.ts";
import { protectShare } from "#app/domain/disclosure/share.ts";
import type { CountTable } from "#app/domain/disclosure/table.ts";

const rounded = { mode: "rounded" } as const;
const groups = (counts: Record<string, number>, asOf = "2026-01-01"): CountTable => ({
  series: "round-1",
  asOf,
  counts: { ...counts, All: Object.values(counts).reduce((sum, count) => sum + count, 0) },
  relations: [{ total: "All", parts: Object.keys(counts) }],
});

describe("the default rule", () => {
  test.each([
    [0, { kind: "exact", value: 0, rule: "zero" }],
    [1, { kind: "hidden", symbol: "!", rule: "small" }],
    [7, { kind: "hidden", symbol: "!", rule: "small" }],
    [8, { kind: "rounded", value: 10, rule: "nearest-5" }],
    [12, { kind: "rounded", value: 10, rule: "nearest-5" }],
    [13, { kind: "rounded", value: 15, rule: "nearest-5" }],
  ])("%d", (count, shown) => expect(protectCount(count)).toEqual(shown));

  test("refuses what is not a count of people", () => {
    expect(() => protectCount(-1, "Appointed")).toThrow(/^Appointed must be a whole number/);
    expect(() => protectCount(2.5)).toThrow(RangeError);
    expect(() => protect({ ...groups({ Black: 9 }), counts: { Black: 9, All: 10 } }, rounded, [])).toThrow(
      /"All" is 10/,
    );
  });

  test("percentages need 23 people, and never come with a small part or a small remainder", () => {
    expect(protectShare(10, 22).percent).toBeNull();
    expect(protectShare(10, 23)).toMatchObject({ percent: 40, rule: "from-rounded-counts" });
    expect(protectShare(3, 100)).toMatchObject({ percent: null, rule: "part-hidden" });
    expect(protectShare(97, 100)).toMatchObject({ percent: null, rule: "part-hidden" });
    expect(protectShare(0, 40).percent).toBe(0);
    expect(protectShare(40, 40).percent).toBe(100);
  });
});

describe("subtraction within a table", () => {
  test("13 and 13 shown as 15, with 27 shown as 25, would leave only 1: the table hides more", () => {
    const { table } = protect(groups({ Asian: 13, Black: 1, White: 13 }), rounded, []);
    expect(table.cells["Black"]).toMatchObject({ kind: "hidden" });
    const also = Object.values(table.cells).filter(({ rule }) => rule === "protects-another");
    expect(also.length).toBeGreaterThan(0);
  });
});

describe("time", () => {
  const first = protect(groups({ Asian: 12, Black: 0, White: 40 }), rounded, []);

  test("one person joining changes nothing that is shown, and the date says so", () => {
    for (const counts of [
      { Asian: 13, Black: 0, White: 40 },
      { Asian: 12, Black: 1, White: 40 },
    ]) {
      const next = protect(groups(counts, "2026-02-01"), rounded, first.ledger);
      expect(next.table).toMatchObject({ asOf: "2026-01-01", cells: first.table.cells });
      expect(next.table.held).toMatch(/Fewer than 8/);
      expect(next.ledger).toBe(first.ledger);
    }
  });

  test("eight or more people moving opens the next release", () => {
    const next = protect(groups({ Asian: 18, Black: 3, White: 44 }, "2026-03-01"), rounded, first.ledger);
    expect(next.table).toMatchObject({ asOf: "2026-03-01", held: null });
    expect(next.ledger).toHaveLength(2);
  });

  test("another shape, or another form, of the same series is held", () => {
    const split = protect(groups({ Asian: 12, "Black African": 20, White: 40 }), rounded, first.ledger);
    expect(split.table.held).toMatch(/other groups/);
  });

  test("a table that adds to the last one comes out at once, and what was shown stays as it was", () => {
    const appointed = groups({ Asian: 12, Black: 3, White: 40 });
    const before = protect(appointed, rounded, []);
    const longer: CountTable = {
      ...appointed,
      asOf: "2026-07-01",
      counts: { ...appointed.counts, "White stayed": 30, "White left": 10 },
      relations: [...appointed.relations, { total: "White", parts: ["White stayed", "White left"] }],
    };
    const after = protect(longer, rounded, before.ledger);
    expect(after.table.held).toBeNull();
    expect(after.table.cells).toMatchObject(before.table.cells);
    expect(after.ledger).toHaveLength(2);
    const changed = protect(
      { ...longer, counts: { ...longer.counts, "White stayed": 31, "White left": 9 } },
      rounded,
      after.ledger,
    );
    expect(changed.table).toMatchObject({ asOf: "2026-07-01", cells: after.table.cells });
  });

  test("the ledger survives storage as JSON", () => {
    const stored = JSON.parse(JSON.stringify(first.ledger)) as typeof first.ledger;
    const table = groups({ Asian: 18, Black: 3, White: 44 }, "2026-03-01");
    expect(protect(table, rounded, stored).table).toEqual(protect(table, rounded, first.ledger).table);
  });
});

describe("audited suppression", () => {
  test("an exact public total stays, a second group is hidden to protect the first", async () => {
    const options = { mode: "audited", publicTotals: ["All"], solver: await loadIntervalSolver() } as const;
    const { table } = protect(groups({ Asian: 12, Black: 3, White: 40 }), options, []);
    expect(table.cells).toEqual({
      All: { kind: "exact", value: 55, rule: "audited" },
      Asian: { kind: "hidden", symbol: "!", rule: "audited" },
      Black: { kind: "hidden", symbol: "!", rule: "audited" },
      White: { kind: "exact", value: 40, rule: "audited" },
    });
    const small = protect(groups({ Asian: 2, Black: 1 }), options, []);
    expect(small.table.held).toMatch(/give away/);
    expect(Object.values(small.table.cells).every(({ kind }) => kind === "hidden")).toBe(true);
  });
});
