import type { Benchmark } from "./benchmark.ts";
import type { ListId } from "./benchmark-list.ts";
import type { SchemeId } from "./category.ts";
import type { Characteristic } from "./characteristics.ts";
import { NATIONAL_BENCHMARKS } from "./national-benchmarks.ts";

const ORDER = ["served", "area", "national"] as const;

/**
 * Whom a round is compared with unless a reader chooses: the people served, else an area, else the nation; the latest of its
 * kind. Only counts made under the round's own list of groups can be compared. Null where there are none.
 */
export function preferredBenchmark<One extends Benchmark<ListId>, List extends ListId>(
  entered: readonly One[],
  scheme: List,
): ((One | Benchmark<ListId>) & { readonly scheme: List }) | null {
  const isFitting = <B extends Benchmark<ListId>>(one: B): one is B & { readonly scheme: List } =>
    one.scheme === scheme;
  const fitting = [...entered, ...NATIONAL_BENCHMARKS].filter(isFitting);
  return fitting.sort(byPreference)[0] ?? null;
}

function byPreference(a: Pick<Benchmark, "kind" | "on">, b: Pick<Benchmark, "kind" | "on">): number {
  return ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || (a.on < b.on ? 1 : a.on > b.on ? -1 : 0);
}

/** The nation whose people answered a round's list of ethnic groups. */
const NATION_OF: Readonly<Record<SchemeId, string>> = {
  "ew-2021": "England and Wales",
  "gss-18": "England and Wales",
  "ni-2021": "Northern Ireland",
  "scotland-2022": "Scotland",
};

/**
 * The same for the other characteristic of a round: of nations, the one that its list of ethnic groups is of. Null without one.
 * @param beside whom its ethnic groups are compared with: where that is an area, no other area counts, so that one round is not
 *   set beside two places
 */
export function preferredForOther(
  entered: readonly Benchmark<ListId>[],
  { scheme, other }: { scheme: SchemeId; other: { characteristic: Characteristic } | null },
  beside: Pick<Benchmark<ListId>, "kind" | "place"> | null,
): Benchmark<ListId> | null {
  if (!other) return null;
  const own = entered.filter(
    ({ scheme: list, kind, place }) =>
      list === other.characteristic &&
      (kind !== "area" || beside?.kind !== "area" || place.toLowerCase() === beside.place.toLowerCase()),
  );
  const nation = NATIONAL_BENCHMARKS.filter(
    (one) => one.scheme === other.characteristic && one.place === NATION_OF[scheme],
  );
  return [...own, ...nation].sort(byPreference)[0] ?? null;
}
