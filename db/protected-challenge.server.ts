import { and, asc, desc, eq, sql } from "drizzle-orm";
import { checked } from "#app/domain/checked.ts";
import { BoardAnswerInput, CheckInInput, checkInsOf } from "#app/domain/feedback/open-door.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { requireNeverOnTeam } from "./board-readers.server.ts";
import { inOrganisation, inScope } from "./client.server.ts";
import { openCase, owedBy, type CaseKey } from "./open-door.server.ts";
import { challengeCheckIns, checkInContacts, protectedChallenges } from "./schema/feedback.ts";

/**
 * What people inside fear to say openly: for the board alone. What something happened for comes first, then what is owed.
 * @throws Refusal (403) for owners and editors, and for a reviewer who has ever been one
 */
export async function listProtected(scope: Scope, today: string) {
  requireAbility(scope, "protected-challenge.read");
  return inScope(scope, async (tx) => {
    await requireNeverOnTeam(tx, scope);
    const rows = await tx
      .select()
      .from(protectedChallenges)
      .where(eq(protectedChallenges.organisationId, scope.organisationId))
      .orderBy(desc(protectedChallenges.receivedOn), desc(protectedChallenges.id));
    const checks = await tx
      .select()
      .from(challengeCheckIns)
      .where(eq(challengeCheckIns.organisationId, scope.organisationId))
      .orderBy(asc(challengeCheckIns.day));
    const all = rows.map((row) => {
      const { id, words, receivedOn, answer, answeredOn, takenBackOn } = row;
      const given = checks.filter(({ challengeId }) => challengeId === id);
      const answerBy = owedBy(row);
      return {
        id,
        words,
        receivedOn,
        answer,
        answeredOn,
        takenBackOn,
        answerBy,
        late: answer === null && answerBy < today,
        harmed: given.some(({ happened }) => happened === "yes"),
        given: given.map(({ day, happened, words, answeredOn }) => ({ day, happened, words, answeredOn })),
        checkIns: checkInsOf(receivedOn, new Set(given.map(({ day }) => day)), today),
      };
    });
    const urgency = (one: (typeof all)[number]) => (one.harmed ? 0 : one.answer === null ? 1 : 2);
    return all.sort((a, b) => urgency(a) - urgency(b));
  });
}

/** The board answers. Once: what was answered stays. @throws Refusal (403), (404), (400), (409) */
export async function answerProtected(
  scope: Scope,
  id: string,
  input: { answer: string },
  today: string,
): Promise<void> {
  requireAbility(scope, "protected-challenge.read");
  const { answer } = checked(BoardAnswerInput, input);
  await inScope(scope, async (tx) => {
    await requireNeverOnTeam(tx, scope);
    const own = and(
      eq(protectedChallenges.organisationId, scope.organisationId),
      eq(protectedChallenges.id, id),
    );
    const [found] = await tx.select().from(protectedChallenges).where(own).for("update");
    if (!found) throw Refusal.notFound("challenge");
    if (found.answer) throw Refusal.conflict("This has been answered already.");
    await tx.update(protectedChallenges).set({ answer, answeredOn: today }).where(own);
  });
}

/** The writer of a protected challenge says whether anything happened to them. Each of the three once. @throws Refusal (404), (409) */
export async function checkIn(
  key: CaseKey,
  passphrase: string,
  input: CheckInInput,
  today: string,
): Promise<void> {
  const { day, happened, words } = checked(CheckInInput, input);
  const found = await openCase(key, passphrase);
  if (found.kind !== "protected") throw Refusal.notFound("case");
  const { organisationId, row } = found;
  await inOrganisation(organisationId, null, async (tx) => {
    const due = checkInsOf(row.receivedOn, new Set(), today).find((one) => one.day === day);
    if (due?.state !== "due") throw Refusal.conflict("It is too early for this check-in.");
    const made = await tx
      .insert(challengeCheckIns)
      .values({ organisationId, challengeId: row.id, day, happened, words, answeredOn: today })
      .onConflictDoNothing()
      .returning({ id: challengeCheckIns.id });
    if (made.length === 0) throw Refusal.conflict("You have answered this check-in already.");
  });
}

/** No message is written to the writer of a protected challenge any more: their address goes at once. @throws Refusal (404) */
export async function forgetAddress(key: CaseKey, passphrase: string): Promise<void> {
  const { kind, organisationId, row } = await openCase(key, passphrase);
  if (kind !== "protected") throw Refusal.notFound("case");
  await inOrganisation(organisationId, null, async (tx) => {
    await tx.execute(sql`select set_config('kept.case_hash', ${row.codeHash}, true)`);
    await tx.delete(checkInContacts).where(eq(checkInContacts.challengeId, row.id));
  });
}
