import { and, asc, eq, inArray } from "drizzle-orm";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { AuthorRole, EntryBody } from "#app/domain/record/state.ts";
import {
  refuseWithdrawal,
  withdrawalBody,
  WITHDRAWN,
  type WithdrawalReason,
} from "#app/domain/record/withdrawal.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { appendEntries, type Appended } from "./record-append.server.ts";
import { lockLog } from "./record-log.server.ts";
import { recordBodies, recordEntries } from "./schema/record.ts";
import { londonToday } from "./today.server.ts";

/**
 * Takes published words back: destroys the words of one entry and their salt, and appends an entry that says so and why.
 * Earlier and later versions of the same thing are entries of their own.
 *
 * @throws Refusal (403) for anybody but an owner; (404) when there is no such entry; (409) when it may only be
 *   corrected, or has been withdrawn already.
 */
export async function withdrawEntry(
  scope: Scope,
  index: number,
  reason: WithdrawalReason,
): Promise<Appended> {
  requireAbility(scope, "record.withdraw");
  return inScope(scope, (tx) => withdrawWithin(tx, scope, index, reason, scope.role));
}

/**
 * The same inside a transaction that has proved by other means that these words may go: a participant takes theirs back.
 * @throws Refusal (404), (409) as above
 */
export async function withdrawWithin(
  tx: Transaction,
  { organisationId }: { organisationId: string },
  index: number,
  reason: WithdrawalReason,
  role: AuthorRole,
): Promise<Appended> {
  await lockLog(tx, organisationId);
  const [entry] = await tx
    .select({ kind: recordEntries.kind, subject: recordEntries.subject })
    .from(recordEntries)
    .where(and(eq(recordEntries.organisationId, organisationId), eq(recordEntries.index, index)));
  if (!entry) throw Refusal.notFound("entry");
  const [earlier] = await tx
    .select({ index: recordEntries.index })
    .from(recordEntries)
    .where(and(eq(recordEntries.organisationId, organisationId), eq(recordEntries.withdraws, index)));
  const refusal = refuseWithdrawal({ kind: entry.kind, alreadyWithdrawn: earlier !== undefined });
  if (refusal) throw Refusal.conflict(refusal);
  const appended = await appendEntries(tx, { organisationId }, [
    {
      kind: WITHDRAWN,
      subject: entry.subject,
      effectiveOn: londonToday(),
      role,
      body: withdrawalBody({ entry: index, reason }) as EntryBody,
    },
  ]);
  await tx
    .delete(recordBodies)
    .where(and(eq(recordBodies.organisationId, organisationId), eq(recordBodies.index, index)));
  return appended;
}

/**
 * Takes back every published version of one subject, because those whose words they are took their consent back: a private
 * link's holder acts, so no member is asked. Does nothing when none is published.
 *
 * @throws Refusal (409) for a kind that may only be corrected
 */
export async function withdrawSubject(
  tx: Transaction,
  organisationId: string,
  subject: string,
  today: string,
): Promise<void> {
  await lockLog(tx, organisationId);
  const published = await tx
    .select({ index: recordEntries.index, kind: recordEntries.kind })
    .from(recordEntries)
    .innerJoin(
      recordBodies,
      and(
        eq(recordBodies.organisationId, recordEntries.organisationId),
        eq(recordBodies.index, recordEntries.index),
      ),
    )
    .where(and(eq(recordEntries.organisationId, organisationId), eq(recordEntries.subject, subject)))
    .orderBy(asc(recordEntries.index));
  const words = published.filter(({ kind }) => kind !== WITHDRAWN);
  for (const { kind } of words) {
    const refusal = refuseWithdrawal({ kind, alreadyWithdrawn: false });
    if (refusal) throw Refusal.conflict(refusal);
  }
  if (words.length === 0) return;
  await appendEntries(
    tx,
    { organisationId },
    words.map(({ index }) => ({
      kind: WITHDRAWN,
      subject,
      effectiveOn: today,
      role: "participant",
      body: withdrawalBody({ entry: index, reason: "consent-taken-back" }) as EntryBody,
    })),
  );
  await tx.delete(recordBodies).where(
    and(
      eq(recordBodies.organisationId, organisationId),
      inArray(
        recordBodies.index,
        words.map(({ index }) => index),
      ),
    ),
  );
}
