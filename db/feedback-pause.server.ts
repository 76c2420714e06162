import { and, eq, isNull } from "drizzle-orm";
import { checked } from "#app/domain/checked.ts";
import { writtenDay } from "#app/domain/dates/written-day.ts";
import { PauseInput } from "#app/domain/feedback/clock-promise.ts";
import { viewLoop } from "#app/domain/feedback/view.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { changing, recordLoop, set } from "./feedback-loop.server.ts";
import { loopPauses } from "./schema/feedback.ts";

/**
 * Stops the clock from today. A clock that has run out cannot be stopped, and none can be stopped from a day that is past.
 * @throws Refusal (403), (404), (400), (409)
 */
export async function pauseClock(scope: Scope, id: string, input: PauseInput, today: string): Promise<void> {
  requireAbility(scope, "workspace.edit");
  const { reason } = checked(PauseInput, input);
  await changing(scope, id, async (tx, loop) => {
    if (loop.answers.length > 0) throw Refusal.conflict("This is answered: its clock has stopped already.");
    if (loop.facts.pauses.some(({ to }) => to === null))
      throw Refusal.conflict("The clock is stopped already.");
    const { due } = viewLoop(loop.facts, today);
    if (due.state === "overdue")
      throw Refusal.conflict(
        `The answer was due on ${writtenDay(due.answerBy)}. A clock that has run out cannot be stopped: answer, and say why it is late.`,
      );
    await tx
      .insert(loopPauses)
      .values({ organisationId: scope.organisationId, loopId: id, fromOn: today, reason });
    await set(tx, loop, {});
    await recordLoop(tx, scope, id, "paused", today, { reason });
  });
}

export async function resumeClock(scope: Scope, id: string, today: string): Promise<void> {
  requireAbility(scope, "workspace.edit");
  await changing(scope, id, async (tx, loop) => {
    const closed = await tx
      .update(loopPauses)
      .set({ toOn: today })
      .where(and(eq(loopPauses.loopId, id), isNull(loopPauses.toOn)))
      .returning({ id: loopPauses.id });
    if (closed.length === 0) throw Refusal.conflict("The clock is running.");
    await set(tx, loop, {});
    await recordLoop(tx, scope, id, "resumed", today);
  });
}
