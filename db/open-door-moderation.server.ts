import { and, asc, desc, eq, sql } from "drizzle-orm";
import { checked } from "#app/domain/checked.ts";
import { bankHolidays } from "#app/domain/feedback/bank-holidays.ts";
import { answerDue } from "#app/domain/feedback/clock.ts";
import { RefusalInput } from "#app/domain/feedback/open-door.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { insertLoop, insertSource } from "./feedback.server.ts";
import { commitments } from "./schema/commitment.ts";
import { challenges, feedbackSources } from "./schema/feedback.ts";

/** Everything that came in but the protected, what waits first, then newest first. */
export async function listCases(scope: Scope) {
  const rows = await inScope(scope, (tx) =>
    tx
      .select({
        id: challenges.id,
        kind: challenges.kind,
        words: challenges.words,
        wordsUse: challenges.wordsUse,
        receivedOn: challenges.receivedOn,
        ground: challenges.ground,
        refusalNote: challenges.refusalNote,
        refusalDisputedOn: challenges.refusalDisputedOn,
        moderatedOn: challenges.moderatedOn,
        takenBackOn: challenges.takenBackOn,
        loopId: challenges.loopId,
        about: commitments.title,
        acknowledgeWithin: challenges.acknowledgeWithin,
        answerWithin: challenges.answerWithin,
        jurisdiction: challenges.jurisdiction,
      })
      .from(challenges)
      .leftJoin(commitments, eq(commitments.id, challenges.commitmentId))
      .where(eq(challenges.organisationId, scope.organisationId))
      .orderBy(sql`${challenges.moderatedOn} is not null`, desc(challenges.receivedOn), asc(challenges.id))
      .limit(200),
  );
  return rows.map((row) => {
    const { acknowledgeBy, answerBy } = answerDue(row.receivedOn, row, bankHolidays(row.jurisdiction));
    return { ...row, acknowledgeBy, answerBy };
  });
}

/**
 * Takes a case up: it becomes a loop whose clock started on the day it came in, under the promise of that day. Returns the
 * loop's id.
 * @throws Refusal (403), (404), (409) when it has been decided already or its writer took it back
 */
export async function takeUp(scope: Scope, id: string, today: string): Promise<string> {
  requireAbility(scope, "workspace.edit");
  const { organisationId, userId } = scope;
  return inScope(scope, async (tx) => {
    const found = await lockCase(tx, organisationId, id);
    const loopId = await insertLoop(
      tx,
      organisationId,
      userId,
      {
        sourceId: await doorSource(tx, organisationId, found.receivedOn),
        words: found.words,
        inTheirWords: true,
        byWhom: "somebody through the open door",
        people: 1,
        sensitivity: "open",
        // A summary has yet to be written: until then nothing is shown.
        wordsUse: found.wordsUse === "as-said" ? "as-said" : "not-published",
        saidOn: found.receivedOn,
        receivedOn: found.receivedOn,
        writtenOn: found.receivedOn,
        acknowledgeWithin: found.acknowledgeWithin,
        answerWithin: found.answerWithin,
        jurisdiction: found.jurisdiction,
        acknowledgedOn: today,
      },
      today,
    );
    await tx
      .update(challenges)
      .set({ loopId, moderatedOn: today })
      .where(and(eq(challenges.organisationId, organisationId), eq(challenges.id, id)));
    return loopId;
  });
}

const doorTitle = "The open door";

async function doorSource(tx: Transaction, organisationId: string, heldOn: string): Promise<string> {
  const [known] = await tx
    .select({ id: feedbackSources.id })
    .from(feedbackSources)
    .where(
      and(
        eq(feedbackSources.organisationId, organisationId),
        eq(feedbackSources.kind, "open-form"),
        eq(feedbackSources.title, doorTitle),
      ),
    )
    .orderBy(asc(feedbackSources.createdAt))
    .limit(1);
  return (
    known?.id ?? insertSource(tx, organisationId, { kind: "open-form", title: doorTitle, heldOn, people: 1 })
  );
}

/** Refuses a case on one of the published grounds. @throws Refusal (403), (404), (400) without a ground, (409) */
export async function refuseCase(
  scope: Scope,
  id: string,
  input: RefusalInput,
  today: string,
): Promise<void> {
  requireAbility(scope, "workspace.edit");
  const { ground, note } = checked(RefusalInput, input);
  await inScope(scope, async (tx) => {
    await lockCase(tx, scope.organisationId, id);
    await tx
      .update(challenges)
      .set({ ground, refusalNote: note, moderatedOn: today })
      .where(and(eq(challenges.organisationId, scope.organisationId), eq(challenges.id, id)));
  });
}

async function lockCase(tx: Transaction, organisationId: string, id: string) {
  const [found] = await tx
    .select()
    .from(challenges)
    .where(and(eq(challenges.organisationId, organisationId), eq(challenges.id, id)))
    .for("update");
  if (!found) throw Refusal.notFound("case");
  if (found.moderatedOn) throw Refusal.conflict("This has been decided already. A decision here is final.");
  if (found.takenBackOn)
    throw Refusal.conflict("Whoever asked this took it back. There is nothing to decide.");
  return found;
}
