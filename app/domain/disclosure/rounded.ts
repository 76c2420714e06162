import type { Release } from "./ledger.ts";
import { protectCount, type ProtectedCount } from "./rule.ts";
import type { CountTable } from "./table.ts";
import { Witnesses, type Changes, type Exposed } from "./witness.ts";

const PROTECTS: ProtectedCount = { kind: "hidden", symbol: "!", rule: "protects-another" };
const SMALL_OR_NONE: ProtectedCount = { kind: "hidden", symbol: "!", rule: "small-or-none" };

/** Figures by cell id; `settled` ones are already public and cannot be hidden any more. */
type Cells = Readonly<Record<string, ProtectedCount>>;

/** Of the figures that stood in the way of a proof, how many to try by themselves before the likeliest is taken. */
const MOST_TRIED = 8;

/**
 * The default rule for a whole table: each cell and each total by itself, then figures that would expose a small count by
 * subtraction are hidden too: rounded ones, and where that cannot help (7 people in 7 groups, none in the others) zeros
 * among the small. Null when the table cannot follow `earlier` without exposing something.
 */
export function roundedRelease(
  table: CountTable,
  earlier: readonly Release[],
  spare: readonly string[] = [],
  settled: Cells = {},
): Release | null {
  let cells: Cells = Object.fromEntries(
    Object.entries(table.counts).map(([id, count]) => [id, settled[id] ?? protectCount(count, id)]),
  );
  const witnesses = new Witnesses([...earlier, { ...table, mode: "rounded", cells }]);
  for (;;) {
    const exposed = witnesses.firstExposed();
    if (!exposed) return { ...table, mode: "rounded", cells };
    const changes =
      exposed.release < earlier.length
        ? null
        : nextToHide(witnesses, table, cells, settled, new Set(spare), exposed);
    if (!changes) return null;
    witnesses.hide(changes);
    cells = { ...cells, ...Object.fromEntries(changes) };
  }
}

/** What to hide next for the sake of an exposed count; null when nothing is left that helps. */
function nextToHide(
  witnesses: Witnesses,
  { counts, relations }: CountTable,
  cells: Cells,
  settled: Cells,
  spare: ReadonlySet<string>,
  exposed: Exposed,
): Changes | null {
  const open = (kind: "rounded" | "exact") =>
    Object.keys(cells).filter((id) => cells[id]?.kind === kind && !settled[id]);
  const shields = (ids: readonly string[]) => new Map(ids.map((id) => [id, PROTECTS]));
  const rounded = open("rounded");
  const last = (id: string) => Number(spare.has(id));
  const weight = (id: string) => exposed.blockedBy.get(id) ?? 0;
  const likeliest = (ids: readonly string[]) =>
    ids
      .filter(weight)
      .sort((a, b) => last(a) - last(b) || weight(b) - weight(a) || (counts[a] ?? 0) - (counts[b] ?? 0));

  if (rounded.length > 0 && witnesses.wouldHelp(exposed, shields(rounded))) {
    const candidates = likeliest(rounded);
    const helping = candidates
      .slice(0, MOST_TRIED)
      .filter((id) => witnesses.wouldHelp(exposed, shields([id])))
      // The smallest tells least.
      .sort((a, b) => last(a) - last(b) || (counts[a] ?? 0) - (counts[b] ?? 0));
    const chosen = helping[0] ?? candidates[0] ?? nearest(relations, counts, rounded, exposed.id);
    return chosen === undefined ? null : shields([chosen]);
  }
  const zeros = open("exact");
  const chosen = likeliest(zeros)[0] ?? nearest(relations, counts, zeros, exposed.id) ?? rounded[0];
  if (chosen === undefined) return null;
  if (cells[chosen]?.kind === "rounded") return shields([chosen]);
  // Whoever reads which rule hid a figure must not learn from it which ones are 0.
  const small = Object.keys(cells).filter((id) => cells[id]?.rule === "small" && !settled[id]);
  return new Map([chosen, ...small].map((id) => [id, SMALL_OR_NONE]));
}

/** Of `ids` the one in a sum with the exposed cell, or the fewest sums away; the smallest, as it tells least. */
function nearest(
  relations: CountTable["relations"],
  counts: CountTable["counts"],
  ids: readonly string[],
  exposed: string,
): string | undefined {
  const near = new Set([exposed]);
  for (let size = 0; size < near.size;) {
    size = near.size;
    const touching = relations.filter(({ total, parts }) => [total, ...parts].some((id) => near.has(id)));
    for (const id of touching.flatMap(({ total, parts }) => [total, ...parts])) near.add(id);
    const found = ids.filter((id) => near.has(id)).sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0));
    if (found[0] !== undefined) return found[0];
  }
  return undefined;
}
