import { and, asc, desc, eq } from "drizzle-orm";
import type { Scope } from "#app/domain/organisation/scope.ts";
import type { PreflightSheet } from "#app/domain/session/preflight.ts";
import { clearedOn, planOf } from "#app/domain/session/preflight-lapse.ts";
import type { Transaction } from "./client.server.ts";
import { preflightDecisions, preflights } from "./schema/preflight.ts";
import { facilitatorSessions } from "./schema/training.ts";
import { asChecked, type StoredSession } from "./session.server.ts";

export type Decided = {
  sheet: PreflightSheet;
  /** Oldest first. */
  decisions: (typeof preflightDecisions.$inferSelect)[];
  plan: Record<string, string>;
  /** See `clearedOn` in app/domain/session/preflight-lapse.ts. */
  clearedOn: string | undefined;
};

/** What was decided of each session with a preflight, by its id. */
export async function decidedOf(
  tx: Transaction,
  scope: Scope,
  sessions: readonly StoredSession[],
): Promise<Map<string, Decided>> {
  const { organisationId } = scope;
  const sheets = await tx.select().from(preflights).where(eq(preflights.organisationId, organisationId));
  const decisions = await tx
    .select()
    .from(preflightDecisions)
    .where(eq(preflightDecisions.organisationId, organisationId))
    .orderBy(asc(preflightDecisions.id));
  const leading = await tx
    .select()
    .from(facilitatorSessions)
    .where(eq(facilitatorSessions.organisationId, organisationId));
  const sheetBy = new Map(sheets.map(({ sessionId, sheet }) => [sessionId, sheet]));
  return new Map(
    sessions.flatMap((session): [string, Decided][] => {
      const sheet = sheetBy.get(session.id);
      if (!sheet) return [];
      const own = decisions.filter(({ sessionId }) => sessionId === session.id);
      const ids = leading
        .filter(({ sessionId }) => sessionId === session.id)
        .map(({ facilitatorId }) => facilitatorId);
      const plan = planOf(asChecked(session), sheet, ids);
      return [
        [session.id, { sheet, decisions: own, plan, clearedOn: clearedOn(own, plan, sheet.invitedOn) }],
      ];
    }),
  );
}

/** Of one session, newest first. */
export function decisionsOf(tx: Transaction, scope: Scope, sessionId: string) {
  return tx
    .select()
    .from(preflightDecisions)
    .where(
      and(
        eq(preflightDecisions.organisationId, scope.organisationId),
        eq(preflightDecisions.sessionId, sessionId),
      ),
    )
    .orderBy(desc(preflightDecisions.id));
}
