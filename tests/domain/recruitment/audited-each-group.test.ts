import { expect, test } from "vitest";
import { loadIntervalSolver } from "#app/domain/disclosure/highs-solver.ts";
import { releaseRound } from "#app/domain/recruitment/figures.ts";
import { nothingCounted } from "#app/domain/recruitment/round-input.ts";
import type { Stage } from "#app/domain/recruitment/round.ts";
import { SCHEMES } from "#app/domain/recruitment/schemes.ts";
import { dice } from "../disclosure/attacker.ts";
import { attackExactSeries } from "./attack-audited.ts";

/** Each takes seconds: ATTACK=full looks at more of them. */
const ROUNDS = process.env["ATTACK"] === "full" ? 12 : 3;

const groups = [...SCHEMES["ew-2021"].categories.map(({ id }) => id), "prefer_not_to_say", "not_recorded"];

/** Exact figures of one round: by five groups or each, by each group with a stage more, and after people joined and left. */
test("exact figures by each group keep the promise, all releases together", async () => {
  const solver = await loadIntervalSolver();
  const found = { releases: 0, cells: 0, shown: 0, asked: 0, held: 0 };
  for (let seed = 1; seed <= ROUNDS; seed += 1) {
    const roll = dice(seed);
    const draw = (people: number, chance: number) =>
      Array.from({ length: people }, roll).filter((mark) => mark < chance).length;
    const thin = (people: Record<string, number>) =>
      Object.fromEntries(Object.entries(people).map(([id, n]) => [id, draw(n, 0.5)]));
    const applied = Object.fromEntries(groups.map((id) => [id, Math.floor(90 * roll() ** 2)]));
    const shortlisted = thin(applied);
    const moved = Object.fromEntries(
      Object.entries(applied).map(([id, n]) => [
        id,
        Math.max(shortlisted[id]!, n - 2 + Math.floor(6 * roll())),
      ]),
    );
    const release = (
      counts: Partial<Record<Stage, Record<string, number>>>,
      ledger: Parameters<typeof releaseRound>[3],
      detail: "five-groups" | "every-group",
    ) =>
      releaseRound(
        "s",
        "2026-06-01",
        { scheme: "ew-2021", counts: { ...nothingCounted(), ...counts }, other: null, intersections: null },
        ledger,
        { detail, audited: { publicTotals: Object.keys(counts) as Stage[], solver } },
      );
    // What the five groups above them showed already can forbid each group; then it stays with the five.
    const first = release({ applied }, [], seed % 3 === 0 ? "five-groups" : "every-group");
    const second = release({ applied, shortlisted }, first.ledger, "every-group");
    const third = release({ applied: moved, shortlisted }, second.ledger, "every-group");
    found.held += [first, second, third].filter(({ held }) => held !== null).length;
    attackExactSeries(third.ledger, solver, found, seed);
  }
  console.log({ ...found, kept: found.shown / found.cells });
  expect(found.asked).toBeGreaterThan(20 * ROUNDS);
  expect(found.shown / found.cells).toBeGreaterThan(0.3);
}, 600_000);
