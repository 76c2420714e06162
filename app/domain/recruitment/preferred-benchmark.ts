import type { Benchmark } from "./benchmark.ts";
import { NATIONAL_BENCHMARKS } from "./national-benchmarks.ts";

const ORDER = ["served", "area", "national"] as const;

/**
 * Whom a round is compared with unless a reader chooses: the people served, else an area, else the nation; the latest of its
 * kind. Only counts made under the round's own list of groups can be compared. Null where there are none.
 */
export function preferredBenchmark<One extends Benchmark>(
  entered: readonly One[],
  scheme: Benchmark["scheme"],
): One | Benchmark | null {
  const fitting = [...entered, ...NATIONAL_BENCHMARKS].filter((benchmark) => benchmark.scheme === scheme);
  return (
    fitting.sort(
      (a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || (a.on < b.on ? 1 : a.on > b.on ? -1 : 0),
    )[0] ?? null
  );
}
