import { Refusal, type FieldErrors } from "../refusal.ts";
import type { AuthorRole, EntryDraft } from "../record/state.ts";
import type { Change, Proposal } from "./propose.ts";

/** Reasons typed at the publishing desk, by the key of the change they belong to. */
export type Reasons = Readonly<Record<string, string>>;

/** Long enough to explain, short enough to be read in a timeline. */
export const LONGEST_REASON = 2000;

/** The field of the publishing form in which the reason for a change is typed. */
export const reasonField = (change: Pick<Change, "key">) => `reason:${change.key}`;

/**
 * The entries that a proposal becomes. A reason typed now stands before one given earlier in the workspace.
 *
 * @throws Refusal (invalid) naming the field of every demanded reason that is missing or too long.
 */
export function draftEntries(proposal: Proposal, reasons: Reasons, role: AuthorRole): EntryDraft[] {
  const errors: FieldErrors = {};
  const drafts = proposal.changes.map((change) => {
    const reason = reasons[change.key]?.trim() || change.reason?.trim() || undefined;
    const error = reasonError(change, reason);
    if (error) errors[reasonField(change)] = [error];
    return draft(change, reason, role);
  });
  if (Object.keys(errors).length > 0) throw Refusal.invalid(errors);
  return drafts;
}

function reasonError(change: Change, reason: string | undefined): string | undefined {
  if (change.reasonDemanded && !reason)
    return `Say why “${change.label}” changed. The reason is published beside it.`;
  if (reason && reason.length > LONGEST_REASON)
    return `The reason for “${change.label}” is longer than ${LONGEST_REASON} letters. Shorten it.`;
  return undefined;
}

function draft(change: Change, reason: string | undefined, role: AuthorRole): EntryDraft {
  const { kind, subject, effectiveOn, content } = change;
  return { kind, subject, effectiveOn, role, body: reason ? { content, reason } : { content } };
}
