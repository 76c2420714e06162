import { fewestMoves, type Release } from "./ledger.ts";
import { rangeOf } from "./rule.ts";
import { leavesOf, rootsOf, type Relation } from "./table.ts";

/** A sum of leaves that must stay within what was printed. */
export interface Row {
  /** Pairs of leaf and coefficient, end to end. */
  readonly terms: Int32Array;
  lowest: number;
  highest: number;
}

/** At most this many people may have moved between two releases; `pairs` are a leaf before and after. */
export interface Step {
  readonly pairs: readonly (readonly [before: number, after: number])[];
  readonly most: number;
}

/**
 * What a stranger knows of several releases of one series laid end to end: the unknowns are the leaves (cells that are not
 * sums of others), and each printed figure limits a sum of them.
 */
export interface System {
  readonly counts: Int32Array;
  readonly rows: readonly Row[];
  /** For each leaf, pairs of row and coefficient, end to end. */
  readonly rowsOf: readonly Int32Array[];
  /** For each leaf the row of its own figure. */
  readonly ownRow: Int32Array;
  readonly steps: readonly Step[];
  /** For each leaf the steps it is part of, as pairs of step and the leaf at its other end. */
  readonly stepsOf: readonly (readonly (readonly [step: number, other: number])[])[];
  /** The row of a cell. */
  readonly rowOf: (release: number, id: string) => number;
}

/** A sum of leaves, by leaf. */
type Sum = ReadonlyMap<number, number>;

export function systemOf(releases: readonly Release[]): System {
  const first = releases[0];
  const ids = Object.keys(first?.counts ?? {});
  const position = new Map(ids.map((id, index) => [id, index]));
  const relations = [...(first?.relations ?? [])];
  const leafIds = leavesOf({ counts: { ...first?.counts }, relations });
  const sums = sumsOf(leafIds, relations);
  const counts = new Int32Array(leafIds.length * releases.length);
  const ownRow = new Int32Array(counts.length);
  const rows: Row[] = [];
  const steps: Step[] = [];
  const shifted = (sum: Sum, release: number) =>
    [...sum].map(([leaf, by]) => [leaf + release * leafIds.length, by] as const);

  releases.forEach((release, r) => {
    leafIds.forEach((id, leaf) => {
      counts[leaf + r * leafIds.length] = release.counts[id] ?? 0;
      ownRow[leaf + r * leafIds.length] = r * ids.length + position.get(id)!;
    });
    // One row for each cell, in the order of `ids`, so that `rowOf` finds it.
    for (const id of ids) {
      const shown = release.cells[id];
      const [lowest, highest] = shown ? rangeOf(shown) : [0, Infinity];
      rows.push({ terms: termsOf(shifted(sums.of(id), r)), lowest, highest });
    }
  });
  releases.forEach((release, r) => {
    for (const twice of sums.ties) rows.push({ terms: termsOf(shifted(twice, r)), lowest: 0, highest: 0 });
    const before = releases[r - 1];
    if (!before) return;
    // How many joined less how many left may be common knowledge, so root totals move together or not at all.
    for (const id of rootsOf({ relations })) {
      const now = shifted(sums.of(id), r);
      const then = shifted(sums.of(id), r - 1).map(([leaf, by]) => [leaf, -by] as const);
      const change = (release.counts[id] ?? 0) - (before.counts[id] ?? 0);
      rows.push({ terms: termsOf([...now, ...then]), lowest: change, highest: change });
    }
    const pairs = leafIds.map(
      (_, leaf) => [leaf + (r - 1) * leafIds.length, leaf + r * leafIds.length] as const,
    );
    steps.push({ pairs, most: fewestMoves(before, { counts: { ...release.counts }, relations }) });
  });
  return {
    counts,
    rows,
    rowsOf: transposed(rows, counts.length),
    ownRow,
    steps,
    stepsOf: endsOf(steps, counts.length),
    rowOf: (release, id) => release * ids.length + (position.get(id) ?? 0),
  };
}

/**
 * Each cell as a sum of leaves, and `ties`: where a total is split in two ways that are not crossed, the difference of the
 * two sums, which is 0.
 */
function sumsOf(leafIds: readonly string[], relations: readonly Relation[]) {
  const known = new Map<string, Sum>(leafIds.map((id, leaf) => [id, new Map([[leaf, 1]])]));
  const firstSplit = new Map<string, readonly string[]>();
  for (const { total, parts } of relations) if (!firstSplit.has(total)) firstSplit.set(total, parts);
  const of = (id: string): Sum => {
    let sum = known.get(id);
    if (!sum) known.set(id, (sum = added((firstSplit.get(id) ?? []).map((part) => [of(part), 1] as const))));
    return sum;
  };
  const ties = relations
    .map(({ total, parts }) => added([[of(total), -1], ...parts.map((part) => [of(part), 1] as const)]))
    .filter(({ size }) => size > 0);
  return { of, ties };
}

function added(sums: readonly (readonly [Sum, number])[]): Sum {
  const total = new Map<number, number>();
  for (const [sum, times] of sums)
    for (const [leaf, by] of sum) total.set(leaf, (total.get(leaf) ?? 0) + times * by);
  for (const [leaf, by] of total) if (by === 0) total.delete(leaf);
  return total;
}

function termsOf(sum: readonly (readonly [number, number])[]): Int32Array {
  return Int32Array.from(sum.flat());
}

function transposed(rows: readonly Row[], leaves: number): Int32Array[] {
  const found = Array.from({ length: leaves }, (): number[] => []);
  rows.forEach(({ terms }, row) => {
    for (let at = 0; at < terms.length; at += 2) found[terms[at]!]!.push(row, terms[at + 1]!);
  });
  return found.map((pairs) => Int32Array.from(pairs));
}

function endsOf(steps: readonly Step[], leaves: number): (readonly [number, number])[][] {
  const found = Array.from({ length: leaves }, (): (readonly [number, number])[] => []);
  steps.forEach(({ pairs }, step) => {
    for (const [before, after] of pairs) {
      found[before]!.push([step, after]);
      found[after]!.push([step, before]);
    }
  });
  return found;
}
