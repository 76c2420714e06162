import { and, asc, eq } from "drizzle-orm";
import { checked } from "#app/domain/checked.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { Afterwards, plannedOf, type ToldAfterwards } from "#app/domain/session/preflight-afterwards.ts";
import { keptOutByPlan } from "#app/domain/session/kept-out.ts";
import { lapseOf, planOf, saidGo } from "#app/domain/session/preflight-lapse.ts";
import { findings, preflight, PreflightSheet } from "#app/domain/session/preflight.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { dayOf, factsOf } from "./preflight-facts.server.ts";
import { decisionsOf } from "./preflight-decided.server.ts";
import { keepVersion } from "./preflight-history.server.ts";
import { preflights, preflightTemplates } from "./schema/preflight.ts";
import { facilitatorSessions } from "./schema/training.ts";
import { asChecked, requireSession } from "./session.server.ts";
import { trainingIn } from "./training.server.ts";

/** What stands on a preflight that nobody has begun. */
export const unsaid: PreflightSheet = PreflightSheet.parse({ racismDiscussed: "yes" });

/** One session's readiness: what was said, what the other rooms know, and what was decided. @throws Refusal (404) */
export async function findPreflight(scope: Scope, sessionId: string) {
  const found = await requireSession(scope, sessionId);
  return inScope(scope, async (tx) => {
    const [stored] = await tx.select().from(preflights).where(ofSession(scope, sessionId));
    const training = await trainingIn(tx, scope);
    const leading = training.led
      .filter((each) => each.sessionId === sessionId)
      .map((each) => each.facilitatorId);
    const sheet = stored?.sheet ?? unsaid;
    const decisions = await decisionsOf(tx, scope, sessionId);
    const said = saidGo(decisions.toReversed(), sheet.invitedOn);
    const known = await factsOf(tx, scope, found, training, leading, said);
    const lines = preflight(sheet, known.facts);
    const plan = planOf(asChecked(found.session), sheet, leading);
    const [last] = decisions;
    const lapse = lapseOf(last, plan, findings(lines));
    return {
      session: found.session,
      plan,
      lapse,
      sheet,
      begun: stored !== undefined,
      version: stored?.version ?? 0,
      afterwards: stored?.afterwards ?? null,
      lines,
      accepted: known.facts.conflicts.accepted,
      keptOut: [...known.keptOut, ...keptOutByPlan(lines, known.facts, last && !lapse ? last.reasons : {})],
      checkId: known.checkId,
      facilitators: training.facilitators,
      leading,
      decisions,
      templates: await tx
        .select({ id: preflightTemplates.id, title: preflightTemplates.title })
        .from(preflightTemplates)
        .where(eq(preflightTemplates.organisationId, scope.organisationId))
        .orderBy(asc(preflightTemplates.title)),
    };
  });
}

/**
 * Saves what the organisation says about the session, and who leads it.
 * @param version the stored one, 0 before the first save
 * @throws Refusal (400), (404), (409)
 */
export async function savePreflight(
  scope: Scope,
  sessionId: string,
  version: number,
  input: PreflightSheet,
  leading: readonly string[],
  today: string,
): Promise<void> {
  requireAbility(scope, "workspace.edit");
  const sheet = checked(PreflightSheet, input);
  await requireSession(scope, sessionId);
  await inScope(scope, async (tx) => {
    const { facilitators } = await trainingIn(tx, scope);
    const known = new Set(facilitators.map(({ id }) => id));
    if (leading.some((id) => !known.has(id)))
      throw Refusal.invalid({ leading: ["Choose facilitators from the list."] });
    await store(tx, scope, sessionId, { version, today }, { sheet, leading });
  });
}

/** What happened, who could not come, what to change. @throws Refusal (400) before the day of the session; (404), (409) */
export async function recordAfterwards(
  scope: Scope,
  sessionId: string,
  version: number,
  input: Afterwards,
  today: string,
): Promise<void> {
  requireAbility(scope, "workspace.edit");
  const afterwards = checked(Afterwards, input);
  const { session } = await requireSession(scope, sessionId);
  if (dayOf(session) > today)
    throw Refusal.invalid({ whatHappened: ["This session is still ahead. Write it down afterwards."] });
  const { lines, afterwards: before } = await findPreflight(scope, sessionId);
  const planned = before ? before.planned : plannedOf(lines);
  const told = planned ? { ...afterwards, planned } : afterwards;
  await inScope(scope, (tx) => store(tx, scope, sessionId, { version, today }, { afterwards: told }));
}

type Change = { sheet?: PreflightSheet; afterwards?: ToldAfterwards; leading?: readonly string[] };

/**
 * Writes parts of a preflight over the version that was read, and keeps the whole as it stands then for its history.
 * @param over the version that was read, and the day of the change
 * @throws Refusal (409) with what is stored now
 */
export async function store(
  tx: Transaction,
  scope: Scope,
  sessionId: string,
  { version, today }: { version: number; today: string },
  { leading, ...change }: Change,
): Promise<void> {
  const values = { ...change, version: version + 1 };
  const done =
    version === 0
      ? await tx
          .insert(preflights)
          .values({ sheet: unsaid, ...values, organisationId: scope.organisationId, sessionId })
          .onConflictDoNothing()
          .returning()
      : await tx
          .update(preflights)
          .set(values)
          .where(and(ofSession(scope, sessionId), eq(preflights.version, version)))
          .returning();
  const [stored] = done;
  if (!stored) {
    const [theirs] = await tx.select().from(preflights).where(ofSession(scope, sessionId));
    throw Refusal.conflict("Somebody else changed this preflight while you were writing.", theirs);
  }
  if (leading) await setLeading(tx, scope, sessionId, leading);
  await keepVersion(tx, scope, stored, today);
}

async function setLeading(tx: Transaction, scope: Scope, sessionId: string, leading: readonly string[]) {
  const { organisationId } = scope;
  await tx
    .delete(facilitatorSessions)
    .where(
      and(
        eq(facilitatorSessions.organisationId, organisationId),
        eq(facilitatorSessions.sessionId, sessionId),
      ),
    );
  if (leading.length > 0)
    await tx
      .insert(facilitatorSessions)
      .values([...new Set(leading)].map((facilitatorId) => ({ organisationId, facilitatorId, sessionId })));
}

export function ofSession(scope: Scope, sessionId: string) {
  return and(eq(preflights.organisationId, scope.organisationId), eq(preflights.sessionId, sessionId));
}
