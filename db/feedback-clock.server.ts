import { eq } from "drizzle-orm";
import { checked } from "#app/domain/checked.ts";
import { ClockPromiseInput, usualPromise } from "#app/domain/feedback/clock-promise.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { requireVersion } from "./commitment.server.ts";
import { clockPromises } from "./schema/feedback.ts";

/** The organisation's promise about answering; before it made one, version 0 with what is usual. */
export function findClockPromise(scope: Scope) {
  return inScope(scope, (tx) => clockPromiseOf(tx, scope.organisationId));
}

export async function clockPromiseOf(tx: Transaction, organisationId: string) {
  const [row] = await tx.select().from(clockPromises).where(eq(clockPromises.organisationId, organisationId));
  return row ?? { ...usualPromise, version: 0, changeReason: "", changedOn: null };
}

/**
 * Saves over `version`. What was received before keeps the promise of its day.
 * @throws Refusal (403), (400), (409) with the stored promise when somebody saved in the meantime
 */
export async function promiseClock(
  scope: Scope,
  version: number,
  input: ClockPromiseInput,
  today: string,
): Promise<void> {
  requireAbility(scope, "workspace.edit");
  const { reason, ...promise } = checked(ClockPromiseInput, input);
  const { organisationId } = scope;
  await inScope(scope, async (tx) => {
    const values = { ...promise, changeReason: reason, changedOn: today, version: version + 1 };
    if (version === 0) {
      const made = await tx
        .insert(clockPromises)
        .values({ organisationId, ...values })
        .onConflictDoNothing()
        .returning();
      if (made.length > 0) return;
    }
    const [stored] = await tx
      .select()
      .from(clockPromises)
      .where(eq(clockPromises.organisationId, organisationId))
      .for("update");
    requireVersion(stored ?? { version: 0 }, version, "this promise");
    await tx.update(clockPromises).set(values).where(eq(clockPromises.organisationId, organisationId));
  });
}
