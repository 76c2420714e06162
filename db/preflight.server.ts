import { and, asc, desc, eq } from "drizzle-orm";
import { checked } from "#app/domain/checked.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { checkSession, conflictKey, unaccepted } from "#app/domain/session/check-session.ts";
import {
  Afterwards,
  asTemplate,
  circular,
  findings,
  preflight,
  PreflightSheet,
  refuseDecision,
  type Outcome,
  type PreflightFacts,
} from "#app/domain/session/preflight.ts";
import { lapseOf, planOf } from "#app/domain/session/preflight-lapse.ts";
import { clockOf } from "#app/domain/session/session-input.ts";
import { currentTopics } from "#app/domain/training/coverage.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { sheetOf } from "./need-check.server.ts";
import { needChecks } from "./schema/persona.ts";
import { preflightDecisions, preflights, preflightTemplates } from "./schema/preflight.ts";
import { facilitatorSessions } from "./schema/training.ts";
import { asChecked, requireSession, type StoredSession } from "./session.server.ts";
import { trainingIn, type Training } from "./training.server.ts";

const unsaid: PreflightSheet = PreflightSheet.parse({ racismDiscussed: "yes" });

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
    const known = await factsOf(tx, scope, found, training, leading);
    const lines = preflight(sheet, known.facts);
    const decisions = await decisionsOf(tx, scope, sessionId);
    const plan = planOf(asChecked(found.session), sheet, leading);
    return {
      session: found.session,
      plan,
      lapse: lapseOf(decisions[0], plan, findings(lines)),
      sheet,
      begun: stored !== undefined,
      version: stored?.version ?? 0,
      afterwards: stored?.afterwards ?? null,
      lines,
      accepted: known.facts.conflicts.accepted,
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

type Found = Awaited<ReturnType<typeof requireSession>>;

async function factsOf(
  tx: Transaction,
  scope: Scope,
  { session, conflicts, local }: Found,
  { facilitators, courses, completions }: Training,
  leading: readonly string[],
): Promise<{ facts: PreflightFacts; checkId: string | undefined }> {
  const check = checkSession(asChecked(session), local);
  const accepted = conflicts
    .filter((each) => each.acceptedReason !== "")
    .map(({ tradition, observance, keptOn, acceptedReason }) => ({
      key: conflictKey({ tradition, observance, date: keptOn }),
      reason: acceptedReason,
    }));
  const [needCheck] = await tx
    .select()
    .from(needChecks)
    .where(and(eq(needChecks.organisationId, scope.organisationId), eq(needChecks.subjectId, session.id)))
    .orderBy(desc(needChecks.createdAt))
    .limit(1);
  const rows = needCheck && (await sheetOf(tx, scope, needCheck)).rows;
  const on = dayOf(session);
  const leaders = facilitators.filter(({ id }) => leading.includes(id));
  return {
    checkId: needCheck?.id,
    facts: {
      conflicts: {
        open: [...new Set(unaccepted(check.conflicts, accepted).map(({ name }) => name))],
        accepted: [
          ...new Set(
            conflicts.flatMap(({ name, acceptedReason }) =>
              acceptedReason ? [`${name}: ${acceptedReason}`] : [],
            ),
          ),
        ],
      },
      // A menu that nobody wrote down cannot be checked, and silence lets nobody in.
      food: [
        ...(session.catering && session.dishes.length === 0 ? ["The menu is not written down yet"] : []),
        ...check.food.map(({ warning }) => warning),
      ],
      venue: check.venue.map(({ finding }) => finding),
      catering: session.catering,
      // A check whose personas were all taken back asks for nothing, and shows nothing.
      ...(rows?.length
        ? {
            needs: {
              notMet: rows.filter(({ answer }) => answer === "not-met").map(({ need }) => need.title),
              notKnown: rows.filter(({ answer }) => answer === "not-known").length,
              asked: rows.filter(({ answer }) => answer !== "not-needed").length,
            },
          }
        : {}),
      facilitators: {
        count: leaders.length,
        lapsed: leaders
          .filter((one) => !currentTopics(one, courses, completions, on).has("racism"))
          .map(({ label }) => label),
      },
    },
  };
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
): Promise<void> {
  requireAbility(scope, "workspace.edit");
  const sheet = checked(PreflightSheet, input);
  await requireSession(scope, sessionId);
  await inScope(scope, async (tx) => {
    await store(tx, scope, sessionId, version, { sheet });
    const { facilitators } = await trainingIn(tx, scope);
    const known = new Set(facilitators.map(({ id }) => id));
    if (leading.some((id) => !known.has(id)))
      throw Refusal.invalid({ leading: ["Choose facilitators from the list."] });
    await tx
      .delete(facilitatorSessions)
      .where(
        and(
          eq(facilitatorSessions.organisationId, scope.organisationId),
          eq(facilitatorSessions.sessionId, sessionId),
        ),
      );
    if (leading.length > 0)
      await tx.insert(facilitatorSessions).values(
        [...new Set(leading)].map((facilitatorId) => ({
          organisationId: scope.organisationId,
          facilitatorId,
          sessionId,
        })),
      );
  });
}

/** Go, go with accepted reasons, or not yet; each decision stays with what was found then. @throws Refusal (400), (404), (409) */
export async function decidePreflight(
  scope: Scope,
  sessionId: string,
  decision: { outcome: Outcome; reasons: Record<string, string> },
  today: string,
): Promise<void> {
  requireAbility(scope, "workspace.edit");
  const { lines, begun, plan } = await findPreflight(scope, sessionId);
  if (!begun) throw Refusal.conflict("Fill in and save the preflight first.");
  const found = findings(lines);
  const errors = refuseDecision(decision.outcome, found, decision.reasons);
  if (Object.keys(errors).length > 0) throw Refusal.invalid(errors);
  const reasons =
    decision.outcome === "go-with-reasons"
      ? Object.fromEntries(found.map(({ item }) => [item, decision.reasons[item]!.trim()]))
      : {};
  await inScope(scope, (tx) =>
    tx.insert(preflightDecisions).values({
      organisationId: scope.organisationId,
      sessionId,
      outcome: decision.outcome,
      reasons,
      plan,
      findings: found,
      decidedOn: today,
    }),
  );
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
  await inScope(scope, (tx) => store(tx, scope, sessionId, version, { afterwards }));
}

/**
 * Keeps this session's good practice under a title, anew when there is one of that title.
 * @throws Refusal (400) when templates would rest on one another in a circle; (404)
 */
export async function saveTemplate(
  scope: Scope,
  sessionId: string,
  input: { title: string; basedOn?: string },
): Promise<void> {
  requireAbility(scope, "workspace.edit");
  const title = input.title.trim();
  if (title === "" || title.length > 120)
    throw Refusal.invalid({ title: ["Give the template a title of up to 120 letters."] });
  const { sheet, begun } = await findPreflight(scope, sessionId);
  if (!begun) throw Refusal.conflict("Fill in and save the preflight first.");
  await inScope(scope, async (tx) => {
    const all = await tx
      .select()
      .from(preflightTemplates)
      .where(eq(preflightTemplates.organisationId, scope.organisationId))
      .for("update");
    const basedOn = input.basedOn ?? null;
    if (basedOn && !all.some(({ id }) => id === basedOn)) throw Refusal.notFound("template");
    const existing = all.find((each) => each.title === title);
    const values = { title, basedOn, sheet: asTemplate(sheet) };
    if (!existing) {
      await tx.insert(preflightTemplates).values({ ...values, organisationId: scope.organisationId });
      return;
    }
    const refusal = circular(existing.id, basedOn, new Map(all.map((each) => [each.id, each.basedOn])));
    if (refusal) throw Refusal.invalid({ basedOn: [refusal] });
    await tx
      .update(preflightTemplates)
      .set(values)
      .where(
        and(
          eq(preflightTemplates.organisationId, scope.organisationId),
          eq(preflightTemplates.id, existing.id),
        ),
      );
  });
}

/** Begins the preflight from a template. @throws Refusal (404), (409) */
export async function startFromTemplate(
  scope: Scope,
  sessionId: string,
  version: number,
  templateId: string,
) {
  requireAbility(scope, "workspace.edit");
  await requireSession(scope, sessionId);
  await inScope(scope, async (tx) => {
    const [template] = await tx
      .select()
      .from(preflightTemplates)
      .where(
        and(
          eq(preflightTemplates.organisationId, scope.organisationId),
          eq(preflightTemplates.id, templateId),
        ),
      );
    if (!template) throw Refusal.notFound("template");
    await store(tx, scope, sessionId, version, { sheet: template.sheet });
  });
}

async function store(
  tx: Transaction,
  scope: Scope,
  sessionId: string,
  version: number,
  change: { sheet?: PreflightSheet; afterwards?: Afterwards },
): Promise<void> {
  const values = { ...change, version: version + 1 };
  const done =
    version === 0
      ? await tx
          .insert(preflights)
          .values({ sheet: unsaid, ...values, organisationId: scope.organisationId, sessionId })
          .onConflictDoNothing()
          .returning({ version: preflights.version })
      : await tx
          .update(preflights)
          .set(values)
          .where(and(ofSession(scope, sessionId), eq(preflights.version, version)))
          .returning({ version: preflights.version });
  if (done.length === 0)
    throw Refusal.conflict("Somebody else changed this preflight while you were writing.");
}

function decisionsOf(tx: Transaction, scope: Scope, sessionId: string) {
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

function ofSession(scope: Scope, sessionId: string) {
  return and(eq(preflights.organisationId, scope.organisationId), eq(preflights.sessionId, sessionId));
}

function dayOf(session: StoredSession): string {
  return clockOf(session.startsAt.toISOString()).date;
}
