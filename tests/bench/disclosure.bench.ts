import { loadIntervalSolver } from "#app/domain/disclosure/highs-solver.ts";
import { releaseRound } from "#app/domain/recruitment/figures.ts";
import { nothingCounted } from "#app/domain/recruitment/round-input.ts";
import { STAGES } from "#app/domain/recruitment/round.ts";
import { SCHEMES } from "#app/domain/recruitment/schemes.ts";
import { dice } from "#tests/domain/disclosure/attacker.ts";
import type { Report } from "./report.ts";

/** A round of about 400 applicants and five stages by each of 19 groups: rounded while somebody waits, exact in the background. */
export async function bench(report: Report): Promise<void> {
  const round = roundOf(dice(19));
  const rounded = secondsOf(() => releaseRound("s", "2026-06-01", round, [], { detail: "every-group" }));
  report({
    name: "a round of 5 stages and 19 groups made fit to publish, rounded",
    measured: rounded,
    budget: 10,
    unit: "s",
    better: "lower",
  });
  const solver = await loadIntervalSolver();
  const audited = { publicTotals: ["applied", "shortlisted"], solver } as const;
  const exact = secondsOf(() =>
    releaseRound("s", "2026-06-01", round, [], { detail: "every-group", audited }),
  );
  report({
    name: "the same in exact figures; a page gives up after a minute",
    measured: exact,
    budget: 60,
    unit: "s",
    better: "lower",
  });
}

function roundOf(roll: () => number) {
  const groups = [...SCHEMES["ew-2021"].categories.map(({ id }) => id), "prefer_not_to_say", "not_recorded"];
  const counts = nothingCounted();
  let people = groups.map(() => Math.floor(90 * roll() ** 3));
  for (const stage of STAGES.slice(1)) {
    counts[stage] = Object.fromEntries(groups.map((id, index) => [id, people[index]!]));
    people = people.map((n) => Array.from({ length: n }, roll).filter((mark) => mark < 0.5).length);
  }
  return { scheme: "ew-2021" as const, counts, other: null, intersections: null };
}

function secondsOf(work: () => unknown): number {
  const began = performance.now();
  work();
  return (performance.now() - began) / 1000;
}
