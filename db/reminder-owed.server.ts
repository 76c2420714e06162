import { and, eq, isNull } from "drizzle-orm";
import { answerDue } from "#app/domain/feedback/clock.ts";
import { bankHolidays } from "#app/domain/feedback/bank-holidays.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import type { OwedFacts } from "#app/domain/reminder/owed-items.ts";
import { inScope } from "./client.server.ts";
import { ledgerOf } from "./pay-ledger.server.ts";
import { challenges } from "./schema/feedback.ts";
import { personas } from "./schema/persona.ts";

/** More than these wait for somebody to come and look, not for a longer letter. */
const mostCases = 200;

/** What is owed to people outside. A protected challenge is not among it: only the board may know of one. */
export function findOwedFacts(scope: Scope): Promise<OwedFacts> {
  return inScope(scope, async (tx) => {
    const { offers, payments } = await ledgerOf(tx, scope);
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
    const made = await tx
      .select({ id: personas.id, title: personas.title, provenance: personas.provenance })
      .from(personas)
      .where(and(eq(personas.organisationId, scope.organisationId), isNull(personas.withdrawnOn)));
    return {
      cases: waiting.map((row) => ({
        id: row.id,
        kind: row.kind,
        answerBy: answerDue(row.receivedOn, row, bankHolidays(row.jurisdiction)).answerBy,
      })),
      offers,
      payments,
      personas: made.flatMap(({ id, title, provenance }) =>
        provenance ? [{ id, title, reviewOn: provenance.reviewOn }] : [],
      ),
    };
  });
}
