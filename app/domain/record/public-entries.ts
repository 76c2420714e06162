import { londonDay } from "../dates/days.ts";
import { isRecordedLate } from "./lateness.ts";
import type { AuthorRole, RecordState } from "./state.ts";
import { WITHDRAWN, type WithdrawalReason } from "./withdrawal.ts";

/** An entry as feeds and downloads tell it. */
export type PublicEntry = {
  index: number;
  kind: string;
  subject: string;
  /** ISO date. */
  effectiveOn: string;
  /** ISO instant. */
  recordedAt: string;
  /** Recorded more than 30 days after it happened. */
  late: boolean;
  role: AuthorRole;
  author: string | null;
  /** Null once withdrawn. */
  content: Record<string, unknown> | null;
  reason: string | null;
  withdrawn: { by: number; reason: WithdrawalReason; recordedAt: string } | null;
};

const listed = new WeakMap<RecordState, PublicEntry[]>();

/** Every entry of a record in its order, withdrawals and tombstones included. */
export function publicEntries(state: RecordState): PublicEntry[] {
  const known = listed.get(state);
  if (known) return known;
  const entries: PublicEntry[] = [];
  for (const versions of state.subjects.values()) {
    for (const version of versions) {
      const { index, kind, subject, effectiveOn, recordedAt, role, author, body, withdrawn } = version;
      entries.push({
        index,
        kind,
        subject,
        effectiveOn,
        recordedAt,
        late: isRecordedLate(version),
        role,
        author: author ?? null,
        content: body?.content ?? null,
        reason: body?.reason ?? null,
        withdrawn: withdrawn
          ? { by: withdrawn.index, reason: withdrawn.reason, recordedAt: withdrawn.recordedAt }
          : null,
      });
      if (!withdrawn) continue;
      entries.push({
        index: withdrawn.index,
        kind: WITHDRAWN,
        subject,
        effectiveOn: londonDay(withdrawn.recordedAt),
        recordedAt: withdrawn.recordedAt,
        late: false,
        role: "owner",
        author: null,
        content: { entry: index, reason: withdrawn.reason },
        reason: null,
        withdrawn: null,
      });
    }
  }
  entries.sort((a, b) => a.index - b.index);
  listed.set(state, entries);
  return entries;
}
