import { describe, expect, test } from "vitest";
import { loadIntervalSolver } from "#app/domain/disclosure/highs-solver.ts";
import type { Ledger } from "#app/domain/disclosure/ledger.ts";
import { PROMISED_VALUES } from "#app/domain/disclosure/rule.ts";
import { releaseRound } from "#app/domain/recruitment/figures.ts";
import { detailsOf } from "#app/domain/recruitment/publish.ts";
import { nothingCounted } from "#app/domain/recruitment/round-input.ts";
import type { Stage } from "#app/domain/recruitment/round.ts";
import { SCHEMES } from "#app/domain/recruitment/schemes.ts";
import { attack, dice } from "../disclosure/attacker.ts";

const counts = {
  ...nothingCounted(),
  applied: {
    white_british: 121,
    white_irish: 9,
    black_african: 58,
    black_caribbean: 4,
    asian_indian: 31,
    asian_chinese: 2,
    not_recorded: 21,
  },
};
const round = { scheme: "ew-2021" as const, counts, other: null, intersections: null };
const byFive = releaseRound("s", "2026-06-01", round, []);
const byEach = (ledger: Ledger, counted: Parameters<typeof releaseRound>[2] = round) =>
  releaseRound("s", "2026-07-01", counted, ledger, { detail: "every-group" });

describe("a round by each group of its scheme", () => {
  test("shows large groups, hides small ones, and keeps the five groups above them", () => {
    const { figures, held } = byEach([]);
    expect(held).toBeNull();
    expect(figures.detail).toBe("every-group");
    expect(figures.cells["applied|white_british"]).toEqual({
      kind: "rounded",
      value: 120,
      rule: "nearest-5",
    });
    expect(figures.cells["applied|asian_chinese"]).toMatchObject({ kind: "hidden" });
    expect(figures.rows.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["black_african", "group:black", "group:all_other", "all"]),
    );
  });

  test("may follow five groups for the same people, with every figure that was public left as it was", () => {
    const next = byEach(byFive.ledger);
    expect(next.held).toBeNull();
    expect(next.figures.cells).toMatchObject(byFive.figures.cells);
    expect(Object.keys(next.figures.cells).length).toBeGreaterThan(Object.keys(byFive.figures.cells).length);
    expect(releaseRound("s", "2026-08-01", round, next.ledger)).toMatchObject({
      held: expect.stringMatching(/those that were released/) as unknown,
      figures: { detail: "every-group" },
    });
  });

  test("does not follow five groups once anybody has joined or left", () => {
    for (const joined of [1, 40]) {
      const applied = { ...counts.applied, white_british: 121 + joined };
      const next = byEach(byFive.ledger, { ...round, counts: { ...counts, applied } });
      expect(next.held).toMatch(/released by five groups, and keep to that/);
      expect(next.figures).toEqual(byFive.figures);
      expect(next.ledger).toBe(byFive.ledger);
    }
  });

  test("is not followed by five groups", () => {
    const first = byEach([]);
    const next = releaseRound("s", "2026-08-01", round, first.ledger, { detail: "five-groups" });
    expect(next.held).toMatch(/each group of the scheme, and keep to that/);
    expect(next.figures).toEqual(first.figures);
    expect(next.ledger).toBe(first.ledger);
  });

  test("keeps its detail unasked when a later stage is counted", () => {
    const first = byEach([]);
    const shortlisted = { white_british: 60, black_african: 20, asian_indian: 11, asian_chinese: 1 };
    const next = releaseRound(
      "s",
      "2026-08-01",
      { ...round, counts: { ...counts, shortlisted } },
      first.ledger,
    );
    expect(next.held).toBeNull();
    expect(next.figures.detail).toBe("every-group");
    expect(next.figures.cells).toMatchObject(first.figures.cells);
  });

  test("is the only choice where the scheme does not roll up", () => {
    expect(detailsOf("ni-2021")).toEqual(["every-group"]);
    expect(detailsOf("ew-2021")).toEqual(["five-groups", "every-group"]);
  });
});

test("five groups, then each group with a stage more, then later counts: no small count can be narrowed from all together", async () => {
  const solver = await loadIntervalSolver();
  const groups = [...SCHEMES["ew-2021"].categories.map(({ id }) => id), "prefer_not_to_say", "not_recorded"];
  let [asked, refined, later] = [0, 0, 0];
  for (let seed = 1; seed <= 12; seed += 1) {
    const roll = dice(seed);
    const applied = Object.fromEntries(groups.map((id) => [id, Math.floor(60 * roll() ** 3)]));
    const thin = (people: Record<string, number>) =>
      Object.fromEntries(
        Object.entries(people).map(([id, n]) => [
          id,
          Array.from({ length: n }, roll).filter((chance) => chance < 0.5).length,
        ]),
      );
    const shortlisted = thin(applied);
    const at = (stages: Partial<Record<Stage, Record<string, number>>>) => ({
      ...round,
      counts: { ...nothingCounted(), ...stages },
    });
    const first = releaseRound("s", "2026-01-01", at({ applied }), []);
    const second = byEach(first.ledger, at({ applied, shortlisted }));
    if (first.held || second.held) continue;
    refined += 1;
    expect(second.figures.cells).toMatchObject(first.figures.cells);
    const moved = Object.fromEntries(
      Object.entries(applied).map(([id, n]) => [id, n + Math.floor(4 * roll())]),
    );
    const third = releaseRound("s", "2026-12-01", at({ applied: moved, shortlisted }), second.ledger);
    later += Number(third.held === null);
    // The second repeats every figure of the first.
    const releases = third.ledger.slice(1);
    const leaves = groups.map((id) => moved[id]! - applied[id]!);
    const joined = leaves.reduce((sum, n) => sum + n, 0);
    const seen = releases.map((release, index) => ({
      ...release,
      joined: index === 0 ? 0 : joined,
      left: 0,
    }));
    const { system, unknown } = attack(seen, "rounded");
    for (const [index, { cells }] of releases.entries())
      for (const [id, { rule }] of Object.entries(cells)) {
        if (rule !== "small" && rule !== "small-or-none") continue;
        asked += 1;
        const { lower, upper } = solver(system, unknown(index, id));
        expect(upper - lower + 1, `seed ${seed}, release ${index}, ${id}`).toBeGreaterThanOrEqual(
          PROMISED_VALUES,
        );
      }
  }
  console.log({ refined, later, asked });
  expect(refined).toBeGreaterThan(6);
  expect(asked).toBeGreaterThan(100);
}, 120_000);
