import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { roundState } from "#app/domain/audit/round-state.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { OpenLink } from "./private-link.server.ts";
import type { ChoiceInput } from "#app/domain/reminder/choice-input.ts";
import type { Choice } from "#app/domain/reminder/digest.ts";
import { dueItems, mostPressingFirst, type DueItem } from "#app/domain/reminder/due-items.ts";
import { owedItems } from "#app/domain/reminder/owed-items.ts";
import { practiceItems } from "#app/domain/reminder/practice-items.ts";
import { auditItems } from "#app/domain/review/items.ts";
import { owesAnswer } from "#app/domain/review/review.ts";
import { closedDay } from "./audit-publishables.server.ts";
import { listClosedSheets, listRounds } from "./audit.server.ts";
import { findBoardSettings } from "./board-plan.server.ts";
import { asPublic, inOrganisation, inScope, readTogether } from "./client.server.ts";
import { listOwed } from "./feedback-read.server.ts";
import { findOwedFacts } from "./reminder-owed.server.ts";
import { findPracticeFacts } from "./reminder-practice.server.ts";
import { findOrganisation } from "./organisation.server.ts";
import { listReviews } from "./review.server.ts";
import { commitments, milestones } from "./schema/commitment.ts";
import { memberships, organisations } from "./schema/accounts.ts";
import { reminderChoices, reminderRuns, reminders, reminderTold } from "./schema/reminder.ts";

const open = ["planned", "under-way", "stalled"] as const;

/** What is due now, worked out afresh: what was done since is gone by itself. A bounded number of queries in one transaction. */
export function listDue(scope: Scope, today: string): Promise<DueItem[]> {
  return readTogether(scope, () => dueOf(scope, today));
}

async function dueOf(scope: Scope, today: string): Promise<DueItem[]> {
  const { slug } = await findOrganisation(scope);
  const base = `/o/${slug}`;
  const work = await inScope(scope, async (tx) => ({
    commitments: await tx
      .select({ id: commitments.id, title: commitments.title, dueOn: commitments.dueOn })
      .from(commitments)
      .where(
        and(eq(commitments.organisationId, scope.organisationId), inArray(commitments.status, [...open])),
      ),
    milestones: await tx
      .select({
        id: milestones.id,
        commitmentId: milestones.commitmentId,
        title: milestones.title,
        dueOn: milestones.dueOn,
      })
      .from(milestones)
      .innerJoin(commitments, eq(commitments.id, milestones.commitmentId))
      .where(
        and(
          eq(milestones.organisationId, scope.organisationId),
          isNull(milestones.metOn),
          ne(milestones.dropped, true),
          inArray(commitments.status, [...open]),
        ),
      ),
    reviews: await listReviews(tx, scope),
  }));
  const rounds = await listRounds(scope);
  const sheets = await listClosedSheets(scope, today, 2);
  const closed = sheets.map(({ round, given }) => ({
    id: round.id,
    instrument: round.instrument,
    closedOn: closedDay(round),
    given,
  }));
  const { overdue, nearlyDue } = await listOwed(scope, today);
  const { nextMeetingOn } = await findBoardSettings(scope);
  const ofPractice = practiceItems(await findPracticeFacts(scope, today), base, today);
  const ofOthers = owedItems(await findOwedFacts(scope), base, today);
  const ofPromises = dueItems(
    {
      ...work,
      actions: work.reviews.flatMap(({ id, commitmentId, title, decision, actionBy, answer }) =>
        owesAnswer(decision) && actionBy && !answer ? [{ id, commitmentId, title, actionBy }] : [],
      ),
      loops: [...overdue, ...nearlyDue].flatMap(({ id, view, answers }) => {
        if (view.due.state !== "answered") return [{ id, answerBy: view.due.answerBy }];
        // Answered with a next step, and its day has passed.
        const answer = answers.at(-1)?.content;
        return answer?.kind === "we-are-doing" ? [{ id, answerBy: answer.by }] : [];
      }),
      nextMeetingOn,
      openRounds: rounds.filter((round) => roundState(round, today) === "open"),
      lastRoundClosedOn: closed.at(-1)?.closedOn ?? null,
      lapsed: auditItems(closed.slice(-1), `${base}/audit`, today)
        .filter(({ concern }) => concern === "evidence-lapsed")
        .map(({ title, because, since, href }) => ({ key: `${title} ${because}`, title, since, href })),
    },
    base,
    today,
  );
  return mostPressingFirst([...ofPromises, ...ofPractice, ...ofOthers]);
}

/** What holds for somebody who never chose: everything, on Mondays. */
export const unchosen: Choice = { digest: "weekly", weekday: 1, without: [], quietOn: [] };

/** This person's own; nobody else's can be read. */
export async function findChoice(scope: Scope): Promise<Choice> {
  const [row] = await inScope(scope, (tx) =>
    tx
      .select()
      .from(reminderChoices)
      .where(
        and(
          eq(reminderChoices.organisationId, scope.organisationId),
          eq(reminderChoices.userId, scope.userId),
        ),
      ),
  );
  if (!row) return unchosen;
  const { digest, weekday, without, quietOn } = row;
  return { digest, weekday, without, quietOn };
}

/** Who begins to hear at once hears of what comes up from then on: what was noticed before stands in the list already. */
export async function choose(scope: Scope, choice: ChoiceInput): Promise<void> {
  requireAbility(scope, "workspace.read");
  const { organisationId, userId } = scope;
  const before = await findChoice(scope);
  await inScope(scope, async (tx) => {
    await tx
      .insert(reminderChoices)
      .values({ ...choice, organisationId, userId })
      .onConflictDoUpdate({
        target: [reminderChoices.organisationId, reminderChoices.userId],
        set: choice,
      });
    if (choice.digest !== "at-once" || before.digest === "at-once") return;
    // What was told to whom belongs to the jobs; this is noted for them.
    await tx.execute(sql`select set_config('kept.jobs', 'on', true)`);
    await tx.execute(sql`insert into ${reminderTold} (organisation_id, user_id, key)
      select ${organisationId}, ${userId}, ${reminders.key} from ${reminders}
      where ${reminders.organisationId} = ${organisationId} on conflict do nothing`);
    await tx.execute(sql`select set_config('kept.jobs', '', true)`);
  });
}

/**
 * No more letters to the person whose link this is; the rest of what they chose stays. Again is no error, and neither is
 * somebody who has left: they get no letters.
 */
export async function stopLetters({ organisationId, subjectId: userId }: OpenLink): Promise<void> {
  await inOrganisation(organisationId, userId, async (tx) => {
    const theirs = and(eq(memberships.organisationId, organisationId), eq(memberships.userId, userId));
    if ((await tx.select({ role: memberships.role }).from(memberships).where(theirs)).length === 0) return;
    await tx
      .insert(reminderChoices)
      .values({ organisationId, userId, digest: "never" })
      .onConflictDoUpdate({
        target: [reminderChoices.organisationId, reminderChoices.userId],
        set: { digest: "never" },
      });
  });
}

/** Whose letters a link stops. */
export async function organisationOfLink({ organisationId }: OpenLink): Promise<string> {
  const [row] = await asPublic((tx) =>
    tx.select({ name: organisations.name }).from(organisations).where(eq(organisations.id, organisationId)),
  );
  return row?.name ?? "";
}

/** How the last look went: for owners. */
export async function findRun(scope: Scope) {
  requireAbility(scope, "organisation.manage");
  const [row] = await inScope(scope, (tx) =>
    tx.select().from(reminderRuns).where(eq(reminderRuns.organisationId, scope.organisationId)),
  );
  return row;
}
