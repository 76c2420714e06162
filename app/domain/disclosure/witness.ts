import type { Release } from "./ledger.ts";
import { fewestMoves } from "./ledger.ts";
import { PROMISED_VALUES, rangeOf } from "./rule.ts";
import { leavesOf, rootsOf } from "./table.ts";

/**
 * Certificates. A hidden count is safe when other tables, printed exactly as the published ones, hold other values in
 * its place. This looks for such tables one person at a time. What it finds is proof, needing no solver; what it does
 * not find counts as unsafe, so it errs on the side of hiding.
 */

/** The unknowns of several releases of one series laid end to end, with all the sums that bind them. */
interface System {
  readonly counts: Int32Array;
  readonly lowest: Float64Array;
  readonly highest: Float64Array;
  /** For each cell the sums it is in. */
  readonly sumsOf: readonly (readonly number[])[];
  /** Each sum as its total followed by its parts. */
  readonly sums: readonly (readonly number[])[];
  /** Pairs of consecutive releases: leaf by leaf, and the most people who may have moved between them. */
  readonly steps: readonly {
    readonly pairs: readonly (readonly [number, number])[];
    readonly most: number;
  }[];
}

/** More single-person changes than this in one alternative table, or more tries, and the search gives up. */
const MOST_CHANGES = 60;
const MOST_TRIES = 600;

function systemOf(releases: readonly Release[]): {
  system: System;
  indexOf: (release: number, id: string) => number;
} {
  const ids = Object.keys(releases[0]?.counts ?? {});
  const position = new Map(ids.map((id, index) => [id, index]));
  const indexOf = (release: number, id: string) => release * ids.length + (position.get(id) ?? 0);
  const size = releases.length * ids.length;
  const counts = new Int32Array(size);
  const lowest = new Float64Array(size);
  const highest = new Float64Array(size);
  const sums: number[][] = [];
  const steps: { pairs: [number, number][]; most: number }[] = [];
  releases.forEach((release, r) => {
    for (const id of ids) {
      const shown = release.cells[id];
      counts[indexOf(r, id)] = release.counts[id] ?? 0;
      [lowest[indexOf(r, id)], highest[indexOf(r, id)]] = shown ? rangeOf(shown) : [0, Infinity];
    }
    for (const { total, parts } of release.relations)
      sums.push([total, ...parts].map((id) => indexOf(r, id)));
    const before = releases[r - 1];
    if (!before) return;
    // How many joined less how many left may be common knowledge, so root totals move together or not at all.
    for (const id of rootsOf({ relations: [...release.relations] }))
      sums.push([indexOf(r, id), indexOf(r - 1, id)]);
    const leaves = leavesOf({ counts: release.counts, relations: [...release.relations] });
    const most = fewestMoves(before, { counts: release.counts, relations: [...release.relations] });
    steps.push({ pairs: leaves.map((id) => [indexOf(r - 1, id), indexOf(r, id)]), most });
  });
  const sumsOf: number[][] = Array.from({ length: size }, () => []);
  sums.forEach((sum, index) => sum.forEach((cell) => sumsOf[cell]?.push(index)));
  return { system: { counts, lowest, highest, sumsOf, sums, steps }, indexOf };
}

/** Finds a table one person away from `start` in `target`, valid in every sum and range; null when the search gives up. */
function neighbour(system: System, start: Int32Array, target: number, step: 1 | -1): Int32Array | null {
  const table = start.slice();
  const change = new Int8Array(start.length);
  const imbalance = new Int8Array(system.sums.length);
  const broken = new Set<number>();
  let tries = 0;

  const place = (cell: number, by: number) => {
    table[cell] = (table[cell] ?? 0) + by;
    change[cell] = (change[cell] ?? 0) + by;
    for (const sum of system.sumsOf[cell] ?? []) {
      const sign = system.sums[sum]?.[0] === cell ? 1 : -1;
      const amount = (imbalance[sum] ?? 0) + sign * by;
      imbalance[sum] = amount;
      if (amount === 0) broken.delete(sum);
      else broken.add(sum);
    }
  };
  const allowed = (cell: number, by: number) => {
    const value = (table[cell] ?? 0) + by;
    return change[cell] === 0 && value >= (system.lowest[cell] ?? 0) && value <= (system.highest[cell] ?? 0);
  };
  const waysToMend = (sum: number) => {
    const owed = Math.sign(imbalance[sum] ?? 0);
    return (system.sums[sum] ?? [])
      .map((cell, index) => ({ cell, by: index === 0 ? -owed : owed }))
      .filter(({ cell, by }) => allowed(cell, by));
  };
  const repair = (depth: number): boolean => {
    tries += 1;
    if (broken.size === 0) return system.steps.every(({ pairs, most }) => moves(table, pairs) <= most);
    if (depth === 0 || tries > MOST_TRIES) return false;
    // The sum with the fewest ways out first: dead ends show early.
    const ways = [...broken].map(waysToMend).reduce((few, more) => (more.length < few.length ? more : few));
    for (const { cell, by } of ways) {
      place(cell, by);
      if (repair(depth - 1)) return true;
      place(cell, -by);
    }
    return false;
  };

  if (!allowed(target, step)) return null;
  place(target, step);
  return repair(MOST_CHANGES) ? table : null;
}

function moves(table: Int32Array, pairs: readonly (readonly [number, number])[]): number {
  return pairs.reduce(
    (sum, [before, after]) => sum + Math.abs((table[after] ?? 0) - (table[before] ?? 0)),
    0,
  );
}

/** A count hidden for being small that someone could narrow to fewer values than promised. */
export interface Exposed {
  readonly release: number;
  readonly id: string;
}

/** The first small count, in any of the releases taken together, for which the promise is not proved; null when all are. */
export function firstExposed(releases: readonly Release[]): Exposed | null {
  const { system, indexOf } = systemOf(releases);
  for (const [release, { cells }] of releases.entries()) {
    for (const [id, shown] of Object.entries(cells)) {
      if (shown.rule === "small" && provedValues(system, indexOf(release, id)) < PROMISED_VALUES)
        return { release, id };
    }
  }
  return null;
}

function provedValues(system: System, target: number): number {
  let proved = 1;
  for (const step of [1, -1] as const) {
    let table: Int32Array | null = system.counts;
    while (proved < PROMISED_VALUES && (table = neighbour(system, table, target, step))) proved += 1;
  }
  return proved;
}
