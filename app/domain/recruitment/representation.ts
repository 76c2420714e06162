import { binomialExact, wilson, type Interval } from "#app/domain/statistics/index.ts";
import type { Benchmark } from "./benchmark.ts";
import { verdict } from "./chance.ts";
import type { CountsByCategory } from "./round.ts";
import { countSelection, type Selection } from "./selection.ts";

/** Private until its figures have passed `protect`: `observed` can be a small count. */
export interface Representation {
  readonly observed: number;
  readonly outOf: number;
  /** Share of the benchmark, 0 to 1. */
  readonly benchmarkShare: number;
  /** People there would be if the group matched the benchmark. Not a whole number. */
  readonly expected: number;
  /** Expected less observed; below 0 when there are more than expected. */
  readonly shortfall: number;
  readonly interval: Interval | null;
  /** Two-sided exact binomial test against the benchmark share. */
  readonly p: number | null;
  readonly tells: boolean;
  readonly sentence: string;
}

/** The group's share of the people counted, against its share of the benchmark, with a 95% Wilson interval. */
export function representation(
  counts: CountsByCategory,
  benchmark: Benchmark,
  group: Selection,
): Representation {
  const { x, n } = countSelection(counts, group);
  const base = countSelection({ ...benchmark.counts }, group);
  if (base.n === 0)
    throw new RangeError(`The benchmark "${benchmark.place}" holds nobody; enter its counts.`);
  const benchmarkShare = base.x / base.n;
  const facts = {
    observed: x,
    outOf: n,
    benchmarkShare,
    expected: n * benchmarkShare,
    shortfall: n * benchmarkShare - x,
  };
  const words = `${x} of ${n} people are ${group.phrase ?? group.label}; matching ${benchmark.place} (${percent(benchmarkShare)}) would be about ${round(facts.expected)}.`;
  if (n === 0)
    return {
      ...facts,
      interval: null,
      p: null,
      tells: false,
      sentence: "Nobody was counted, so nothing can be told.",
    };
  const { p } = binomialExact({ x, n, p0: benchmarkShare });
  const { tells, words: chance } = verdict(p);
  return { ...facts, interval: wilson({ x, n, conf: 0.95 }), p, tells, sentence: `${words} ${chance}` };
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}

function round(people: number): string {
  return people < 10 ? people.toFixed(1) : String(Math.round(people));
}
