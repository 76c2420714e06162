import { and, asc, eq } from "drizzle-orm";
import { londonDay } from "#app/domain/dates/days.ts";
import { proveScope } from "#app/domain/organisation/scope.ts";
import { asPublic, inOrganisation } from "#db/client.server.ts";
import { recordOverdueDecisions } from "#db/overdue-decisions.server.ts";
import { memberships, organisations } from "#db/schema/accounts.ts";
import { lookAgain, type LookOptions } from "./look-again.ts";

/** Looks through every organisation for what is owed to its board and late. @param now ISO instant @returns facts added */
export async function sweepOverdueDecisions(now: string): Promise<number> {
  const all = await asPublic((tx) => tx.select({ id: organisations.id }).from(organisations));
  let added = 0;
  for (const { id } of all) {
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
    added += await recordOverdueDecisions(scope, londonDay(now));
  }
  return added;
}

/** Looks now and again, every hour unless told otherwise. Returns what stops it. */
export function startOverdueWorker(options: LookOptions = {}): () => Promise<void> {
  return lookAgain(() => sweepOverdueDecisions(new Date().toISOString()), { everyMs: 3_600_000, ...options });
}
