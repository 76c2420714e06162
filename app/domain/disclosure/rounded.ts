import type { Release } from "./ledger.ts";
import { protectCount, type ProtectedCount } from "./rule.ts";
import type { CountTable } from "./table.ts";
import { firstExposed } from "./witness.ts";

const PROTECTS: ProtectedCount = { kind: "hidden", symbol: "!", rule: "protects-another" };

/** Figures by cell id; `settled` ones are already public and cannot be hidden any more. */
type Settled = Readonly<Record<string, ProtectedCount>>;

/**
 * The default rule for a whole table: each cell and each total by itself, then rounded figures that would expose a small
 * count by subtraction are hidden too. Null when the table cannot follow `earlier` without exposing something.
 */
export function roundedRelease(
  table: CountTable,
  earlier: readonly Release[],
  settled: Settled = {},
): Release | null {
  let cells = Object.fromEntries(
    Object.entries(table.counts).map(([id, count]) => [id, settled[id] ?? protectCount(count, id)]),
  );
  for (;;) {
    const release: Release = { ...table, mode: "rounded", cells };
    const exposed = firstExposed([...earlier, release]);
    if (!exposed) return release;
    if (exposed.release < earlier.length) return null;
    const shield = nextShield(table, cells, settled, exposed.id);
    if (!shield) return null;
    cells = { ...cells, [shield]: PROTECTS };
  }
}

/** The rounded figure to hide next: in a sum with the exposed cell, or the fewest sums away; the smallest, as it tells least. */
function nextShield(table: CountTable, cells: Settled, settled: Settled, exposed: string): string | null {
  const near = new Set([exposed]);
  for (let size = 0; size < near.size;) {
    size = near.size;
    for (const { total, parts } of table.relations.filter((sum) => touches(sum, near))) {
      for (const id of [total, ...parts]) near.add(id);
    }
    const rounded = [...near].filter((id) => cells[id]?.kind === "rounded" && !settled[id]);
    rounded.sort((a, b) => (table.counts[a] ?? 0) - (table.counts[b] ?? 0));
    if (rounded[0]) return rounded[0];
  }
  return null;
}

function touches({ total, parts }: CountTable["relations"][number], ids: ReadonlySet<string>): boolean {
  return ids.has(total) || parts.some((id) => ids.has(id));
}
