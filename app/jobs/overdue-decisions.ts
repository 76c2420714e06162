import { and, asc, eq } from "drizzle-orm";
import { londonDay } from "#app/domain/dates/days.ts";
import { proveScope } from "#app/domain/organisation/scope.ts";
import { inOrganisation } from "#db/client.server.ts";
import { recordOverdueDecisions } from "#db/overdue-decisions.server.ts";
import { owingUntold } from "#db/owing-untold.server.ts";
import { memberships } from "#db/schema/accounts.ts";
import { lookAgain, type LookOptions } from "./look-again.ts";

/** Tells the record of what is owed to a board and late. Organisations that owe nothing new are not looked into. @param now ISO instant @returns facts added */
export async function sweepOverdueDecisions(now: string): Promise<number> {
  const today = londonDay(now);
  let added = 0;
  for (const id of await owingUntold(today)) {
    const [owner] = await inOrganisation(id, null, (tx) =>
      tx
        .select({ userId: memberships.userId })
        .from(memberships)
        .where(and(eq(memberships.organisationId, id), eq(memberships.role, "owner")))
        .orderBy(asc(memberships.userId))
        .limit(1),
    );
    if (!owner) continue;
    const scope = proveScope({ organisationId: id, userId: owner.userId, role: "owner" });
    added += await recordOverdueDecisions(scope, today);
  }
  return added;
}

/** Looks now and again, every hour unless told otherwise. Returns what stops it. */
export function startOverdueWorker(options: LookOptions = {}): () => Promise<void> {
  return lookAgain(() => sweepOverdueDecisions(new Date().toISOString()), { everyMs: 3_600_000, ...options });
}
