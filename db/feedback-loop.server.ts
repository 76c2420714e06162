import { and, eq } from "drizzle-orm";
import type { LoopHistoryKind } from "#app/domain/feedback/history.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { loadLoops, type Loop } from "./feedback-load.server.ts";
import { loopHistory, loops } from "./schema/feedback.ts";

/** What to do about warnings: people read them and say that they want to save all the same. */
export type Confirmed = { confirmed?: boolean };

/** @throws Refusal (400), field `confirmed`, while there is something to look at first */
export function requireConfirmed(warnings: readonly string[], { confirmed = false }: Confirmed): void {
  if (warnings.length > 0 && !confirmed) throw Refusal.invalid({ confirmed: [...new Set(warnings)] });
}

/** Call it in the transaction of the change itself. */
export async function recordLoop(
  tx: Transaction,
  { organisationId, userId }: { organisationId: string; userId: string | null },
  loopId: string,
  kind: LoopHistoryKind,
  today: string,
  detail: Record<string, string> = {},
): Promise<void> {
  await tx.insert(loopHistory).values({ organisationId, userId, loopId, kind, detail, happenedOn: today });
}

/** Locks the loop, so that two editors take turns, and hands it over whole. @throws Refusal (404) */
export async function changing(
  scope: Scope,
  id: string,
  work: (tx: Transaction, loop: Loop) => Promise<void>,
): Promise<void> {
  await inScope(scope, async (tx) => work(tx, await lockLoop(tx, scope.organisationId, id)));
}

/** @throws Refusal (404), also for another organisation's id */
export async function lockLoop(tx: Transaction, organisationId: string, id: string): Promise<Loop> {
  const [row] = await tx
    .select({ id: loops.id })
    .from(loops)
    .where(and(eq(loops.organisationId, organisationId), eq(loops.id, id)))
    .for("update");
  const [loop] = row ? await loadLoops(tx, organisationId, [id]) : [];
  if (!loop) throw Refusal.notFound("loop");
  return loop;
}

/** Every change counts as a version, so that whoever has the page open with an older one is told. */
export async function set(
  tx: Transaction,
  loop: Pick<Loop, "id" | "organisationId" | "version">,
  values: Partial<typeof loops.$inferInsert>,
): Promise<void> {
  await tx
    .update(loops)
    .set({ ...values, version: loop.version + 1 })
    .where(and(eq(loops.organisationId, loop.organisationId), eq(loops.id, loop.id)));
}
