import { and, asc, desc, eq } from "drizzle-orm";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import {
  FEWEST_ANSWERS,
  FEWEST_SLOTS,
  MOST_SLOTS,
  PollAnswer,
  tally,
  type PollSlot,
} from "#app/domain/session/poll.ts";
import { inOrganisation, inScope, type Transaction } from "./client.server.ts";
import { issueLink, markUsed, type OpenLink } from "./private-link.server.ts";
import { sessionPollAnswers, sessionPolls } from "./schema/session.ts";

/** A room of people, and enough to print on a page. */
const MOST_LINKS = 60;

export type NewPoll = { title: string; slots: PollSlot[]; closesOn: string; links: number };

/**
 * Puts a few times to participants, with a private link for each. The links are given back this once.
 * @throws Refusal (400) naming `slot`, `links`, `closesOn` or `title`
 */
export function openPoll(
  scope: Scope,
  poll: NewPoll,
  today: string,
): Promise<{ id: string; tokens: string[] }> {
  requireAbility(scope, "workspace.edit");
  const { slots, links, closesOn } = poll;
  if (slots.length < FEWEST_SLOTS || slots.length > MOST_SLOTS)
    throw Refusal.invalid({ slot: [`Choose ${FEWEST_SLOTS} to ${MOST_SLOTS} times to ask about.`] });
  if (!Number.isInteger(links) || links < 1 || links > MOST_LINKS)
    throw Refusal.invalid({ links: [`Say how many people you ask: 1 to ${MOST_LINKS}.`] });
  if (closesOn < today) throw Refusal.invalid({ closesOn: ["Choose today or a later day."] });
  if (poll.title.trim() === "") throw Refusal.invalid({ title: ["Say what the poll is about."] });
  return inScope(scope, async (tx) => {
    const [made] = await tx
      .insert(sessionPolls)
      .values({ ...poll, organisationId: scope.organisationId, userId: scope.userId })
      .returning({ id: sessionPolls.id });
    const expiresAt = new Date(`${closesOn}T23:59:59Z`);
    const tokens: string[] = [];
    for (let link = 0; link < links; link++) {
      const { token } = await issueLink(tx, {
        organisationId: scope.organisationId,
        purpose: "answer-session",
        subjectId: made!.id,
        expiresAt,
      });
      tokens.push(token);
    }
    return { id: made!.id, tokens };
  });
}

/** A poll with its tally, or without while too few have answered to hide who answered what. @throws Refusal (404) */
export function requirePoll(scope: Scope, id: string) {
  return inScope(scope, async (tx) => {
    const poll = await pollIn(tx, scope.organisationId, id);
    const answers = await tx
      .select({ choices: sessionPollAnswers.choices })
      .from(sessionPollAnswers)
      .where(
        and(eq(sessionPollAnswers.organisationId, scope.organisationId), eq(sessionPollAnswers.pollId, id)),
      )
      .orderBy(asc(sessionPollAnswers.linkId));
    const enough = answers.length >= FEWEST_ANSWERS;
    return {
      poll,
      answered: answers.length,
      tally: enough
        ? tally(
            poll.slots,
            answers.map(({ choices }) => choices),
          )
        : undefined,
    };
  });
}

/** Newest first. */
export function listPolls(scope: Scope, limit = 20) {
  return inScope(scope, (tx) =>
    tx
      .select()
      .from(sessionPolls)
      .where(eq(sessionPolls.organisationId, scope.organisationId))
      .orderBy(desc(sessionPolls.createdAt), desc(sessionPolls.id))
      .limit(limit),
  );
}

/** What the holder of a link is asked, and what this link answered before. */
export function pollForLink({ organisationId, subjectId, linkId }: OpenLink) {
  return inOrganisation(organisationId, null, async (tx) => {
    const poll = await pollIn(tx, organisationId, subjectId);
    const [answer] = await tx
      .select()
      .from(sessionPollAnswers)
      .where(and(eq(sessionPollAnswers.pollId, subjectId), eq(sessionPollAnswers.linkId, linkId)));
    return { title: poll.title, slots: poll.slots, closesOn: poll.closesOn, choices: answer?.choices };
  });
}

/** Takes an answer; a later one through the same link replaces it. @throws Refusal (400) naming `choice-N` */
export async function answerPoll(link: OpenLink, given: readonly unknown[]): Promise<void> {
  const { organisationId, subjectId: pollId, linkId } = link;
  await inOrganisation(organisationId, null, async (tx) => {
    const { slots } = await pollIn(tx, organisationId, pollId);
    const choices = PollAnswer.safeParse(slots.map((_, index) => given[index]));
    if (!choices.success) {
      const missing = choices.error.issues.map(({ path }) => Number(path[0]));
      throw Refusal.invalid(
        Object.fromEntries(missing.map((index) => [`choice-${index}`, ["Choose an answer for this time."]])),
      );
    }
    await tx
      .insert(sessionPollAnswers)
      .values({ organisationId, pollId, linkId, choices: choices.data })
      .onConflictDoUpdate({
        target: [sessionPollAnswers.pollId, sessionPollAnswers.linkId],
        set: { choices: choices.data, answeredAt: new Date() },
      });
    await markUsed(tx, linkId);
  });
}

async function pollIn(tx: Transaction, organisationId: string, id: string) {
  const [poll] = await tx
    .select()
    .from(sessionPolls)
    .where(and(eq(sessionPolls.organisationId, organisationId), eq(sessionPolls.id, id)));
  if (!poll) throw Refusal.notFound("poll");
  return poll;
}
