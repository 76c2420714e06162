import { and, asc, eq, gt } from "drizzle-orm";
import { addMonths, londonDay } from "#app/domain/dates/days.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { conflictKey } from "#app/domain/session/check-session.ts";
import { inScope } from "./client.server.ts";
import { sessionConflicts, sessions } from "./schema/session.ts";

/**
 * Serious conflicts that somebody accepted, of sessions to come and of the last twelve months, shared with the public or not. A
 * conflict is written anew with every version of a session: the day is that of the first.
 */
export function listAcceptedConflicts(scope: Scope, today: string) {
  return inScope(scope, async (tx) => {
    const rows = await tx
      .select({ session: sessions, conflict: sessionConflicts })
      .from(sessions)
      .innerJoin(
        sessionConflicts,
        and(
          eq(sessionConflicts.organisationId, sessions.organisationId),
          eq(sessionConflicts.sessionId, sessions.id),
          eq(sessionConflicts.severity, "serious"),
        ),
      )
      .where(
        and(
          eq(sessions.organisationId, scope.organisationId),
          gt(sessions.startsAt, new Date(`${addMonths(today, -12)}T00:00:00Z`)),
        ),
      )
      .orderBy(asc(sessions.startsAt), asc(sessions.id), asc(sessionConflicts.id));
    const keyOf = ({ session, conflict }: (typeof rows)[number]) =>
      `${session.id} ${conflictKey({ ...conflict, date: conflict.keptOn })}`;
    const first = new Map<string, Date>();
    for (const row of rows) if (!first.has(keyOf(row))) first.set(keyOf(row), row.conflict.recordedAt);
    return rows
      .filter(({ session, conflict }) => conflict.sessionVersion === session.version)
      .map((row) => ({
        sessionId: row.session.id,
        title: row.session.title,
        on: londonDay(row.session.startsAt.toISOString()),
        status: row.session.status,
        name: row.conflict.name,
        reason: row.conflict.acceptedReason,
        acceptedOn: londonDay(first.get(keyOf(row))!.toISOString()),
      }));
  });
}
