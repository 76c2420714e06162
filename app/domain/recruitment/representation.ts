import { binomialExact, wilson, type Interval } from "#app/domain/statistics/index.ts";
import type { Benchmark } from "./benchmark.ts";
import type { ListId } from "./benchmark-list.ts";
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
  benchmark: Benchmark<ListId>,
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
  const interval = wilson({ x, n, conf: 0.95 });
  const is = `${x} of ${n} people are ${group.phrase ?? group.label}: ${percent(x / n)}, and between ${whole(interval.lower)} and ${whole(interval.upper)} when chance is allowed for.`;
  const would = `Matching ${benchmark.place} (${percent(benchmarkShare)}) would be about ${round(facts.expected)}${gapInWords(facts.shortfall)}.`;
  return { ...facts, interval, p, tells, sentence: `${is} ${would} ${chance}` };
}

/** Who is short of the expected number, or beyond it; nothing where it is met to a tenth of a person. */
function gapInWords(shortfall: number): string {
  const people = round(Math.abs(shortfall));
  if (people === "0.0") return "";
  return shortfall > 0 ? `: ${people} more than there are` : `: ${people} fewer than there are`;
}

function whole(share: number): string {
  return `${Math.round(100 * share)}%`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}

function round(people: number): string {
  return people < 10 ? people.toFixed(1) : String(Math.round(people));
}
