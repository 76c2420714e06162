import { and, asc, eq, isNotNull } from "drizzle-orm";
import { publicRound } from "#app/domain/audit/public.ts";
import { roundState } from "#app/domain/audit/round-state.ts";
import { londonDay } from "#app/domain/dates/days.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import type { Publishable } from "#app/domain/publishing/publishable.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { type Round, roundRow, sheets } from "./audit.server.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { auditRounds } from "./schema/audit.ts";

/**
 * Chooses the questions of a closed round that the public may see; the publishing desk carries them there. Once chosen, a
 * round stays listed: taking questions back is a change that the record shows.
 * @throws Refusal 409 while people still answer, 400 for a question that was not asked, 404
 */
export async function chooseForPublic(
  scope: Scope,
  roundId: string,
  questions: readonly string[],
  today: string,
): Promise<void> {
  requireAbility(scope, "workspace.edit");
  await inScope(scope, async (tx) => {
    const round = await roundRow(tx, scope.organisationId, roundId);
    if (roundState(round, today) !== "closed")
      throw Refusal.conflict("People still answer. Close the round, then choose what to publish.");
    const asked = new Set(round.instrument.questions.map(({ id }) => id));
    if (questions.some((question) => !asked.has(question)))
      throw Refusal.invalid({ questions: ["One of these questions was not asked in this round."] });
    if (questions.length === 0 && round.publishedOn === null)
      throw Refusal.invalid({ questions: ["Choose at least one question."] });
    await tx
      .update(auditRounds)
      .set({ publishedQuestions: [...questions], publishedOn: round.publishedOn ?? today })
      .where(and(eq(auditRounds.organisationId, scope.organisationId), eq(auditRounds.id, roundId)));
  });
}

/** The rounds of which something was chosen for the public. */
export async function listAuditPublishables(tx: Transaction, scope: Scope): Promise<Publishable[]> {
  const rounds = await tx
    .select()
    .from(auditRounds)
    .where(and(eq(auditRounds.organisationId, scope.organisationId), isNotNull(auditRounds.publishedOn)))
    .orderBy(asc(auditRounds.opensOn), asc(auditRounds.id));
  return (await sheets(tx, scope, rounds)).map(({ round, given, asked, answered }) => {
    const { title, instrument } = round;
    const closedOn = closedDay(round);
    return {
      kind: "audit-round",
      subject: `audit-round:${round.id}`,
      effectiveOn: closedOn,
      content: publicRound({ title, instrument, closedOn, given, asked, answered }, round.publishedQuestions),
      label: `Self-audit: ${title}`,
    };
  });
}

/** The day from which no answer was taken: closed by hand, or the last day that was announced. */
export function closedDay(round: Pick<Round, "closedAt" | "closesOn">): string {
  const byHand = round.closedAt && londonDay(round.closedAt.toISOString());
  return byHand && byHand < round.closesOn ? byHand : round.closesOn;
}
