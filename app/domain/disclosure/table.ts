import { z } from "zod";
import { requirePeople, type ProtectedCount } from "./rule.ts";

/** `total` is the sum of `parts`; all three name cells of the table by their id. */
export const Relation = z.object({ total: z.string(), parts: z.array(z.string()).min(1) });
export type Relation = z.infer<typeof Relation>;

/**
 * Counts of people before protection, private. Hierarchies (five groups over nineteen, stage within stage, one
 * characteristic crossed with another) are relations: put everything that adds up into ONE table.
 */
export const CountTable = z.object({
  /** Tables about the same people, one after another, share a series; tables about different people must not. */
  series: z.string().min(1),
  /** The date the counts describe, ISO. */
  asOf: z.string(),
  counts: z.record(z.string(), z.number()),
  relations: z.array(Relation),
});
export type CountTable = z.infer<typeof CountTable>;

/** The only form in which charts, CSV, JSON and prose may see counts of people. */
export interface ProtectedTable {
  readonly series: string;
  /** The date the figures describe; older than asked for when the release was held. */
  readonly asOf: string;
  readonly cells: Readonly<Record<string, ProtectedCount>>;
  /** Why an earlier release, or nothing, stands in place of the figures asked for; null when they are new. */
  readonly held: string | null;
}

/** Throws RangeError naming the cell that is not a count, the name not known, or the total that is not the sum. */
export function requireConsistent({ counts, relations }: CountTable): void {
  for (const [id, count] of Object.entries(counts)) requirePeople(`Cell "${id}"`, count);
  const countOf = (id: string) => {
    const count = counts[id];
    if (count === undefined) throw new RangeError(`A sum names "${id}", which is not a cell of the table.`);
    return count;
  };
  for (const { total, parts } of relations) {
    const sum = parts.reduce((people, id) => people + countOf(id), 0);
    if (sum !== countOf(total)) {
      throw new RangeError(
        `Cell "${total}" is ${countOf(total)} but its parts add up to ${sum}; correct one of them.`,
      );
    }
  }
}

/** Cells that are not the sum of others. Every person is in one or more of them. */
export function leavesOf({ counts, relations }: Pick<CountTable, "counts" | "relations">): string[] {
  const totals = new Set(relations.map(({ total }) => total));
  return Object.keys(counts).filter((id) => !totals.has(id));
}

/**
 * Whether some people are in two leaves, because a total is split in two ways that are not crossed with one another
 * (everyone by ethnic group, and everyone by gender). Then the leaves that change are more than the people who moved.
 */
export function countsTwice({ relations }: Pick<CountTable, "relations">): boolean {
  const splits = new Map<string, Relation[]>();
  for (const relation of relations)
    splits.set(relation.total, [...(splits.get(relation.total) ?? []), relation]);
  const known = new Map<string, ReadonlySet<string>>();
  const within = (id: string): ReadonlySet<string> => {
    const [first] = splits.get(id) ?? [];
    const found = known.get(id) ?? (first ? leavesUnder(first) : new Set([id]));
    known.set(id, found);
    return found;
  };
  const leavesUnder = ({ parts }: Relation) => new Set(parts.flatMap((id) => [...within(id)]));
  return relations.some((relation) => {
    const [one, other] = [within(relation.total), leavesUnder(relation)];
    return one.size !== other.size || [...one].some((leaf) => !other.has(leaf));
  });
}

/** Totals that are part of nothing larger: someone who knows how many joined or left knows how these changed. */
export function rootsOf({ relations }: Pick<CountTable, "relations">): string[] {
  const parts = new Set(relations.flatMap((relation) => relation.parts));
  return [...new Set(relations.map(({ total }) => total))].filter((id) => !parts.has(id));
}

/** The sums of a two-way table with cells `row|column`, totals `row|*` and `*|column`, and `*|*` for all. */
export function crossTable(
  rows: readonly string[],
  columns: readonly string[],
  count: (row: string, column: string) => number,
): Pick<CountTable, "counts" | "relations"> {
  const counts: Record<string, number> = {};
  const add = (id: string, people: number) => (counts[id] = (counts[id] ?? 0) + people);
  for (const row of rows) {
    for (const column of columns) {
      const people = count(row, column);
      for (const id of [`${row}|${column}`, `${row}|*`, `*|${column}`, "*|*"]) add(id, people);
    }
  }
  const relations = [
    ...rows.map((row) => ({ total: `${row}|*`, parts: columns.map((column) => `${row}|${column}`) })),
    ...columns.map((column) => ({ total: `*|${column}`, parts: rows.map((row) => `${row}|${column}`) })),
    { total: "*|*", parts: rows.map((row) => `${row}|*`) },
    { total: "*|*", parts: columns.map((column) => `*|${column}`) },
  ];
  return { counts, relations };
}
