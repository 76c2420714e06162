import { describe, expect, test } from "vitest";
import { loadIntervalSolver } from "#app/domain/disclosure/highs-solver.ts";
import { releaseRound } from "#app/domain/recruitment/figures.ts";
import { publicFindings } from "#app/domain/recruitment/public-findings.ts";
import { attack } from "../disclosure/attacker.ts";

const round = {
  scheme: "ew-2021",
  counts: {
    reached: null,
    applied: { white_british: 121, black_african: 58, asian_indian: 13, mixed_other: 4, not_recorded: 21 },
    shortlisted: { white_british: 61, black_african: 23, asian_indian: 9, mixed_other: 1, not_recorded: 9 },
    appointed: null,
    there_after_6_months: null,
    there_after_12_months: null,
  },
  other: null,
  intersections: null,
} as const;
const solver = await loadIntervalSolver();
const audited = { publicTotals: ["applied", "shortlisted"], solver } as const;

describe("a round whose totals are public already", () => {
  const made = releaseRound("round:1", "2026-01-01", round, [], { audited });

  test("shows those totals exactly, hides small groups, and keeps the promise of every hidden cell", () => {
    const { cells } = made.figures;
    expect(made.held).toBeNull();
    expect(cells["applied|all"]).toEqual({ kind: "exact", value: 217, rule: "audited" });
    expect(cells["shortlisted|all"]).toEqual({ kind: "exact", value: 103, rule: "audited" });
    expect(cells["applied|group:mixed"]).toEqual({ kind: "hidden", symbol: "!", rule: "audited" });
    expect(made.ledger[0]?.mode).toBe("audited");
    const { system, unknown, ids } = attack([{ ...made.ledger[0]!, joined: 0, left: 0 }], "audited");
    const hidden = ids.filter((id) => made.ledger[0]!.cells[id]?.kind === "hidden");
    for (const id of hidden) {
      const { lower, upper } = solver(system, unknown(0, id));
      expect([id, lower]).toEqual([id, 0]);
      expect(upper).toBeGreaterThanOrEqual(5);
    }
    console.log({ cells: ids.length, kept: 1 - hidden.length / ids.length });
    expect(hidden.length).toBeLessThan(0.25 * ids.length);
  });

  test("its findings say that the figures are exact, and never that they are rounded", () => {
    const findings = publicFindings(made.figures, null);
    expect(findings.length).toBeGreaterThan(0);
    expect(JSON.stringify(findings)).not.toMatch(/rounded/);
  });

  test("keeps its form: rounding the same people afterwards would unmask them", () => {
    const later = releaseRound("round:1", "2026-06-01", round, made.ledger);
    expect(later.figures.cells).toEqual(made.figures.cells);
    expect(later.held).not.toBeNull();
    expect(later.ledger).toEqual(made.ledger);
  });

  test("is held whole when a public total is itself small", () => {
    const few = {
      ...round,
      counts: { ...round.counts, shortlisted: { white_british: 3, black_african: 1 } },
    };
    const held = releaseRound("round:2", "2026-01-01", few, [], { audited });
    expect(held.held).toMatch(/give away/);
    expect(held.ledger).toEqual([]);
  });
});
