import { desc, eq } from "drizzle-orm";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { refuseBenefits } from "#app/domain/remuneration/names-benefit.ts";
import { requireHappened } from "#app/domain/remuneration/position.ts";
import { inScope } from "./client.server.ts";
import { payTurnouts } from "./schema/remuneration.ts";
import { londonToday } from "./today.server.ts";

/** How many took part, so that people who were never offered anything show. Newest first, the last 200. */
export function listTurnouts(scope: Scope) {
  return inScope(scope, (tx) =>
    tx
      .select()
      .from(payTurnouts)
      .where(eq(payTurnouts.organisationId, scope.organisationId))
      .orderBy(desc(payTurnouts.heldOn), payTurnouts.title)
      .limit(200),
  );
}

/** Notes how many took part; the same session on the same day again corrects the number. @throws Refusal for a day to come, or a benefit in its name */
export async function noteTurnout(
  scope: Scope,
  turnout: { heldOn: string; title: string; tookPart: number },
  today: string = londonToday(),
): Promise<void> {
  requireAbility(scope, "workspace.edit");
  refuseBenefits({ title: turnout.title });
  requireHappened("turnout", turnout.heldOn, today, "heldOn");
  await inScope(scope, (tx) =>
    tx
      .insert(payTurnouts)
      .values({ ...turnout, organisationId: scope.organisationId })
      .onConflictDoUpdate({
        target: [payTurnouts.organisationId, payTurnouts.heldOn, payTurnouts.title],
        set: { tookPart: turnout.tookPart },
      }),
  );
}
