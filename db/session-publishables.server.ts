import { and, asc, eq } from "drizzle-orm";
import type { Scope } from "#app/domain/organisation/scope.ts";
import type { Publishable } from "#app/domain/publishing/publishable.ts";
import { preflightItems } from "#app/domain/session/preflight-items.ts";
import { lapseOf } from "#app/domain/session/preflight-lapse.ts";
import { sessionSubject, type SessionContent } from "#app/domain/session/public.ts";
import { clockOf } from "#app/domain/session/session-input.ts";
import type { Transaction } from "./client.server.ts";
import { decidedOf, type Decided } from "./preflight-decided.server.ts";
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
  const decided = await decidedOf(tx, scope, rows);
  return rows.map((session) => {
    const serious = conflicts.filter((one) => one.sessionId === session.id && one.severity === "serious");
    const accepted = serious[0]?.acceptedReason ?? "";
    const on = clockOf(session.startsAt.toISOString()).date;
    const until = clockOf(session.endsAt.toISOString()).date;
    const content: SessionContent = {
      title: session.title,
      on,
      ...(until > on ? { until } : {}),
      online: session.online,
      status: session.status,
      conflicts: serious.map(({ tradition, observance, name, keptOn }) => ({
        tradition,
        observance,
        name,
        on: keptOn,
      })),
      accepted,
      ...preflightOf(decided.get(session.id)),
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

function preflightOf(decided: Decided | undefined): Pick<SessionContent, "preflight"> {
  const last = decided?.decisions.at(-1);
  if (!decided || !last) return {};
  const { invitedOn } = decided.sheet;
  return {
    preflight: {
      outcome: last.outcome,
      decidedOn: last.decidedOn,
      beforeInvitation: invitedOn !== undefined && decided.clearedOn !== undefined,
      lapsed: lapseOf({ ...last, findings: [] }, decided.plan, []) !== undefined,
      accepted: preflightItems.filter((item) => item in last.reasons),
    },
  };
}
