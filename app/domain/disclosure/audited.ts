import { Audit } from "./audit.ts";
import type { Release } from "./ledger.ts";
import { AUDITED_UPPER, isSmall, type ProtectedCount } from "./rule.ts";
import type { IntervalSolver } from "./solver.ts";
import type { CountTable } from "./table.ts";

/** Seconds, not minutes, for a large table; cells not asked about stay hidden, which is always safe. */
const MOST_QUESTIONS = 800;

/**
 * Audited suppression, for tables whose totals are public: figures are exact or hidden, and cells are hidden until each
 * hidden one could be 0 and could be 5 or more, all releases of the series taken together. Then those that turned out not
 * to be needed are shown again. `settled` cells are public already and stay as they are. Small totals that are public cannot
 * be hidden: then, or when nothing is left to hide, the answer is null.
 */
export function auditedRelease(
  table: CountTable,
  earlier: readonly Release[],
  publicTotals: readonly string[],
  solver: IntervalSolver,
  { spare = [], settled = {} }: { spare?: readonly string[]; settled?: Release["cells"] } = {},
): Release | null {
  const settledIds = Object.keys(settled);
  const open = new Set([...publicTotals, ...settledIds.filter((id) => settled[id]?.kind === "exact")]);
  const needed = new Set([
    ...Object.keys(table.counts).filter((id) => isSmall(table.counts[id]!) && !open.has(id)),
    ...settledIds.filter((id) => settled[id]?.kind === "hidden"),
  ]);
  const hidden = new Set(needed);
  for (const { cells } of earlier)
    for (const id of Object.keys(cells)) if (cells[id]?.kind === "hidden") hidden.add(id);
  const releaseWith = (ids: ReadonlySet<string>): Release => ({
    ...table,
    mode: "audited",
    cells: shownCells(table, ids),
  });
  const audit = new Audit(solver);
  for (;;) {
    const exposed = audit.firstExposed([...earlier, releaseWith(hidden)], []);
    if (!exposed) break;
    if (exposed.release < earlier.length) return null;
    const next = nextToHide(table, hidden, open, exposed.id);
    if (next) hidden.add(next);
    else if (needed.has(exposed.id)) return null;
    else {
      // Nothing is left to cover it, and it is not small: it may as well be seen.
      hidden.delete(exposed.id);
      open.add(exposed.id);
    }
  }
  const enough = audit.questions + MOST_QUESTIONS;
  for (const id of mostWorthShowing(table, hidden, needed, spare)) {
    if (audit.questions > enough) break;
    if (!hidden.has(id)) continue;
    // What one figure gives away, another may be: a sum and its last hidden part are shown together or not at all.
    const together = [id];
    hidden.delete(id);
    for (;;) {
      const exposed = audit.firstExposed([...earlier, releaseWith(hidden)]);
      if (!exposed) break;
      if (exposed.release < earlier.length || needed.has(exposed.id)) {
        for (const one of together) hidden.add(one);
        break;
      }
      together.push(exposed.id);
      hidden.delete(exposed.id);
    }
  }
  return releaseWith(hidden);
}

/** Cells hidden for the sake of others: `spare` first, then sums before their parts, then the largest, since those tell most. */
function mostWorthShowing(
  { counts, relations }: CountTable,
  hidden: ReadonlySet<string>,
  needed: ReadonlySet<string>,
  spare: readonly string[],
): string[] {
  const rank = (id: string) => (spare.includes(id) ? spare.indexOf(id) : spare.length);
  const parts = new Map<string, number>();
  for (const { total, parts: under } of relations)
    parts.set(total, Math.max(under.length, parts.get(total) ?? 0));
  return [...hidden]
    .filter((id) => !needed.has(id))
    .sort(
      (a, b) =>
        rank(a) - rank(b) || (parts.get(b) ?? 0) - (parts.get(a) ?? 0) || (counts[b] ?? 0) - (counts[a] ?? 0),
    );
}

/** All hidden cells look alike: to say which was hidden for being small would say that it is not 0. */
function shownCells(table: CountTable, hidden: ReadonlySet<string>): Record<string, ProtectedCount> {
  const show = (id: string, value: number): ProtectedCount =>
    hidden.has(id)
      ? { kind: "hidden", symbol: "!", rule: "audited" }
      : { kind: "exact", value, rule: "audited" };
  return Object.fromEntries(Object.entries(table.counts).map(([id, value]) => [id, show(id, value)]));
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
