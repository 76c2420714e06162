import type { ProtectedCount } from "./rule.ts";
import { leavesOf, type CountTable, type Relation } from "./table.ts";

/** One release: what was shown, and, privately, the counts it was made from. Store it where no public page reads. */
export interface Release {
  readonly series: string;
  readonly asOf: string;
  readonly mode: "rounded" | "audited";
  readonly counts: Readonly<Record<string, number>>;
  readonly relations: readonly Relation[];
  readonly cells: Readonly<Record<string, ProtectedCount>>;
}

/** Every release an organisation ever made, oldest first. Append only; plain JSON. */
export type Ledger = readonly Release[];

/** The fewest people who can have joined or left between two releases of one series. */
export function fewestMoves(
  before: Pick<Release, "counts">,
  after: Pick<CountTable, "counts" | "relations">,
): number {
  return leavesOf({ counts: after.counts, relations: after.relations })
    .map((id) => Math.abs((after.counts[id] ?? 0) - (before.counts[id] ?? 0)))
    .reduce((sum, moved) => sum + moved, 0);
}

/** Whether two tables have the same cells and the same sums, so that one can follow the other in a series. */
export function sameShape(
  a: Pick<Release, "counts" | "relations">,
  b: Pick<Release, "counts" | "relations">,
): boolean {
  return shapeOf(a) === shapeOf(b);
}

function shapeOf({ counts, relations }: Pick<Release, "counts" | "relations">): string {
  return JSON.stringify([Object.keys(counts).sort(), relations.map(sumKey).sort()]);
}

/** The same for one sum however it is written down: a database keeps neither the order of fields nor that of parts for us. */
function sumKey({ total, parts }: Relation): string {
  return JSON.stringify([total, [...parts].sort()]);
}

/**
 * Whether a table says all that a release said, of the same people, and more: the same counts, further cells and sums.
 * A round does this when those still there after 6 months are counted.
 */
export function isExtension(before: Release, after: Pick<CountTable, "counts" | "relations">): boolean {
  const sums = new Set(after.relations.map(sumKey));
  return (
    Object.entries(before.counts).every(([id, count]) => after.counts[id] === count) &&
    before.relations.every((relation) => sums.has(sumKey(relation))) &&
    Object.keys(after.counts).length > Object.keys(before.counts).length
  );
}

/** The releases of a series less those that the next one extends: that one repeats their every figure. */
export function standing(releases: readonly Release[]): Release[] {
  return releases.filter((release, index) => {
    const next = releases[index + 1];
    return !next || !isExtension(release, { counts: { ...next.counts }, relations: [...next.relations] });
  });
}
