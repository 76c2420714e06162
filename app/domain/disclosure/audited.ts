import { fewestMoves, type Release } from "./ledger.ts";
import { AUDITED_UPPER, isSmall, type ProtectedCount } from "./rule.ts";
import type { IntervalSolver, LinearSystem } from "./solver.ts";
import { leavesOf, type CountTable } from "./table.ts";

/**
 * Audited suppression, for tables whose totals are public: figures are exact or hidden, and cells are hidden until each
 * hidden one could be 0 and could be 5 or more, all releases of the series taken together. Small totals that are public
 * cannot be hidden: then, or when nothing is left to hide, the answer is null.
 */
export function auditedRelease(
  table: CountTable,
  earlier: readonly Release[],
  publicTotals: readonly string[],
  solver: IntervalSolver,
): Release | null {
  const open = new Set(publicTotals);
  const hidden = new Set<string>();
  const earlierHidden = earlier.flatMap(({ cells }) =>
    Object.keys(cells).filter((id) => cells[id]?.kind === "hidden"),
  );
  for (const [id, count] of Object.entries(table.counts)) if (isSmall(count) && !open.has(id)) hidden.add(id);
  for (const id of earlierHidden) hidden.add(id);
  for (;;) {
    const release: Release = { ...table, mode: "audited", cells: shownCells(table, hidden) };
    const exposed = firstExposed([...earlier, release], solver);
    if (!exposed) return release;
    const next = exposed.release < earlier.length ? null : nextToHide(table, hidden, open, exposed.id);
    if (!next) return null;
    hidden.add(next);
  }
}

/** All hidden cells look alike: to say which was hidden for being small would say that it is not 0. */
function shownCells(table: CountTable, hidden: ReadonlySet<string>): Record<string, ProtectedCount> {
  const show = (id: string, value: number): ProtectedCount =>
    hidden.has(id)
      ? { kind: "hidden", symbol: "!", rule: "audited" }
      : { kind: "exact", value, rule: "audited" };
  return Object.fromEntries(Object.entries(table.counts).map(([id, value]) => [id, show(id, value)]));
}

/** What a stranger knows: exact cells, sums, and at most how many people joined or left between two releases. */
export function attackSystem(releases: readonly Release[]): {
  system: LinearSystem;
  unknown: (r: number, id: string) => number;
} {
  const ids = Object.keys(releases[0]?.counts ?? {});
  const unknown = (r: number, id: string) => r * ids.length + ids.indexOf(id);
  const bounds: [number, number][] = releases.flatMap(({ cells }) =>
    ids.map((id): [number, number] => {
      const shown = cells[id];
      return shown?.kind === "exact" ? [shown.value, shown.value] : [0, Infinity];
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
      rows.push({
        terms: [
          [unknown(r, id), 1],
          [unknown(r - 1, id), -1],
          [joined, -1],
          [left, 1],
        ],
        equals: 0,
      });
      moved.push([joined, 1], [left, 1]);
    }
    const spare = bounds.push([0, Infinity]) - 1;
    rows.push({ terms: [...moved, [spare, 1]], equals: fewestMoves(before, shape) });
  });
  return { system: { bounds, rows }, unknown };
}

function firstExposed(
  releases: readonly Release[],
  solver: IntervalSolver,
): { release: number; id: string } | null {
  const { system, unknown } = attackSystem(releases);
  for (const [release, { cells }] of releases.entries()) {
    for (const [id, shown] of Object.entries(cells)) {
      if (shown.kind !== "hidden") continue;
      const { lower, upper } = solver(system, unknown(release, id));
      if (lower > 0 || upper < AUDITED_UPPER) return { release, id };
    }
  }
  return null;
}

/** The next cell to hide: beside the exposed cell in a sum, or one sum further; large enough to cover it if one is. */
function nextToHide(
  table: CountTable,
  hidden: ReadonlySet<string>,
  open: ReadonlySet<string>,
  exposed: string,
): string | null {
  const near = new Set([exposed]);
  for (let reach = 0; reach < 3; reach += 1) {
    const sums = table.relations.filter(({ total, parts }) => [total, ...parts].some((id) => near.has(id)));
    for (const id of sums.flatMap(({ total, parts }) => [total, ...parts])) near.add(id);
    const candidates = [...near].filter((id) => !hidden.has(id) && !open.has(id));
    const short = (id: string) => Number((table.counts[id] ?? 0) < AUDITED_UPPER);
    candidates.sort((a, b) => short(a) - short(b) || (table.counts[a] ?? 0) - (table.counts[b] ?? 0));
    if (candidates[0]) return candidates[0];
  }
  return null;
}
