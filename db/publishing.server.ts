import { createHash } from "node:crypto";
import { londonDay } from "#app/domain/dates/days.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { draftEntries, type Reasons } from "#app/domain/publishing/drafts.ts";
import { propose, type Proposal } from "#app/domain/publishing/propose.ts";
import { proposalText } from "#app/domain/publishing/proposal-text.ts";
import type { RecordState } from "#app/domain/record/state.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { requireSecondPair } from "./four-eyes.server.ts";
import { findOrganisation } from "./organisation.server.ts";
import { listPublishables } from "./publishables.server.ts";
import { lockLog } from "./record-log.server.ts";
import { appendEntries, readState, type Appended } from "./record.server.ts";

export type Publication = {
  proposal: Proposal;
  /** Names exactly this proposal; `publish` takes no other. */
  fingerprint: string;
  /** What the public sees now. */
  state: RecordState;
};

/** `recordedAt` is an ISO instant, for invented organisations only, so that a demonstration can have a past. */
type Past = { recordedAt?: string };

/** What publishing now would change for the public. Changes nothing, so every member may see it. */
export async function previewPublication(scope: Scope, past: Past = {}): Promise<Publication> {
  requireAbility(scope, "workspace.read");
  const state = await publicState(scope);
  return inScope(scope, (tx) => prepare(tx, scope, state, dayOf(past)));
}

/**
 * Appends what was previewed to the public record: all of it, or nothing. Publishers of one organisation wait for each other.
 *
 * @param fingerprint from the preview
 * @param reasons by change key, where the preview demanded them
 * @throws Refusal: 403 for reviewers; 409 when the workspace or the record is no longer what was previewed, or a board that asks
 *   for a second pair of eyes has not accepted a changed commitment; 400 when a demanded
 *   reason is missing
 */
export async function publish(
  scope: Scope,
  { fingerprint, reasons }: { fingerprint: string; reasons: Reasons },
  past: Past = {},
): Promise<Appended> {
  requireAbility(scope, "record.publish");
  // Read before the transaction: a publisher who waits for the lock must not need a second connection.
  const state = await publicState(scope);
  return inScope(scope, async (tx) => {
    const log = await lockLog(tx, scope.organisationId);
    const prepared = await prepare(tx, scope, state, dayOf(past));
    if (log.frontier.size !== state.size || prepared.fingerprint !== fingerprint) throw outOfDate();
    await requireSecondPair(tx, scope, prepared.proposal);
    const drafts = draftEntries(prepared.proposal, reasons, scope.role);
    return appendEntries(tx, scope, drafts, past);
  });
}

async function prepare(
  tx: Transaction,
  scope: Scope,
  state: RecordState,
  today: string,
): Promise<Publication> {
  const proposal = propose(await listPublishables(tx, scope), state, today);
  const fingerprint = createHash("sha256").update(proposalText(proposal)).digest("hex");
  return { proposal, fingerprint, state };
}

async function publicState(scope: Scope): Promise<RecordState> {
  const { slug } = await findOrganisation(scope);
  return readState(slug);
}

function dayOf({ recordedAt }: Past): string {
  return londonDay(recordedAt ?? new Date().toISOString());
}

function outOfDate(): Refusal {
  return Refusal.conflict(
    "Something changed since this preview was made. Read what would be published now, then publish again.",
  );
}
