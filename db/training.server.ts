import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { checked } from "#app/domain/checked.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { clockOf } from "#app/domain/session/session-input.ts";
import type { TrainingFacts } from "#app/domain/training/indicators.ts";
import { refuseLeaving } from "#app/domain/training/sessions-led.ts";
import {
  ChangeInput,
  CompletionInput,
  CourseInput,
  FacilitatorInput,
} from "#app/domain/training/training-input.ts";
import { type DuePrompt, listPrompts, promptsDue } from "#app/domain/training/training.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { bids, fundLines, funds } from "./schema/remuneration.ts";
import { sessions } from "./schema/session.ts";
import { completions, courses, facilitators, facilitatorSessions, trainingPlans } from "./schema/training.ts";

export async function addFacilitator(scope: Scope, input: FacilitatorInput): Promise<string> {
  requireAbility(scope, "workspace.edit");
  const values = checked(FacilitatorInput, input);
  return inScope(scope, async (tx) => {
    const [made] = await tx
      .insert(facilitators)
      .values({ ...values, organisationId: scope.organisationId })
      .returning({ id: facilitators.id });
    return made!.id;
  });
}

export async function addCourse(scope: Scope, input: z.input<typeof CourseInput>): Promise<string> {
  requireAbility(scope, "workspace.edit");
  const values = checked(CourseInput, input);
  return inScope(scope, async (tx) => {
    const [made] = await tx
      .insert(courses)
      .values({ ...values, organisationId: scope.organisationId })
      .returning({ id: courses.id });
    return made!.id;
  });
}

/** @throws Refusal (400) when the day lies ahead or this completion is here already; (404) */
export async function recordCompletion(scope: Scope, input: CompletionInput, today: string): Promise<string> {
  requireAbility(scope, "workspace.edit");
  const values = checked(CompletionInput, input);
  if (values.completedOn > today)
    throw Refusal.invalid({
      completedOn: ["A course is recorded once it is completed. Give today or an earlier day."],
    });
  return inScope(scope, async (tx) => {
    await facilitatorRow(tx, scope, values.facilitatorId);
    const [course] = await tx
      .select({ id: courses.id })
      .from(courses)
      .where(and(eq(courses.organisationId, scope.organisationId), eq(courses.id, values.courseId)));
    if (!course) throw Refusal.notFound("course");
    const [made] = await tx
      .insert(completions)
      .values({ ...values, organisationId: scope.organisationId })
      .onConflictDoNothing()
      .returning({ id: completions.id });
    if (!made) throw Refusal.invalid({ completedOn: ["This completion is recorded already."] });
    return made.id;
  });
}

/** What changed in practice. @throws Refusal (400) before its time, or when it was answered already; (404) */
export async function answerPrompt(scope: Scope, input: ChangeInput, today: string): Promise<void> {
  requireAbility(scope, "workspace.edit");
  const { completionId, askedFor, text } = checked(ChangeInput, input);
  await inScope(scope, async (tx) => {
    const mine = and(eq(completions.organisationId, scope.organisationId), eq(completions.id, completionId));
    const [stored] = await tx.select().from(completions).where(mine).for("update");
    if (!stored) throw Refusal.notFound("completion");
    if (!promptsDue(stored, today).some((prompt) => prompt.askedFor === askedFor))
      throw Refusal.invalid({
        text: ["This is not asked now: its time has not come, or it was answered already."],
      });
    await tx
      .update(completions)
      .set({ changes: [...stored.changes, { askedFor, text, on: today }] })
      .where(mine);
  });
}

/**
 * They left. The sessions they led keep them.
 * @param leftOn ISO date; null for somebody who came back or was marked by mistake
 * @throws Refusal (400) for a day before the last session that they led; (404)
 */
export async function markAsLeft(
  scope: Scope,
  id: string,
  leftOn: string | null,
  today: string,
): Promise<void> {
  requireAbility(scope, "workspace.edit");
  await inScope(scope, async (tx) => {
    await facilitatorRow(tx, scope, id);
    if (leftOn) {
      const { led } = await trainingIn(tx, scope);
      const theirs = led.filter((each) => each.facilitatorId === id && each.status !== "called-off");
      const days = theirs.map(({ startsAt }) => clockOf(startsAt.toISOString()).date);
      const refused = refuseLeaving(days, leftOn, today);
      if (refused) throw Refusal.invalid({ leftOn: [refused] });
    }
    await tx
      .update(facilitators)
      .set({ leftOn, version: sql`${facilitators.version} + 1` })
      .where(and(eq(facilitators.organisationId, scope.organisationId), eq(facilitators.id, id)));
  });
}

/** For somebody entered by mistake. @throws Refusal (409) for one who led sessions or completed a course; (404) */
export async function removeFacilitator(scope: Scope, id: string): Promise<void> {
  requireAbility(scope, "workspace.edit");
  await inScope(scope, async (tx) => {
    await facilitatorRow(tx, scope, id);
    const led = await tx.$count(facilitatorSessions, eq(facilitatorSessions.facilitatorId, id));
    const completed = await tx.$count(completions, eq(completions.facilitatorId, id));
    if (led + completed > 0)
      throw Refusal.conflict(
        "This facilitator led sessions or completed courses, and those stay. Mark them as left instead.",
      );
    await tx
      .delete(facilitators)
      .where(and(eq(facilitators.organisationId, scope.organisationId), eq(facilitators.id, id)));
  });
}

export type Training = Awaited<ReturnType<typeof trainingIn>>;

/** Everything of the room in six queries, whatever its size. */
export async function trainingIn(tx: Transaction, scope: Scope) {
  const mine = scope.organisationId;
  const people = await tx
    .select()
    .from(facilitators)
    .where(eq(facilitators.organisationId, mine))
    .orderBy(asc(facilitators.label), asc(facilitators.id));
  const offered = await tx
    .select()
    .from(courses)
    .where(eq(courses.organisationId, mine))
    .orderBy(asc(courses.title));
  const done = await tx
    .select()
    .from(completions)
    .where(eq(completions.organisationId, mine))
    .orderBy(desc(completions.completedOn), asc(completions.id));
  const led = await tx
    .select({
      facilitatorId: facilitatorSessions.facilitatorId,
      sessionId: sessions.id,
      title: sessions.title,
      startsAt: sessions.startsAt,
      status: sessions.status,
    })
    .from(facilitatorSessions)
    .innerJoin(sessions, eq(sessions.id, facilitatorSessions.sessionId))
    .where(eq(facilitatorSessions.organisationId, mine))
    .orderBy(desc(sessions.startsAt));
  const plans = await tx
    .select({
      plan: trainingPlans,
      bid: bids.title,
      line: fundLines.title,
      fund: funds.title,
      spentPence:
        sql<number>`coalesce((select sum(amount_pence) from training_spends s where s.plan_id = ${trainingPlans.id}), 0)::bigint`.mapWith(
          Number,
        ),
    })
    .from(trainingPlans)
    .leftJoin(bids, eq(bids.id, trainingPlans.bidId))
    .leftJoin(fundLines, eq(fundLines.id, trainingPlans.fundLineId))
    .leftJoin(funds, eq(funds.id, fundLines.fundId))
    .where(eq(trainingPlans.organisationId, mine))
    .orderBy(desc(trainingPlans.plannedBy), asc(trainingPlans.id));
  return {
    facilitators: people,
    courses: offered,
    completions: done,
    led,
    // A bid may have been given another title since.
    plans: plans.map(({ plan, bid, ...one }) => ({
      ...one,
      plan: { ...plan, project: bid ?? plan.project },
    })),
  };
}

export function findTraining(scope: Scope): Promise<Training> {
  return inScope(scope, (tx) => trainingIn(tx, scope));
}

/**
 * The questions “what changed in practice?” that are due in an organisation and have no answer yet, with the names to ask
 * them by: what a reminder needs.
 */
export function listDuePrompts(
  scope: Scope,
  today: string,
): Promise<(DuePrompt & { facilitator: string; course: string })[]> {
  return inScope(scope, async (tx) => {
    const { facilitators: people, courses: offered, completions: done } = await trainingIn(tx, scope);
    const labels = new Map(people.map(({ id, label }) => [id, label]));
    const titles = new Map(offered.map(({ id, title }) => [id, title]));
    return listPrompts(people, done, today).map((prompt) => ({
      ...prompt,
      facilitator: labels.get(prompt.facilitatorId)!,
      course: titles.get(prompt.courseId)!,
    }));
  });
}

export function trainingFacts(scope: Scope): Promise<TrainingFacts> {
  return inScope(scope, async (tx) => {
    const { plans, ...rest } = await trainingIn(tx, scope);
    const projects = await tx
      .select({ id: bids.id, title: bids.title, trainingPence: bids.trainingPence })
      .from(bids)
      .where(eq(bids.organisationId, scope.organisationId));
    return {
      ...rest,
      projects,
      plans: plans.map(({ plan, spentPence }) => ({ ...plan, spentPence })),
    };
  });
}

async function facilitatorRow(tx: Transaction, scope: Scope, id: string) {
  const [row] = await tx
    .select()
    .from(facilitators)
    .where(and(eq(facilitators.organisationId, scope.organisationId), eq(facilitators.id, id)))
    .for("update");
  if (!row) throw Refusal.notFound("facilitator");
  return row;
}
