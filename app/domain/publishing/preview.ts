import { foldEntries, type RecordedEntry, type RecordState } from "../record/state.ts";
import type { Change } from "./propose.ts";
import type { Reasons } from "./drafts.ts";

/**
 * The record as it would be after publishing, for the preview: the public pages are drawn from it by the same rules.
 * @param now ISO instant at which the preview is made
 */
export function previewState(
  state: RecordState,
  changes: readonly Change[],
  reasons: Reasons,
  author: { role: RecordedEntry["role"]; now: string },
): RecordState {
  const entries = changes.map((change, position): RecordedEntry => {
    const reason = reasons[change.key] || change.reason;
    return {
      index: state.size + position,
      kind: change.kind,
      subject: change.subject,
      effectiveOn: change.effectiveOn,
      recordedAt: author.now,
      role: author.role,
      body: reason ? { content: change.content, reason } : { content: change.content },
    };
  });
  return foldEntries(state, entries);
}
