import { and, eq, isNull } from "drizzle-orm";
import { bankHolidays } from "#app/domain/feedback/bank-holidays.ts";
import { answerDue } from "#app/domain/feedback/clock.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import type { Transaction } from "./client.server.ts";
import { challenges } from "./schema/feedback.ts";

/** More than these wait for somebody to come and look, not for a longer letter. */
const mostCases = 200;

/**
 * Asked or challenged in the open, and neither taken up nor turned away nor taken back. Protected challenges are not among them:
 * only the board may know of one.
 */
export async function waitingCases(tx: Transaction, scope: Scope) {
  const waiting = await tx
    .select({
      id: challenges.id,
      kind: challenges.kind,
      receivedOn: challenges.receivedOn,
      acknowledgeWithin: challenges.acknowledgeWithin,
      answerWithin: challenges.answerWithin,
      jurisdiction: challenges.jurisdiction,
    })
    .from(challenges)
    .where(
      and(
        eq(challenges.organisationId, scope.organisationId),
        isNull(challenges.moderatedOn),
        isNull(challenges.takenBackOn),
      ),
    )
    .orderBy(challenges.receivedOn, challenges.id)
    .limit(mostCases);
  return waiting.map((row) => ({
    id: row.id,
    kind: row.kind,
    answerBy: answerDue(row.receivedOn, row, bankHolidays(row.jurisdiction)).answerBy,
  }));
}
