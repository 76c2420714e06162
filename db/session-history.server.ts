import { and, asc, eq } from "drizzle-orm";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { inScope } from "./client.server.ts";
import { sessionConflicts, sessionHistory } from "./schema/session.ts";

/** One step in the life of a session's times: planned, or changed. */
export interface SessionChange {
  /** ISO date. */
  on: string;
  startsAt: string;
  endsAt: string;
  daily: boolean;
  /** What was met then and accepted, with the reason written for it; undefined when nothing was. */
  accepted: { names: string[]; reason: string } | undefined;
}

/**
 * How a session came to its times, oldest first: steps that moved it or accepted something. A reason counts for the step it
 * was written for, and no longer once the session has moved on.
 */
export function listSessionChanges(scope: Scope, sessionId: string): Promise<SessionChange[]> {
  const { organisationId } = scope;
  return inScope(scope, async (tx) => {
    const steps = await tx
      .select({ after: sessionHistory.after, on: sessionHistory.changedOn })
      .from(sessionHistory)
      .where(and(eq(sessionHistory.organisationId, organisationId), eq(sessionHistory.sessionId, sessionId)))
      .orderBy(asc(sessionHistory.id));
    const conflicts = await tx
      .select()
      .from(sessionConflicts)
      .where(
        and(eq(sessionConflicts.organisationId, organisationId), eq(sessionConflicts.sessionId, sessionId)),
      )
      .orderBy(asc(sessionConflicts.id));
    const changes = steps.map(({ after, on }): SessionChange => {
      const met = conflicts.filter(
        (one) => one.sessionVersion === after.version && one.acceptedReason !== "",
      );
      return {
        on,
        startsAt: String(after.startsAt),
        endsAt: String(after.endsAt),
        daily: after.daily === true,
        accepted: met[0] && {
          names: [...new Set(met.map(({ name }) => name))],
          reason: met[0].acceptedReason,
        },
      };
    });
    return changes.filter((one, index) => index === 0 || !same(one, changes[index - 1]!));
  });
}

const same = (one: SessionChange, before: SessionChange) =>
  (["startsAt", "endsAt", "daily"] as const).every((part) => one[part] === before[part]) &&
  one.accepted?.reason === before.accepted?.reason;
