import { and, eq, gte, ne } from "drizzle-orm";
import { addMonths } from "#app/domain/dates/days.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import type { ToldAfterwards } from "#app/domain/session/preflight-afterwards.ts";
import { gateItems, preflightItems } from "#app/domain/session/preflight-items.ts";
import type { PreflightRow } from "#app/domain/session/preflight-indicators.ts";
import { clockOf } from "#app/domain/session/session-input.ts";
import { inScope } from "./client.server.ts";
import { decidedOf } from "./preflight-decided.server.ts";
import { preflights } from "./schema/preflight.ts";
import { sessions } from "./schema/session.ts";

/** The facts behind the figures on preflights, in a few queries whatever their number. */
export function preflightRows(scope: Scope, today: string): Promise<PreflightRow[]> {
  return inScope(scope, async (tx) => {
    const rows = await tx
      .select({ session: sessions, afterwards: preflights.afterwards })
      .from(sessions)
      .leftJoin(preflights, eq(preflights.sessionId, sessions.id))
      .where(
        and(
          eq(sessions.organisationId, scope.organisationId),
          ne(sessions.status, "called-off"),
          gte(sessions.startsAt, new Date(`${addMonths(today, -13)}T00:00:00Z`)),
        ),
      );
    const decided = await decidedOf(
      tx,
      scope,
      rows.map(({ session }) => session),
    );
    return rows.map(({ session, afterwards }) => {
      const { sheet, clearedOn } = decided.get(session.id) ?? {};
      const racismDiscussed = sheet?.racismDiscussed === "yes";
      return {
        heldOn: clockOf(session.startsAt.toISOString()).date,
        racismDiscussed,
        twoRacialised: sheet?.twoRacialised === "yes",
        ...(sheet?.handoutOn ? { handoutOn: sheet.handoutOn } : {}),
        ...(sheet?.invitedOn ? { invitedOn: sheet.invitedOn } : {}),
        ...(clearedOn ? { clearedOn } : {}),
        ...(afterwards ? { afterwards: asTold(afterwards, racismDiscussed) } : {}),
      };
    });
  });
}

/** What was told before the planned items were kept counts every item that was asked. */
function asTold({ planned, notAsPlanned }: ToldAfterwards, racismDiscussed: boolean) {
  if (!planned)
    return {
      planned: preflightItems.length - (racismDiscussed ? 0 : gateItems.length),
      differed: notAsPlanned.length,
    };
  return {
    planned: planned.length,
    differed: planned.filter((item) => notAsPlanned.includes(item)).length,
  };
}
