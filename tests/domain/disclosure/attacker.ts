import type { Release } from "#app/domain/disclosure/ledger.ts";
import { rangeOf, type ProtectedCount } from "#app/domain/disclosure/rule.ts";
import type { LinearSystem } from "#app/domain/disclosure/solver.ts";
import { leavesOf, rootsOf } from "#app/domain/disclosure/table.ts";

/** What a stranger has: every release's figures and sums, and how many people joined and left in between. */
export interface Seen {
  readonly cells: Readonly<Record<string, ProtectedCount>>;
  readonly relations: Release["relations"];
  /** People who joined and who left since the release before. */
  readonly joined: number;
  readonly left: number;
}

/** All of it as one system of equations, every release at once. */
export function attack(seen: readonly Seen[], mode: "rounded" | "audited") {
  const ids = Object.keys(seen[0]?.cells ?? {});
  const unknown = (release: number, id: string) => release * ids.length + ids.indexOf(id);
  const bounds = seen.flatMap(({ cells }) =>
    ids.map((id): readonly [number, number] => {
      const shown = cells[id];
      if (!shown || (mode === "audited" && shown.kind === "hidden")) return [0, Infinity];
      return rangeOf(shown);
    }),
  );
  const rows: LinearSystem["rows"][number][] = [];
  seen.forEach(({ relations, joined, left, cells }, r) => {
    for (const { total, parts } of relations) {
      rows.push({
        terms: [[unknown(r, total), 1], ...parts.map((id) => [unknown(r, id), -1] as const)],
        equals: 0,
      });
    }
    if (r === 0) return;
    const shape = { counts: cells as never, relations: [...relations] };
    for (const id of rootsOf(shape)) {
      const terms = [[unknown(r, id), 1] as const, [unknown(r - 1, id), -1] as const];
      rows.push({ terms, equals: joined - left });
    }
    const arrivals: number[] = [];
    const departures: number[] = [];
    for (const id of leavesOf(shape)) {
      const inwards = bounds.push([0, joined]) - 1;
      const outwards = bounds.push([0, left]) - 1;
      arrivals.push(inwards);
      departures.push(outwards);
      const now = [unknown(r, id), 1] as const;
      rows.push({ terms: [now, [unknown(r - 1, id), -1], [inwards, -1], [outwards, 1]], equals: 0 });
    }
    rows.push({ terms: arrivals.map((index) => [index, 1] as const), equals: joined });
    rows.push({ terms: departures.map((index) => [index, 1] as const), equals: left });
  });
  const system: LinearSystem = { bounds, rows };
  return { system, unknown, ids };
}

/** Small, repeatable pseudo-random numbers in [0, 1) (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** `people` spread over cells with unequal weights, so that some cells are empty and some are large. */
export function scatter(roll: () => number, cells: number, people: number): number[] {
  const weights = Array.from({ length: cells }, () => roll() ** 3 + 0.01);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const counts = new Array<number>(cells).fill(0);
  for (let person = 0; person < people; person += 1) {
    let mark = roll() * sum;
    const cell = weights.findIndex((weight) => (mark -= weight) < 0);
    const index = Math.max(0, cell);
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}
