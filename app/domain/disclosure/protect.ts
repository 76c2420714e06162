import { auditedRelease } from "./audited.ts";
import { fewestMoves, isExtension, sameShape, standing, type Ledger, type Release } from "./ledger.ts";
import { roundedRelease } from "./rounded.ts";
import { SMALLEST_CHANGE } from "./rule.ts";
import type { IntervalSolver } from "./solver.ts";
import { countsTwice, requireConsistent, type CountTable, type ProtectedTable } from "./table.ts";

export type ProtectOptions =
  /** The default rule: 0 shown, 1 to 7 hidden, the rest rounded to 5. */
  | {
      readonly mode: "rounded";
      /** Cells that shares are worked out from: hidden last of all, when another must be hidden to protect a small count. */
      readonly spare?: readonly string[];
    }
  /** Exact figures, where the named totals are already public; needs the exact solver (`highs-solver.ts`). */
  | {
      readonly mode: "audited";
      readonly publicTotals: readonly string[];
      readonly solver: IntervalSolver;
      /** Cells to show before others where not all can be, the dearest first. */
      readonly spare?: readonly string[];
    };

export interface Protection {
  /** What may be published. */
  readonly table: ProtectedTable;
  /** The ledger to store when, and only when, the table is published. Unchanged when the release is held. */
  readonly ledger: Ledger;
}

/**
 * Makes a table fit to publish, given everything released before.
 *
 * The promise, against someone who has every release, knows the rules, and knows how many people joined and left in all
 * between releases:
 * - rounded: a count hidden for being small keeps at least three possible values, in each release it was ever hidden in,
 *   even to someone who sees which rule hid which figure;
 * - audited: a hidden count could be 0, and could be 5 or more.
 *
 * A series is not released again until 8 people or more have joined or left: until then the earlier figures stand, under
 * their own date. Otherwise one person joining would turn 12 (shown as 10) into 13 (shown as 15) and give both away, or
 * turn a 0 into a "!" and give away the person. Not promised: anything against someone who already knows which group
 * each joiner or leaver belongs to.
 *
 * A table that repeats the last release of its series, counts unchanged, and adds cells to it is released at once: what was
 * shown stays as it was shown. A table that splits the same people in two ways without crossing them (`countsTwice`) is
 * released once, and after that only added to: only before the series has moved on to other counts.
 *
 * Throws RangeError when a count is not a whole number or a total is not the sum of its parts.
 */
export function protect(table: CountTable, options: ProtectOptions, ledger: Ledger): Protection {
  requireConsistent(table);
  const earlier = standing(ledger.filter(({ series }) => series === table.series));
  const last = earlier.at(-1);
  if (last && last.mode !== options.mode) {
    return hold(
      table,
      last,
      ledger,
      `This series was first published in ${last.mode} form; keep to that form.`,
    );
  }
  if (last && earlier.length === 1 && isExtension(last, table)) {
    return publish(table, releaseOf(table, [], options, last.cells), last, ledger);
  }
  if (last && !sameShape(last, table)) {
    return hold(
      table,
      last,
      ledger,
      "This series was first published with other groups or totals; keep to those.",
    );
  }
  if (last && fewestMoves(last, table) < SMALLEST_CHANGE) {
    const reason = `Fewer than ${SMALLEST_CHANGE} people have joined or left since; the change could point to one of them.`;
    return hold(table, last, ledger, reason);
  }
  if (last && countsTwice(table)) {
    return hold(
      table,
      last,
      ledger,
      "It counts the same people in two ways, so how many joined or left cannot be told from it: published once.",
    );
  }
  return publish(table, releaseOf(table, earlier, options), last, ledger);
}

function releaseOf(
  table: CountTable,
  earlier: readonly Release[],
  options: ProtectOptions,
  settled: Release["cells"] = {},
): Release | null {
  return options.mode === "rounded"
    ? roundedRelease(table, earlier, options.spare, settled)
    : auditedRelease(table, earlier, options.publicTotals, options.solver, { spare: options.spare, settled });
}

function publish(
  table: CountTable,
  release: Release | null,
  last: Release | undefined,
  ledger: Ledger,
): Protection {
  if (!release)
    return hold(
      table,
      last,
      ledger,
      "With what is already public, these figures would give away a small count.",
    );
  const { series, asOf, cells } = release;
  return { table: { series, asOf, cells, held: null }, ledger: [...ledger, release] };
}

/** The earlier release again; or, where there is none, a table with everything hidden. */
function hold(table: CountTable, last: Release | undefined, ledger: Ledger, reason: string): Protection {
  const nothing = () =>
    Object.fromEntries(
      Object.keys(table.counts).map((id) => [id, { kind: "hidden", symbol: "!", rule: "held" } as const]),
    );
  const { asOf, cells } = last ?? { asOf: table.asOf, cells: nothing() };
  return { table: { series: table.series, asOf, cells, held: reason }, ledger };
}
