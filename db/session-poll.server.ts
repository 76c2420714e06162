import { and, asc, desc, eq, sql } from "drizzle-orm";
import { stepsNow } from "#app/domain/disclosure/steps.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import {
  FEWEST_ANSWERS,
  FEWEST_SLOTS,
  MOST_SLOTS,
  PollAnswer,
  pollState,
  type PollSlot,
  startInWords,
} from "#app/domain/session/poll.ts";
import { inOrganisation, inScope, type Transaction } from "./client.server.ts";
import { issueLink, markUsed, revokeLinkIn, type OpenLink } from "./private-link.server.ts";
import { privateLinks } from "./schema/mail.ts";
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
    const expiresAt = lastMoment(closesOn);
    const tokens: string[] = [];
    for (let link = 0; link < links; link++) {
      tokens.push(await issueNumbered(tx, scope, made!.id, expiresAt, link + 1));
    }
    return { id: made!.id, tokens };
  });
}

/** Its number is what the organisers know a link by, once the link itself is gone from their sight. */
async function issueNumbered(tx: Transaction, scope: Scope, id: string, expiresAt: Date, number: number) {
  const { token } = await issueLink(tx, {
    organisationId: scope.organisationId,
    purpose: "answer-session",
    subjectId: id,
    expiresAt,
    meta: { number },
  });
  return token;
}

const lastMoment = (closesOn: string) => new Date(`${closesOn}T23:59:59Z`);

/**
 * A poll with its tally as far as it may be seen. The links are numbers only: which of them answered is not told.
 * @throws Refusal (404)
 */
export function requirePoll(scope: Scope, id: string, now = new Date()) {
  return inScope(scope, async (tx) => {
    const poll = await pollIn(tx, scope.organisationId, id);
    const answers = await answersOf(tx, scope.organisationId, id);
    const links = await tx
      .select({ meta: privateLinks.meta, revokedAt: privateLinks.revokedAt })
      .from(privateLinks)
      .where(linksOf(scope.organisationId, id));
    const numbers = new Map<number, "works" | "off">();
    for (const { meta, revokedAt } of links) {
      const number = Number(meta.number);
      if (number && numbers.get(number) !== "works") numbers.set(number, revokedAt ? "off" : "works");
    }
    return {
      poll,
      answered: answers.length,
      numbers: [...numbers].sort(([a], [b]) => a - b).map(([number, state]) => ({ number, state })),
      ...pollState(poll.slots, answers, {
        over: now > lastMoment(poll.closesOn),
        closed: poll.closedAt !== null,
      }),
    };
  });
}

/** Takes no more answers; what was given stays. Again is no error. @throws Refusal (403), (404) */
export async function closePoll(scope: Scope, id: string): Promise<void> {
  requireAbility(scope, "workspace.edit");
  await inScope(scope, async (tx) => {
    await pollIn(tx, scope.organisationId, id, { lock: true });
    await tx
      .update(sessionPolls)
      .set({ closedAt: sql`coalesce(closed_at, now())` })
      .where(and(eq(sessionPolls.organisationId, scope.organisationId), eq(sessionPolls.id, id)));
  });
}

/**
 * Switches off the link of a number. An answer that it gave goes on counting: to take it out of the tally would tell it.
 * @throws Refusal (403), (404)
 */
export async function revokePollLink(scope: Scope, id: string, number: number): Promise<void> {
  requireAbility(scope, "workspace.edit");
  await inScope(scope, async (tx) => {
    await pollIn(tx, scope.organisationId, id, { lock: true });
    const link = await linkOfNumber(tx, scope, id, number);
    await revokeLinkIn(tx, scope, link.id);
  });
}

/**
 * A new link in place of one that was lost or went astray; the old one stops working. Its answer, if there was one, counts
 * until the new link answers, and is not shown to whoever holds the new one. Returned this once.
 * @throws Refusal (403), (404), (409) when the poll is over
 */
export async function replacePollLink(
  scope: Scope,
  id: string,
  number: number,
  now = new Date(),
): Promise<string> {
  requireAbility(scope, "workspace.edit");
  return inScope(scope, async (tx) => {
    const poll = await pollIn(tx, scope.organisationId, id, { lock: true });
    if (poll.closedAt || now > lastMoment(poll.closesOn)) throw Refusal.conflict(CLOSED);
    const old = await linkOfNumber(tx, scope, id, number);
    await revokeLinkIn(tx, scope, old.id);
    const token = await issueNumbered(tx, scope, id, lastMoment(poll.closesOn), number);
    const replacement = await linkOfNumber(tx, scope, id, number);
    await tx
      .update(sessionPollAnswers)
      .set({ linkId: replacement.id, carried: true })
      .where(and(answersIn(scope.organisationId, id), eq(sessionPollAnswers.linkId, old.id)));
    return token;
  });
}

const CLOSED = "This poll is closed and takes no more answers.";

const linksOf = (organisationId: string, pollId: string) =>
  and(
    eq(privateLinks.organisationId, organisationId),
    eq(privateLinks.purpose, "answer-session"),
    eq(privateLinks.subjectId, pollId),
  );

const answersIn = (organisationId: string, pollId: string) =>
  and(eq(sessionPollAnswers.organisationId, organisationId), eq(sessionPollAnswers.pollId, pollId));

/** The link that stands for a number: the one that works, or else the one switched off last. */
async function linkOfNumber(tx: Transaction, scope: Scope, pollId: string, number: number) {
  const [link] = await tx
    .select({ id: privateLinks.id })
    .from(privateLinks)
    .where(
      and(linksOf(scope.organisationId, pollId), eq(sql`${privateLinks.meta} ->> 'number'`, String(number))),
    )
    .orderBy(sql`${privateLinks.revokedAt} desc nulls first`, desc(privateLinks.createdAt))
    .limit(1);
  if (!link) throw Refusal.notFound("private link");
  return link;
}

/** In an order that does not tell when each was given. */
async function answersOf(tx: Transaction, organisationId: string, pollId: string) {
  const rows = await tx
    .select({ now: sessionPollAnswers.choices, released: sessionPollAnswers.released })
    .from(sessionPollAnswers)
    .where(answersIn(organisationId, pollId))
    .orderBy(asc(sessionPollAnswers.linkId));
  return rows;
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
    if (poll.closedAt) throw Refusal.conflict(CLOSED);
    const [answer] = await tx
      .select()
      .from(sessionPollAnswers)
      .where(and(eq(sessionPollAnswers.pollId, subjectId), eq(sessionPollAnswers.linkId, linkId)));
    const choices = answer?.carried ? undefined : answer?.choices;
    return { title: poll.title, slots: poll.slots, closesOn: poll.closesOn, choices };
  });
}

/** Takes an answer; a later one through the same link replaces it. @throws Refusal (400) naming `choice-N`; (409) closed */
export async function answerPoll(link: OpenLink, given: readonly unknown[]): Promise<void> {
  const { organisationId, subjectId: pollId, linkId } = link;
  await inOrganisation(organisationId, null, async (tx) => {
    // Locked, so that two answers at once do not both miss the step that they make together.
    const { slots, closedAt } = await pollIn(tx, organisationId, pollId, { lock: true });
    if (closedAt) throw Refusal.conflict(CLOSED);
    const choices = PollAnswer.safeParse(slots.map((_, index) => given[index]));
    if (!choices.success) {
      const missing = choices.error.issues.map(({ path }) => Number(path[0]));
      throw Refusal.invalid(
        Object.fromEntries(
          missing.map((index) => [
            `choice-${index}`,
            [`Choose an answer for ${startInWords(slots[index]!)}.`],
          ]),
        ),
      );
    }
    await tx
      .insert(sessionPollAnswers)
      .values({ organisationId, pollId, linkId, choices: choices.data })
      .onConflictDoUpdate({
        target: [sessionPollAnswers.pollId, sessionPollAnswers.linkId],
        set: { choices: choices.data, carried: false, answeredAt: new Date() },
      });
    if (stepsNow(await answersOf(tx, organisationId, pollId), FEWEST_ANSWERS))
      await tx
        .update(sessionPollAnswers)
        .set({ released: sql`${sessionPollAnswers.choices}` })
        .where(answersIn(organisationId, pollId));
    await markUsed(tx, linkId);
  });
}

async function pollIn(tx: Transaction, organisationId: string, id: string, { lock = false } = {}) {
  const query = tx
    .select()
    .from(sessionPolls)
    .where(and(eq(sessionPolls.organisationId, organisationId), eq(sessionPolls.id, id)));
  const [poll] = await (lock ? query.for("update") : query);
  if (!poll) throw Refusal.notFound("poll");
  return poll;
}
