import type { System } from "./system.ts";

/** Another table that is printed exactly like the true one, or, where none was found, the rows that stood in the way. */
export type Found =
  | { readonly table: Int32Array; readonly blocking: null }
  | { readonly table: null; readonly blocking: Float64Array };

/** More changes of one person than this and the search gives up. */
const MOST_CHANGES = 400;
/** A leaf just changed is not changed back at once, or the search would go in circles. */
const REST = 6;

/**
 * Looks for a table in which the cell of row `target` is at least (`step` 1) or at most (`step` -1) `value`, and every other
 * row is within its limits. Local search by one person at a time, with weights that grow on the rows that stay broken.
 * What it finds is proof; what it does not find may exist. The same question has the same answer: its dice are seeded.
 * Source of the weights: P. Morris (1993), The breakout method for escaping from local minima.
 */
export function findTable(system: System, target: number, value: number, step: 1 | -1): Found {
  const { counts, rows, rowsOf, ownRow, steps, stepsOf } = system;
  const table = counts.slice();
  const sums = new Int32Array(rows.length);
  const weights = new Float64Array(rows.length).fill(1);
  const restUntil = new Int32Array(2 * table.length);
  const lowest = Float64Array.from(rows, (row) => row.lowest);
  const highest = Float64Array.from(rows, (row) => row.highest);
  if (step === 1) lowest[target] = Math.max(value, lowest[target]!);
  else highest[target] = Math.min(value, highest[target]!);
  const blocking = new Float64Array(rows.length);
  if (lowest[target]! > highest[target]!) return { table: null, blocking };
  const roll = dice(target * 31 + value * 2 + step);
  const broken: number[] = [];
  const place = new Int32Array(rows.length).fill(-1);
  const moved = steps.map(({ pairs }) =>
    pairs.reduce((sum, [before, after]) => sum + Math.abs(table[after]! - table[before]!), 0),
  );
  let stepWeight = 1;

  const over = (row: number, sum: number) => Math.max(0, lowest[row]! - sum, sum - highest[row]!);
  const note = (row: number) => {
    const isBroken = over(row, sums[row]!) > 0;
    const at = place[row]!;
    if (isBroken && at < 0) place[row] = broken.push(row) - 1;
    if (!isBroken && at >= 0) {
      const last = broken.pop()!;
      if (last !== row) {
        broken[at] = last;
        place[last] = at;
      }
      place[row] = -1;
    }
  };
  rows.forEach(({ terms }, row) => {
    for (let at = 0; at < terms.length; at += 2) sums[row]! += terms[at + 1]! * table[terms[at]!]!;
    note(row);
  });

  /** How many more would have moved between releases if the leaf changed by `by`. */
  const movesMore = (leaf: number, other: number, by: number) => {
    const apart = table[leaf]! - table[other]!;
    return Math.abs(apart + by) - Math.abs(apart);
  };
  const cost = (leaf: number, by: number) => {
    let change = 0;
    const of = rowsOf[leaf]!;
    for (let at = 0; at < of.length; at += 2) {
      const row = of[at]!;
      const sum = sums[row]!;
      change += weights[row]! * (over(row, sum + of[at + 1]! * by) - over(row, sum));
    }
    for (const [index, other] of stepsOf[leaf]!) {
      const [now, most] = [moved[index]!, steps[index]!.most];
      const then = now + movesMore(leaf, other, by);
      change += stepWeight * (Math.max(0, then - most) - Math.max(0, now - most));
    }
    return change;
  };
  const change = (leaf: number, by: number) => {
    for (const [index, other] of stepsOf[leaf]!) moved[index]! += movesMore(leaf, other, by);
    table[leaf]! += by;
    const of = rowsOf[leaf]!;
    for (let at = 0; at < of.length; at += 2) {
      sums[of[at]!]! += of[at + 1]! * by;
      note(of[at]!);
    }
  };

  for (let tries = 1; tries <= MOST_CHANGES; tries += 1) {
    const strained = moved.findIndex((people, index) => people > steps[index]!.most);
    if (broken.length === 0 && strained < 0) return { table, blocking: null };
    let best: { leaf: number; by: number; cost: number } | null = null;
    let alike = 0;
    const consider = (leaf: number, by: number) => {
      const own = ownRow[leaf]!;
      const then = table[leaf]! + by;
      if (then < 0 || over(own, then) > over(own, then - by)) return;
      if (restUntil[2 * leaf + (by > 0 ? 1 : 0)]! > tries) return;
      const price = cost(leaf, by);
      if (best && price > best.cost) return;
      alike = best && price === best.cost ? alike + 1 : 1;
      if (!best || price < best.cost || roll() * alike < 1) best = { leaf, by, cost: price };
    };
    if (broken.length > 0) {
      const row = broken[Math.floor(roll() * broken.length)]!;
      const owed = sums[row]! < lowest[row]! ? 1 : -1;
      const { terms } = rows[row]!;
      for (let at = 0; at < terms.length; at += 2) consider(terms[at]!, terms[at + 1]! > 0 ? owed : -owed);
    } else {
      for (const [before, after] of steps[strained]!.pairs) {
        const apart = Math.sign(table[after]! - table[before]!);
        if (apart === 0) continue;
        consider(after, -apart);
        consider(before, apart);
      }
    }
    const chosen = best as { leaf: number; by: number; cost: number } | null;
    if (!chosen || chosen.cost >= 0) {
      for (const row of broken) {
        weights[row]! += 1;
        blocking[row]! += 1;
      }
      if (strained >= 0) stepWeight += 1;
    }
    if (!chosen) continue;
    change(chosen.leaf, chosen.by);
    // The opposite change rests.
    restUntil[2 * chosen.leaf + (chosen.by > 0 ? 0 : 1)] = tries + REST + Math.floor(roll() * REST);
  }
  return { table: null, blocking };
}

/** Repeatable numbers in [0, 1) (mulberry32). */
function dice(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
