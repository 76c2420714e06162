import { fewestMoves, type Release } from "./ledger.ts";
import type { LinearSystem } from "./solver.ts";
import { leavesOf } from "./table.ts";

/** What a stranger knows, and which unknown of it stands for a cell of a release. */
export interface AttackSystem {
  readonly system: LinearSystem;
  readonly unknown: (release: number, id: string) => number;
}

/**
 * What a stranger knows of audited releases: exact cells, sums, and at most how many people joined or left between two of
 * them. Nobody is taken to think a hidden cell larger than all the table's people twice over, so that every question has an
 * answer in numbers; to know that much can only narrow what they must allow.
 */
export function attackSystem(releases: readonly Release[]): AttackSystem {
  const ids = Object.keys(releases[0]?.counts ?? {});
  const unknown = (r: number, id: string) => r * ids.length + ids.indexOf(id);
  const most = 10 + 2 * Math.max(0, ...releases.flatMap(({ counts }) => Object.values(counts)));
  const bounds: [number, number][] = releases.flatMap(({ cells }) =>
    ids.map((id): [number, number] => {
      const shown = cells[id];
      return shown?.kind === "exact" ? [shown.value, shown.value] : [0, most];
    }),
  );
  const rows: LinearSystem["rows"][number][] = [];
  releases.forEach((release, r) => {
    for (const { total, parts } of release.relations) {
      const terms = parts.map((id): [number, number] => [unknown(r, id), -1]);
      rows.push({ terms: [[unknown(r, total), 1], ...terms], equals: 0 });
    }
    const before = releases[r - 1];
    if (!before) return;
    const shape = { counts: release.counts, relations: [...release.relations] };
    const moved: [number, number][] = [];
    for (const id of leavesOf(shape)) {
      const joined = bounds.push([0, Infinity]) - 1;
      const left = bounds.push([0, Infinity]) - 1;
      const now = [unknown(r, id), 1] as const;
      rows.push({ terms: [now, [unknown(r - 1, id), -1], [joined, -1], [left, 1]], equals: 0 });
      moved.push([joined, 1], [left, 1]);
    }
    const spare = bounds.push([0, Infinity]) - 1;
    rows.push({ terms: [...moved, [spare, 1]], equals: fewestMoves(before, shape) });
  });
  return { system: { bounds, rows }, unknown };
}
