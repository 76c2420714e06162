import { and, eq, gte, ne } from "drizzle-orm";
import { addMonths } from "#app/domain/dates/days.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import type { SessionFacts } from "#app/domain/session/indicators.ts";
import { clockOf } from "#app/domain/session/session-input.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { conflictsIn } from "./session.server.ts";
import { sessions } from "./schema/session.ts";

/** The facts behind the room's indicators: sessions of the last two years and those ahead, two queries. */
export async function sessionFactsIn(tx: Transaction, scope: Scope, today: string): Promise<SessionFacts[]> {
  const rows = await tx
    .select({ id: sessions.id, version: sessions.version, startsAt: sessions.startsAt })
    .from(sessions)
    .where(
      and(
        eq(sessions.organisationId, scope.organisationId),
        ne(sessions.status, "called-off"),
        gte(sessions.startsAt, new Date(`${addMonths(today, -24)}T00:00:00Z`)),
      ),
    );
  const conflicts = await conflictsIn(tx, scope, rows);
  return rows.map(({ id, startsAt }) => {
    const serious = conflicts.filter((one) => one.sessionId === id && one.severity === "serious");
    return {
      heldOn: clockOf(startsAt.toISOString()).date,
      gaveWay: [...new Set(serious.map(({ tradition }) => tradition))].sort(),
      accepted: serious.every(({ acceptedReason }) => acceptedReason !== ""),
    };
  });
}

export function sessionFacts(scope: Scope, today: string): Promise<SessionFacts[]> {
  return inScope(scope, (tx) => sessionFactsIn(tx, scope, today));
}
