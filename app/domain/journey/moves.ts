import type { Difference } from "../publishing/difference.ts";
import { differencesOf } from "../publishing/kinds.ts";
import type { RecordState, Version } from "../record/state.ts";

/** One version of a subject beside the one before it: how it differs, and why. */
export type Move = {
  version: Version;
  /** Null for the first version, and where the words before it were withdrawn. */
  before: Version | null;
  differences: Difference[];
  reason?: string;
};

// Both versions are immutable, so a comparison once made holds for ever.
const compared = new WeakMap<object, { before: object | null; differences: Difference[] }>();

/** Every version in the record with what it changed, in order of subjects, oldest first within each. */
export function movesOf(state: RecordState): Move[] {
  return [...state.subjects.values()].flatMap((versions) =>
    versions.map((version, position): Move => {
      const before = position > 0 && versions[position - 1]!.body ? versions[position - 1]! : null;
      const reason = version.body?.reason;
      return { version, before, differences: compare(before, version), ...(reason ? { reason } : {}) };
    }),
  );
}

function compare(before: Version | null, version: Version): Difference[] {
  if (!before?.body || !version.body) return [];
  const known = compared.get(version.body);
  if (known?.before === before.body) return known.differences;
  const differences = differencesOf(version.kind, before.body.content, version.body.content);
  compared.set(version.body, { before: before.body, differences });
  return differences;
}

/** The commitment a version belongs to: named in its content, or the subject itself. */
export function commitmentOf(version: Version): string | null {
  if (version.kind === "commitment") return version.subject.slice("commitment:".length);
  // What is left of a status whose body cannot be read is still that commitment's status.
  if (version.subject.startsWith("status:")) return version.subject.slice("status:".length);
  const id = version.body?.content.commitment;
  return typeof id === "string" ? id : null;
}
