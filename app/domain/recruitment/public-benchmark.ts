import { z } from "zod";
import { protect } from "#app/domain/disclosure/protect.ts";
import type { Ledger } from "#app/domain/disclosure/ledger.ts";
import { shareOf } from "#app/domain/disclosure/share.ts";
import type { Benchmark } from "./benchmark.ts";
import { listGroups, type ListId } from "./benchmark-list.ts";
import { OTHER_RELIGIONS } from "./characteristics.ts";
import { roundTable, usualDetail } from "./publish.ts";
import { SCHEMES } from "./schemes.ts";
import { countSelection, whiteAndAllOther } from "./selection.ts";

/** A benchmark as anybody may see it: the share of all other ethnic groups combined, in percent. */
export const PublicBenchmark = z.object({
  kind: z.enum(["served", "area", "national"]),
  place: z.string(),
  source: z.string(),
  on: z.iso.date(),
  /** Null where it would point at somebody, or too few people are behind it. */
  allOtherPercent: z.number().min(0).max(100).nullable(),
});
export type PublicBenchmark = z.infer<typeof PublicBenchmark>;

const STAGES_NOT_COUNTED = {
  applied: null,
  shortlisted: null,
  appointed: null,
  there_after_6_months: null,
  there_after_12_months: null,
};

/**
 * A census is public already, so its share is exact to one decimal. The people an organisation serves are as much entitled to
 * protection as those it recruits: their share comes from a table that has passed `protect`, in a series of its own.
 */
export function releaseBenchmark(
  series: string,
  benchmark: Benchmark,
  ledger: Ledger,
): { benchmark: PublicBenchmark; ledger: Ledger } {
  const { kind, place, source, on, scheme, counts } = benchmark;
  const about = { kind, place, source, on };
  if (kind !== "served") {
    const { x, n } = countSelection({ ...counts }, whiteAndAllOther(SCHEMES[scheme]).allOther);
    const allOtherPercent = n === 0 ? null : Math.round((1000 * x) / n) / 10;
    return { benchmark: { ...about, allOtherPercent }, ledger };
  }
  const people = {
    scheme,
    counts: { ...STAGES_NOT_COUNTED, reached: { ...counts } },
    other: null,
    intersections: null,
  };
  const made = protect(roundTable(series, on, people, usualDetail(scheme)), { mode: "rounded" }, ledger);
  const [part, whole] = [made.table.cells["reached|group:all_other"], made.table.cells["reached|known"]];
  const allOtherPercent = part && whole ? shareOf(part, whole).percent : null;
  // A held release shows the figures of an earlier day: say so by that day.
  return { benchmark: { ...about, on: made.table.asOf, allOtherPercent }, ledger: made.ledger };
}

/** A census by the other characteristic of a round, as anybody may see it. */
export type OtherBenchmark = {
  readonly place: string;
  readonly source: string;
  readonly on: string;
  /** Percent of those who answered, by answer, to one decimal. Answers that it counts as one with others are not in it. */
  readonly percents: Readonly<Record<string, number>>;
};

/**
 * Null for the people an organisation serves: by this characteristic their counts have passed no `protect`, so that only its own
 * members may compare with them.
 */
export function otherBenchmarkOf(benchmark: Benchmark<ListId> | null): OtherBenchmark | null {
  if (!benchmark || benchmark.kind === "served") return null;
  const { place, source, on, scheme, counts } = benchmark;
  const all = Object.values(counts).reduce((sum, people) => sum + people, 0);
  if (all === 0) return null;
  const together = new Set<string>(OTHER_RELIGIONS.id in counts ? OTHER_RELIGIONS.parts : []);
  const percents = listGroups(scheme)
    .filter(({ id }) => !together.has(id))
    .map(({ id }) => [id, Math.round((1000 * (counts[id] ?? 0)) / all) / 10]);
  return { place, source, on, percents: Object.fromEntries(percents) };
}
