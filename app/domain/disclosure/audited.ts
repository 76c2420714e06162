import { fewestMoves, type Release } from "./ledger.ts";
import { AUDITED_UPPER, isSmall, type ProtectedCount } from "./rule.ts";
import type { IntervalSolver, LinearSystem } from "./solver.ts";
import { leavesOf, type CountTable } from "./table.ts";

/** Seconds, not minutes, for a large table; cells not asked about stay hidden, which is always safe. */
const MOST_QUESTIONS = 400;

/**
 * Audited suppression, for tables whose totals are public: figures are exact or hidden, and cells are hidden until each
 * hidden one could be 0 and could be 5 or more, all releases of the series taken together. Then those that turned out not
 * to be needed are shown again. Small totals that are public cannot be hidden: then, or when nothing is left to hide, the
 * answer is null.
 */
export function auditedRelease(
  table: CountTable,
  earlier: readonly Release[],
  publicTotals: readonly string[],
  solver: IntervalSolver,
): Release | null {
  const open = new Set(publicTotals);
  const small = new Set(
    Object.keys(table.counts).filter((id) => isSmall(table.counts[id]!) && !open.has(id)),
  );
  const hidden = new Set(small);
  for (const { cells } of earlier)
    for (const id of Object.keys(cells)) if (cells[id]?.kind === "hidden") hidden.add(id);
  const releaseWith = (ids: ReadonlySet<string>): Release => ({
    ...table,
    mode: "audited",
    cells: shownCells(table, ids),
  });
  // To hide more only widens what a stranger must allow: a cell once found safe stays so.
  const safe = new Set<number>();
  for (;;) {
    const release = releaseWith(hidden);
    const exposed = firstExposed([...earlier, release], solver, safe);
    if (!exposed) break;
    const next = exposed.release < earlier.length ? null : nextToHide(table, hidden, open, exposed.id);
    if (!next) return null;
    hidden.add(next);
  }
  let asked = 0;
  const counted: IntervalSolver = (system, unknown) => {
    asked += 1;
    return solver(system, unknown);
  };
  const askFirst: number[] = [];
  for (const id of mostWorthShowing(table, hidden, small)) {
    if (asked > MOST_QUESTIONS) break;
    hidden.delete(id);
    if (firstExposed([...earlier, releaseWith(hidden)], counted, new Set(), askFirst)) hidden.add(id);
  }
  return releaseWith(hidden);
}

/** Cells hidden for the sake of others: sums before their parts, then the largest, since those tell most. */
function mostWorthShowing(
  { counts, relations }: CountTable,
  hidden: ReadonlySet<string>,
  small: ReadonlySet<string>,
): string[] {
  const parts = new Map<string, number>();
  for (const { total, parts: under } of relations)
    parts.set(total, Math.max(under.length, parts.get(total) ?? 0));
  return [...hidden]
    .filter((id) => !small.has(id))
    .sort((a, b) => (parts.get(b) ?? 0) - (parts.get(a) ?? 0) || (counts[b] ?? 0) - (counts[a] ?? 0));
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

/**
 * The first hidden cell that could not be 0, or not 5. Cells found safe are added to `safe`; those in it are passed over.
 * `askFirst` keeps those that were exposed before, the latest first: they are the likeliest to be so again.
 */
function firstExposed(
  releases: readonly Release[],
  solver: IntervalSolver,
  safe: Set<number>,
  askFirst: number[] = [],
): { release: number; id: string } | null {
  const { system, unknown } = attackSystem(releases);
  const cells = new Map<number, { release: number; id: string }>();
  releases.forEach((one, release) => {
    for (const [id, shown] of Object.entries(one.cells))
      if (shown.kind === "hidden") cells.set(unknown(release, id), { release, id });
  });
  for (const cell of new Set([...askFirst, ...cells.keys()])) {
    const found = cells.get(cell);
    if (!found || safe.has(cell)) continue;
    const { lower, upper } = solver(system, cell);
    if (lower > 0 || upper < AUDITED_UPPER) {
      askFirst.splice(0, askFirst.length, cell, ...askFirst.filter((one) => one !== cell));
      return found;
    }
    safe.add(cell);
  }
  return null;
}

/** The next cell to hide: beside the exposed cell in a sum, or as few sums further as may be; large enough to cover it if one is. */
function nextToHide(
  table: CountTable,
  hidden: ReadonlySet<string>,
  open: ReadonlySet<string>,
  exposed: string,
): string | null {
  const near = new Set([exposed]);
  for (let size = 0; size < near.size;) {
    size = near.size;
    const sums = table.relations.filter(({ total, parts }) => [total, ...parts].some((id) => near.has(id)));
    for (const id of sums.flatMap(({ total, parts }) => [total, ...parts])) near.add(id);
    const candidates = [...near].filter((id) => !hidden.has(id) && !open.has(id));
    const short = (id: string) => Number((table.counts[id] ?? 0) < AUDITED_UPPER);
    candidates.sort((a, b) => short(a) - short(b) || (table.counts[a] ?? 0) - (table.counts[b] ?? 0));
    if (candidates[0]) return candidates[0];
  }
  return null;
}
