import type { Release } from "./ledger.ts";
import { PROMISED_VALUES, rangeOf, type ProtectedCount } from "./rule.ts";
import { findTable } from "./search.ts";
import { systemOf, type System } from "./system.ts";

/** A count hidden for being small that someone could narrow to fewer values than promised, as far as we can prove. */
export interface Exposed {
  readonly release: number;
  readonly id: string;
  /** How often the figure of a cell of the last release stood in the way of a proof; hiding it may open the way. */
  readonly blockedBy: ReadonlyMap<string, number>;
}

/** Figures of the last release and what they would be in place of what they are. */
export type Changes = ReadonlyMap<string, ProtectedCount>;

/**
 * Certificates. A hidden count is safe when other tables, printed exactly as the published ones, hold other values in its
 * place. Each table found counts for every cell in which it differs. What is found is proof, needing no solver; what is not
 * found counts as unsafe, so it errs on the side of hiding.
 */
export class Witnesses {
  private readonly system: System;
  private readonly ids: readonly string[];
  private readonly lastRelease: number;
  /** Values proved possible, by the row of each count that is promised several. */
  private readonly values = new Map<number, Set<number>>();
  private readonly promised: { release: number; id: string; row: number }[] = [];

  constructor(releases: readonly Release[]) {
    this.system = systemOf(releases);
    this.lastRelease = releases.length - 1;
    this.ids = Object.keys(releases[0]?.counts ?? {});
    releases.forEach(({ cells }, release) => {
      for (const id of this.ids) if (isPromised(cells[id])) this.promise(release, id);
    });
  }

  /** The first small count, in any of the releases taken together, for which the promise is not proved; null when all are. */
  firstExposed(): Exposed | null {
    for (const { release, id, row } of this.promised) {
      const blocked = new Float64Array(this.system.rows.length);
      if (!this.prove(row, blocked)) return { release, id, blockedBy: this.byCell(blocked) };
    }
    return null;
  }

  /** Whether the promise of an exposed count could be proved if the last release were changed so; it stays as it is. */
  wouldHelp({ release, id }: Exposed, changes: Changes): boolean {
    const before = this.limit(changes);
    const blocked = new Float64Array(this.system.rows.length);
    const row = this.system.rowOf(release, id);
    const values = new Set(this.values.get(row));
    const proved = this.prove(row, blocked, (value) => values.add(value), values);
    before.forEach(([at, lowest, highest]) => Object.assign(this.system.rows[at]!, { lowest, highest }));
    return proved;
  }

  /** Shows less in the last release. All that was proved before stays proved. */
  hide(changes: Changes): void {
    this.limit(changes);
    for (const [id, shown] of changes) if (isPromised(shown)) this.promise(this.lastRelease, id);
  }

  private promise(release: number, id: string): void {
    const row = this.system.rowOf(release, id);
    if (this.values.has(row)) return;
    this.values.set(row, new Set([this.valueIn(this.system.counts, row)]));
    this.promised.push({ release, id, row });
  }

  private limit(changes: Changes): (readonly [row: number, lowest: number, highest: number])[] {
    return [...changes].map(([id, shown]) => {
      const at = this.system.rowOf(this.lastRelease, id);
      const row = this.system.rows[at]!;
      const before = [at, row.lowest, row.highest] as const;
      [row.lowest, row.highest] = rangeOf(shown);
      return before;
    });
  }

  private prove(
    row: number,
    blocked: Float64Array,
    keep: (value: number) => void = () => undefined,
    values: ReadonlySet<number> = this.values.get(row)!,
  ): boolean {
    for (const step of [1, -1] as const) {
      while (values.size < PROMISED_VALUES) {
        const beyond = step === 1 ? Math.max(...values) + 1 : Math.min(...values) - 1;
        const { table, blocking } = findTable(this.system, row, beyond, step);
        if (!table) {
          blocking.forEach((times, at) => (blocked[at]! += times));
          break;
        }
        keep(this.valueIn(table, row));
        if (values === this.values.get(row)) this.learn(table);
      }
    }
    return values.size >= PROMISED_VALUES;
  }

  private learn(table: Int32Array): void {
    for (const [row, values] of this.values) values.add(this.valueIn(table, row));
  }

  private valueIn(table: Int32Array, row: number): number {
    const { terms } = this.system.rows[row]!;
    let sum = 0;
    for (let at = 0; at < terms.length; at += 2) sum += terms[at + 1]! * table[terms[at]!]!;
    return sum;
  }

  private byCell(blocked: Float64Array): ReadonlyMap<string, number> {
    const times = this.ids.map((id) => [id, blocked[this.system.rowOf(this.lastRelease, id)] ?? 0] as const);
    return new Map(times.filter(([, often]) => often > 0));
  }
}

/** Whether a figure was hidden for being small, and so is promised several possible values. */
function isPromised(shown: ProtectedCount | undefined): boolean {
  return shown?.rule === "small" || shown?.rule === "small-or-none";
}
