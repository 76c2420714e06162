import { Refusal } from "../refusal.ts";
import type { RecordState } from "../record/state.ts";
import { writtenDay } from "../dates/written-day.ts";
import { demandsReason, reworded, type Difference } from "./difference.ts";
import { differencesOf, kinds } from "./kinds.ts";
import { datedKinds, pendingVersions } from "./pending.ts";
import type { Publishable } from "./publishable.ts";

/** One entry that publishing would append. */
export type Change = Publishable & {
  /** Names the change in the form and among the given reasons; stable while the proposal is. */
  key: string;
  /** `added` when the public has never seen the subject. */
  standing: "added" | "changed";
  differences: Difference[];
  reasonDemanded: boolean;
};

export type Proposal = {
  /** Entries already in the record when this was proposed. */
  size: number;
  /** In the order in which they would be recorded. */
  changes: Change[];
  /** How many published subjects stay as they are. */
  unchanged: number;
};

/**
 * What the public would see changed: everything the rooms want public, compared with the record.
 *
 * @param today ISO date: a change to something that has no day of its own takes effect when it is published
 * @throws Refusal (invalid) naming each item whose content its kind does not allow.
 * @throws Error when something published is no longer listed: a room may drop or retire what it published, never remove it.
 */
export function propose(publishables: readonly Publishable[], state: RecordState, today: string): Proposal {
  const items = inRecordOrder(publishables.map(cleaned));
  const bySubject = groupBySubject(items);
  refuseVanished(state, bySubject);
  const changes = [...bySubject.values()].flatMap((versions) => changesOf(state, versions, today));
  const changed = new Set(changes.map((change) => change.subject));
  const unchanged = [...bySubject.keys()].filter((subject) => !changed.has(subject)).length;
  return { size: state.size, changes: inRecordOrder(changes), unchanged };
}

function groupBySubject(items: readonly Publishable[]): Map<string, Publishable[]> {
  const groups = new Map<string, Publishable[]>();
  for (const item of items) groups.set(item.subject, [...(groups.get(item.subject) ?? []), item]);
  return groups;
}

function changesOf(state: RecordState, versions: readonly Publishable[], today: string): Change[] {
  const { latest, pending } = pendingVersions(state, versions);
  return pending.map((item, position) => {
    const before =
      position === 0 ? latest && { ...latest, content: latest.body!.content } : pending[position - 1]!;
    const differences = before ? allDifferences(before, item) : [];
    return {
      ...item,
      effectiveOn: before ? effectiveOn(before, item, today) : item.effectiveOn,
      key: position === 0 ? item.subject : `${item.subject}+${position}`,
      standing: before ? "changed" : "added",
      differences,
      reasonDemanded: differences.some(demandsReason),
    };
  });
}

// A promise reworded in June did not begin with other words in January.
function effectiveOn(before: Dated, item: Publishable, today: string): string {
  const saysWhen = datedKinds.has(item.kind) || item.effectiveOn > before.effectiveOn;
  return saysWhen ? item.effectiveOn : today;
}

type Dated = { effectiveOn: string; content: Publishable["content"] };

function allDifferences(before: Dated, item: Publishable): Difference[] {
  const found = differencesOf(item.kind, before.content, item.content);
  // A new status naturally has a new date; the same words under another date are a correction.
  return found.length === 0 && datedKinds.has(item.kind)
    ? reworded("When it happened", writtenDay(before.effectiveOn), writtenDay(item.effectiveOn))
    : found;
}

/** Keeps only what the kind's schema names, so that a field added to a table cannot reach the public by itself. */
function cleaned(item: Publishable): Publishable {
  const kind = kinds[item.kind];
  if (!kind) throw new Error(`No kind of entry is called “${item.kind}”.`);
  const result = kind.schema.safeParse(item.content);
  if (result.success) return withOwnReason({ ...item, content: result.data as Publishable["content"] });
  const sentences = result.error.issues.map(
    (issue) => `${item.label}, ${issue.path.join(".")}: ${issue.message}`,
  );
  throw Refusal.invalid({ [item.subject]: sentences });
}

// A status says why in its own words: asking once more would only repeat them.
function withOwnReason(item: Publishable): Publishable {
  const own = item.kind === "status" ? item.content.reason : undefined;
  return typeof own === "string" ? { ...item, reason: item.reason ?? own } : item;
}

function refuseVanished(state: RecordState, listed: ReadonlyMap<string, unknown>): void {
  for (const [subject, versions] of state.subjects) {
    const latest = versions.at(-1)!;
    if (kinds[latest.kind] && latest.body && !listed.has(subject))
      throw new Error(`${subject} is in the public record but no longer listed for it.`);
  }
}

/** By kind, then by date; what is equal keeps the order in which its room listed it. */
function inRecordOrder<Item extends Publishable>(items: readonly Item[]): Item[] {
  const order = Object.keys(kinds);
  return [...items].sort(
    (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || compare(a.effectiveOn, b.effectiveOn),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
