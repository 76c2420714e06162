import type { Role } from "../organisation/scope.ts";
import type { WithdrawalReason } from "./withdrawal.ts";

export { withdrawalReasons, type WithdrawalReason } from "./withdrawal.ts";

/** Who spoke: a member's role, someone affected by a promise, or the software itself (a clock that ran out, a rotated key). */
export type AuthorRole = Role | "participant" | "system";

/** What a room hands over to be recorded. The log adds its number, the recorded instant and the salted hash. */
export type EntryDraft = {
  /** Short slug: `commitment`, `measure`, `status`, … Rooms list theirs in `app/domain/publishing/kinds.ts`. */
  kind: string;
  /** What the entry is about: `commitment:<uuid>`. Every entry on one subject is a further version of it. */
  subject: string;
  /** ISO date: when it happened or took effect, as the organisation says. */
  effectiveOn: string;
  /** The whole public content of the subject from now on, never a difference: differences are computed by the reader. */
  body: EntryBody;
  role: AuthorRole;
  /** A person's name, only when that person chose to be named. */
  author?: string;
};

export type EntryBody = {
  /** Room-specific, validated by the kind's schema, JSON only. */
  content: Record<string, unknown>;
  /** Why it changed; demanded where the change weakens a promise. */
  reason?: string;
};

/** One published version of a subject. `body` is null once withdrawn: then `withdrawn` says why, and pages show a tombstone. */
export type Version = {
  /** Entry number in the log, from 0: its permalink. */
  index: number;
  kind: string;
  subject: string;
  effectiveOn: string;
  /** ISO instant, UTC. */
  recordedAt: string;
  role: AuthorRole;
  author?: string;
  body: EntryBody | null;
  withdrawn?: {
    reason: WithdrawalReason;
    index: number;
    recordedAt: string;
    /** Whose will it was: a `participant` has proved to be the one whose words they were; a member only says so. */
    role: AuthorRole;
  };
};

/**
 * Everything public about an organisation, folded from its record alone: each subject with its versions, oldest first.
 * Kept as plain data, so that it can be cached and extended by one entry at a time.
 */
export type RecordState = {
  /** Number of entries folded so far (withdrawals included). */
  size: number;
  subjects: ReadonlyMap<string, readonly Version[]>;
};

export const emptyState: RecordState = { size: 0, subjects: new Map() };

/** A recorded entry together with what is stored beside the log. */
export type RecordedEntry = Omit<Version, "withdrawn">;

/**
 * Adds entries, in log order, to a state. Cost grows with the new entries and the number of subjects, not with the record's age.
 * @throws RangeError when an entry's number is not the next one: a fold over a gap would be a lie.
 */
export function foldEntries(state: RecordState, entries: readonly RecordedEntry[]): RecordState {
  const subjects = new Map(state.subjects);
  let size = state.size;
  for (const entry of entries) {
    if (entry.index !== size) throw new RangeError(`Entry ${entry.index} cannot follow ${size} entries.`);
    size += 1;
    if (entry.kind === "withdrawn") tombstone(subjects, entry);
    else subjects.set(entry.subject, [...(subjects.get(entry.subject) ?? []), entry]);
  }
  return { size, subjects };
}

/** A `withdrawn` entry keeps its target's subject; its content is `{ entry: number, reason }`. */
function tombstone(subjects: Map<string, readonly Version[]>, entry: RecordedEntry): void {
  const content = entry.body?.content as { entry: number; reason: WithdrawalReason } | undefined;
  if (!content) return;
  const versions = subjects.get(entry.subject) ?? [];
  subjects.set(
    entry.subject,
    versions.map((version) =>
      version.index === content.entry
        ? {
            ...version,
            body: null,
            withdrawn: {
              reason: content.reason,
              index: entry.index,
              recordedAt: entry.recordedAt,
              role: entry.role,
            },
          }
        : version,
    ),
  );
}
