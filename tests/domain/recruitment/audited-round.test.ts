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

  test("takes later stages on, with every figure that was shown or hidden left as it was", () => {
    const appointed = {
      white_british: 31,
      black_african: 11,
      asian_indian: 2,
      mixed_other: 1,
      not_recorded: 3,
    };
    const grown = { ...round, counts: { ...round.counts, appointed } };
    const later = releaseRound("round:1", "2026-06-01", grown, made.ledger, { audited });
    expect(later.held).toBeNull();
    expect(later.figures.stages).toEqual(["applied", "shortlisted", "appointed"]);
    expect(later.figures.cells).toMatchObject(made.figures.cells);
    expect(later.figures.cells["appointed|group:asian"]?.kind).toBe("hidden");
    const [release] = later.ledger.slice(-1);
    const { system, unknown, ids } = attack([{ ...release!, joined: 0, left: 0 }], "audited");
    for (const id of ids.filter((one) => release!.cells[one]?.kind === "hidden")) {
      const { lower, upper } = solver(system, unknown(0, id));
      expect([id, lower]).toEqual([id, 0]);
      expect(upper).toBeGreaterThanOrEqual(5);
    }
  });

  test("of five stages shows more than half, in few questions to the solver", () => {
    const counts = {
      reached: {
        white_british: 421,
        black_african: 158,
        asian_indian: 43,
        mixed_other: 24,
        not_recorded: 61,
      },
      ...{ applied: round.counts.applied, shortlisted: round.counts.shortlisted },
      appointed: { white_british: 31, black_african: 11, asian_indian: 2, mixed_other: 1, not_recorded: 3 },
      there_after_6_months: {
        white_british: 25,
        black_african: 7,
        asian_indian: 1,
        mixed_other: 1,
        not_recorded: 2,
      },
      there_after_12_months: null,
    };
    let questions = 0;
    const counting: typeof solver = (system, unknown) => {
      questions += 1;
      return solver(system, unknown);
    };
    const options = { audited: { ...audited, solver: counting } };
    const long = releaseRound("round:3", "2026-01-01", { ...round, counts }, [], options);
    const cells = Object.values(long.figures.cells);
    const kept = cells.filter(({ kind }) => kind === "exact").length / cells.length;
    console.log({ cells: cells.length, kept, questions });
    expect(kept).toBeGreaterThan(0.55);
    expect(questions).toBeLessThan(600);
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
