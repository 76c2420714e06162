import { and, asc, eq, gte, lte } from "drizzle-orm";
import { observancesBetween } from "#app/domain/calendar/index.ts";
import { addDays, londonDay } from "#app/domain/dates/days.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import type { PracticeFacts } from "#app/domain/reminder/practice-items.ts";
import { conflictKey, unaccepted } from "#app/domain/session/check-session.ts";
import { sessionConflicts } from "#app/domain/session/session-conflicts.ts";
import { inScope } from "./client.server.ts";
import { benchmarksToLookAt } from "./recruitment-benchmark.server.ts";
import { sessions } from "./schema/session.ts";
import { conflictsIn } from "./session.server.ts";
import { localSettingsIn } from "./session-settings.server.ts";
import { trainingIn } from "./training.server.ts";

/** More planned sessions than this are looked at as they come nearer. */
const mostSessions = 100;
/** A new moon is announced the evening before; two weeks are time to think about it. */
const awaitedDays = 14;
const announced = new Set(["ramadan_start", "eid_al_fitr", "eid_al_adha"]);

/** What training, planned sessions and the calendar know, in a bounded number of queries. */
export function findPracticeFacts(scope: Scope, today: string): Promise<PracticeFacts> {
  return inScope(scope, async (tx) => {
    const { facilitators, courses, completions } = await trainingIn(tx, scope);
    const local = await localSettingsIn(tx, scope);
    const planned = await tx
      .select()
      .from(sessions)
      .where(
        and(
          eq(sessions.organisationId, scope.organisationId),
          eq(sessions.status, "planned"),
          gte(sessions.startsAt, new Date(`${addDays(today, -1)}T00:00:00Z`)),
          lte(sessions.startsAt, new Date(`${addDays(today, 62)}T00:00:00Z`)),
        ),
      )
      .orderBy(asc(sessions.startsAt))
      .limit(mostSessions);
    const stored = await conflictsIn(tx, scope, planned);
    return {
      benchmarks: await benchmarksToLookAt(tx, scope),
      facilitators,
      courses,
      completions,
      // Checked afresh: an announcement since it was saved may have moved a day onto it.
      sessions: planned.map((session) => {
        const startsAt = session.startsAt.toISOString();
        // Days alone: the room, the food and a better day are looked at where the session is planned.
        const conflicts = sessionConflicts(
          { ...session, startsAt, endsAt: session.endsAt.toISOString() },
          local.announcements,
        );
        const accepted = stored
          .filter(({ sessionId, acceptedReason }) => sessionId === session.id && acceptedReason !== "")
          .map((one) => ({ key: conflictKey({ ...one, date: one.keptOn }), reason: one.acceptedReason }));
        const meets = unaccepted(conflicts, accepted).map((one) => ({
          key: conflictKey(one),
          name: one.name,
        }));
        return { id: session.id, title: session.title, on: londonDay(startsAt), meets };
      }),
      awaited: observancesBetween(today, addDays(today, awaitedDays), {
        traditions: ["islam"],
        announcements: local.announcements,
      }).filter(({ id }) => announced.has(id)),
    };
  });
}
