import { and, asc, eq } from "drizzle-orm";
import type { Scope } from "#app/domain/organisation/scope.ts";
import type { Publishable } from "#app/domain/publishing/publishable.ts";
import { sessionSubject, type SessionContent } from "#app/domain/session/public.ts";
import { clockOf } from "#app/domain/session/session-input.ts";
import type { Transaction } from "./client.server.ts";
import { conflictsIn } from "./session.server.ts";
import { sessions } from "./schema/session.ts";

/** Sessions that somebody chose to share: their day, what they met and why that was accepted. */
export async function listSessionPublishables(tx: Transaction, scope: Scope): Promise<Publishable[]> {
  const rows = await tx
    .select()
    .from(sessions)
    .where(and(eq(sessions.organisationId, scope.organisationId), eq(sessions.shared, true)))
    .orderBy(asc(sessions.startsAt), asc(sessions.id));
  const conflicts = await conflictsIn(tx, scope, rows);
  return rows.map((session) => {
    const serious = conflicts.filter((one) => one.sessionId === session.id && one.severity === "serious");
    const accepted = serious[0]?.acceptedReason ?? "";
    const content: SessionContent = {
      title: session.title,
      on: clockOf(session.startsAt.toISOString()).date,
      online: session.online,
      status: session.status,
      conflicts: serious.map(({ tradition, observance, name, keptOn }) => ({
        tradition,
        observance,
        name,
        on: keptOn,
      })),
      accepted,
    };
    return {
      kind: "session",
      subject: sessionSubject(session.id),
      effectiveOn: session.changedOn,
      content,
      label: `Session: ${session.title}`,
      ...(accepted ? { reason: accepted } : {}),
    };
  });
}
