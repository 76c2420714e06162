import { and, asc, desc, eq, sql } from "drizzle-orm";
import { checked } from "#app/domain/checked.ts";
import type { Answer } from "#app/domain/feedback/answer.ts";
import { answerDue } from "#app/domain/feedback/clock.ts";
import { bankHolidays } from "#app/domain/feedback/bank-holidays.ts";
import {
  AskInput,
  BoardAnswerInput,
  CheckInInput,
  checkInsOf,
  RefusalInput,
  type CheckIn,
} from "#app/domain/feedback/open-door.ts";
import { viewLoop } from "#app/domain/feedback/view.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { requireNeverOnTeam } from "./board-readers.server.ts";
import { hashCode, hashPassphrase, isPassphrase, newCode } from "./case-secret.server.ts";
import { asPublic, database, inOrganisation, inScope, type Transaction } from "./client.server.ts";
import { clockPromiseOf } from "./feedback-clock.server.ts";
import { noteRead, takeLoopBack } from "./feedback-voices.server.ts";
import { insertLoop, insertSource, lockLoop } from "./feedback.server.ts";
import type { OpenLink } from "./private-link.server.ts";
import { commitments } from "./schema/commitment.ts";
import {
  challengeCheckIns,
  challenges,
  checkInContacts,
  feedbackSources,
  protectedChallenges,
} from "./schema/feedback.ts";
import { recordLogs } from "./schema/record.ts";

/**
 * Takes in what somebody asks or challenges, without a name. Returns the code to come back with. It keeps the promise about
 * answering of the day on which it came.
 * @param about a commitment of this organisation, if it is about one
 * @param sealed the address for the check-ins of a protected challenge, sealed
 * @throws Refusal (404) when nobody has published under this name, (400)
 */
export async function ask(
  slug: string,
  about: string | undefined,
  input: AskInput,
  today: string,
  sealed?: string,
): Promise<string> {
  const { kind, words, wordsUse, passphrase } = checked(AskInput, input);
  const organisationId = await organisationOf(slug);
  const code = newCode();
  const secret = { codeHash: hashCode(code), passphraseHash: await hashPassphrase(passphrase) };
  await inOrganisation(organisationId, null, async (tx) => {
    const { acknowledgeWithin, answerWithin, jurisdiction } = await clockPromiseOf(tx, organisationId);
    const promise = { acknowledgeWithin, answerWithin, jurisdiction };
    const row = { ...secret, ...promise, organisationId, words, receivedOn: today };
    if (kind === "protected") {
      const [made] = await tx
        .insert(protectedChallenges)
        .values(row)
        .returning({ id: protectedChallenges.id });
      if (sealed) await tx.insert(checkInContacts).values({ challengeId: made!.id, organisationId, sealed });
    } else {
      const commitmentId = about ? await commitmentIn(tx, organisationId, about) : null;
      await tx.insert(challenges).values({ ...row, kind, wordsUse, commitmentId });
    }
  });
  return code;
}

/** @throws Refusal (404) when nobody has published under this name */
export async function organisationOf(slug: string): Promise<string> {
  const [log] = await asPublic((tx) =>
    tx.select({ id: recordLogs.organisationId }).from(recordLogs).where(eq(recordLogs.slug, slug)),
  );
  if (!log) throw Refusal.notFound("journey");
  return log.id;
}

async function commitmentIn(tx: Transaction, organisationId: string, id: string): Promise<string> {
  const [row] = await tx
    .select({ id: commitments.id })
    .from(commitments)
    .where(and(eq(commitments.organisationId, organisationId), eq(commitments.id, id)));
  if (!row) throw Refusal.notFound("commitment");
  return row.id;
}

export type Case = {
  receivedOn: string;
  /** Empty once taken back. */
  words: string;
  takenBack: boolean;
  state: "waiting" | "taken" | "refused" | "answered";
  /** Why it was refused, or what the organisation or its board answered. */
  reply: string | null;
  /** What the organisation answered, with what belongs to it; null for a refusal and for the board. */
  answer: { content: Answer; on: string; revised: boolean } | null;
  /** By when an answer is owed. */
  answerBy: string | null;
  told: boolean;
  /** Of a protected challenge. */
  checkIns: CheckIn[] | null;
};

/** What opens a case beside the passphrase: its code, or the private link in a message that its writer asked for. */
export type CaseKey = string | Pick<OpenLink, "organisationId" | "subjectId">;

/**
 * What somebody asked, and what came of it. Reading an answer is being told of it: the loop closes then, and not before.
 * @throws Refusal (404) when no case has this code and passphrase, and nobody learns which was wrong
 */
export async function readCase(key: CaseKey, passphrase: string, today: string): Promise<Case> {
  const found = await openCase(key, passphrase);
  const { organisationId, row } = found;
  return inOrganisation(organisationId, null, async (tx) => {
    const base = {
      receivedOn: row.receivedOn,
      words: row.words,
      takenBack: row.takenBackOn !== null,
      answer: null,
    };
    if (found.kind === "protected") {
      const { answer, receivedOn } = found.row;
      const done = await tx
        .select({ day: challengeCheckIns.day })
        .from(challengeCheckIns)
        .where(eq(challengeCheckIns.challengeId, row.id));
      const checkIns = checkInsOf(receivedOn, new Set(done.map(({ day }) => day)), today);
      const state = answer === null ? "waiting" : "answered";
      return { ...base, state, reply: answer, answerBy: owedBy(row), told: answer !== null, checkIns };
    }
    const { refusalNote, loopId } = found.row;
    if (refusalNote !== null)
      return { ...base, state: "refused", reply: refusalNote, answerBy: null, told: true, checkIns: null };
    if (!loopId)
      return { ...base, state: "waiting", reply: null, answerBy: owedBy(row), told: false, checkIns: null };
    const loop = await noteRead(tx, await lockLoop(tx, organisationId, loopId), today);
    const { due } = viewLoop(loop.facts, today);
    const current = loop.answers.at(-1);
    return {
      ...base,
      state: current ? "answered" : "taken",
      reply: current?.content.text ?? null,
      answer: current
        ? { content: current.content, on: current.answeredOn, revised: loop.answers.length > 1 }
        : null,
      answerBy: due.answerBy,
      told: current !== undefined,
      checkIns: null,
    };
  });
}

/** By when an answer is owed to something that nobody has taken up yet: the clock runs from the day it came. */
export function owedBy(
  row: Pick<
    typeof challenges.$inferSelect,
    "receivedOn" | "acknowledgeWithin" | "answerWithin" | "jurisdiction"
  >,
): string {
  return answerDue(row.receivedOn, row, bankHolidays(row.jurisdiction)).answerBy;
}

/** The writer of a protected challenge says whether anything happened to them. Each of the three once. @throws Refusal (404), (409) */
export async function checkIn(
  key: CaseKey,
  passphrase: string,
  input: CheckInInput,
  today: string,
): Promise<void> {
  const { day, happened, words } = checked(CheckInInput, input);
  const found = await openCase(key, passphrase);
  if (found.kind !== "protected") throw Refusal.notFound("case");
  const { organisationId, row } = found;
  await inOrganisation(organisationId, null, async (tx) => {
    const due = checkInsOf(row.receivedOn, new Set(), today).find((one) => one.day === day);
    if (due?.state !== "due") throw Refusal.conflict("It is too early for this check-in.");
    const made = await tx
      .insert(challengeCheckIns)
      .values({ organisationId, challengeId: row.id, day, happened, words, answeredOn: today })
      .onConflictDoNothing()
      .returning({ id: challengeCheckIns.id });
    if (made.length === 0) throw Refusal.conflict("You have answered this check-in already.");
  });
}

/**
 * Whoever asked takes their words back: here, in the workspace and in the public record. That something was asked stays counted.
 * @throws Refusal (404)
 */
export async function takeCaseBack(key: CaseKey, passphrase: string, today: string): Promise<void> {
  const found = await openCase(key, passphrase);
  const { organisationId, row } = found;
  await inOrganisation(organisationId, null, async (tx) => {
    const gone = { words: "", takenBackOn: row.takenBackOn ?? today };
    if (found.kind === "protected") {
      await tx.update(protectedChallenges).set(gone).where(eq(protectedChallenges.id, row.id));
      return;
    }
    await tx.update(challenges).set(gone).where(eq(challenges.id, row.id));
    const { loopId } = found.row;
    if (loopId) await takeLoopBack(tx, await lockLoop(tx, organisationId, loopId), today);
  });
}

/** No message is written to the writer of a protected challenge any more: their address goes at once. @throws Refusal (404) */
export async function forgetAddress(key: CaseKey, passphrase: string): Promise<void> {
  const { kind, organisationId, row } = await openCase(key, passphrase);
  if (kind !== "protected") throw Refusal.notFound("case");
  await inOrganisation(organisationId, null, async (tx) => {
    await tx.execute(sql`select set_config('kept.case_hash', ${row.codeHash}, true)`);
    await tx.delete(checkInContacts).where(eq(checkInContacts.challengeId, row.id));
  });
}

type Found =
  | { kind: "open"; organisationId: string; row: typeof challenges.$inferSelect }
  | { kind: "protected"; organisationId: string; row: typeof protectedChallenges.$inferSelect };

async function openCase(key: CaseKey, passphrase: string): Promise<Found> {
  const [open, kept] = await (typeof key === "string" ? rowsByCode(hashCode(key)) : rowsByLink(key));
  const row = open ?? kept;
  if (!(await isPassphrase(passphrase, row?.passphraseHash)) || !row) throw Refusal.notFound("case");
  const { organisationId } = row;
  return open
    ? { kind: "open", organisationId, row: open }
    : { kind: "protected", organisationId, row: kept! };
}

type Rows = [typeof challenges.$inferSelect | undefined, typeof protectedChallenges.$inferSelect | undefined];

function rowsByCode(hash: string): Promise<Rows> {
  return database().transaction(
    async (tx) => {
      await tx.execute(sql`select set_config('kept.case_hash', ${hash}, true)`);
      const [open] = await tx.select().from(challenges).where(eq(challenges.codeHash, hash));
      const [kept] = await tx
        .select()
        .from(protectedChallenges)
        .where(eq(protectedChallenges.codeHash, hash));
      return [open, kept];
    },
    { accessMode: "read only" },
  );
}

function rowsByLink({ organisationId, subjectId }: Exclude<CaseKey, string>): Promise<Rows> {
  return inOrganisation(organisationId, null, async (tx) => {
    const [kept] = await tx.select().from(protectedChallenges).where(eq(protectedChallenges.id, subjectId));
    return [undefined, kept];
  });
}

/** Everything that came in but the protected, what waits first, then newest first. */
export async function listCases(scope: Scope) {
  const rows = await inScope(scope, (tx) =>
    tx
      .select({
        id: challenges.id,
        kind: challenges.kind,
        words: challenges.words,
        wordsUse: challenges.wordsUse,
        receivedOn: challenges.receivedOn,
        ground: challenges.ground,
        refusalNote: challenges.refusalNote,
        moderatedOn: challenges.moderatedOn,
        takenBackOn: challenges.takenBackOn,
        loopId: challenges.loopId,
        about: commitments.title,
        acknowledgeWithin: challenges.acknowledgeWithin,
        answerWithin: challenges.answerWithin,
        jurisdiction: challenges.jurisdiction,
      })
      .from(challenges)
      .leftJoin(commitments, eq(commitments.id, challenges.commitmentId))
      .where(eq(challenges.organisationId, scope.organisationId))
      .orderBy(sql`${challenges.moderatedOn} is not null`, desc(challenges.receivedOn), asc(challenges.id))
      .limit(200),
  );
  return rows.map((row) => {
    const { acknowledgeBy, answerBy } = answerDue(row.receivedOn, row, bankHolidays(row.jurisdiction));
    return { ...row, acknowledgeBy, answerBy };
  });
}

/**
 * Takes a case up: it becomes a loop whose clock started on the day it came in, under the promise of that day. Returns the
 * loop's id.
 * @throws Refusal (403), (404), (409) when it has been decided already or its writer took it back
 */
export async function takeUp(scope: Scope, id: string, today: string): Promise<string> {
  requireAbility(scope, "workspace.edit");
  const { organisationId, userId } = scope;
  return inScope(scope, async (tx) => {
    const found = await lockCase(tx, organisationId, id);
    const loopId = await insertLoop(
      tx,
      organisationId,
      userId,
      {
        sourceId: await doorSource(tx, organisationId, found.receivedOn),
        words: found.words,
        inTheirWords: true,
        byWhom: "somebody through the open door",
        people: 1,
        sensitivity: "open",
        // A summary has yet to be written: until then nothing is shown.
        wordsUse: found.wordsUse === "as-said" ? "as-said" : "not-published",
        saidOn: found.receivedOn,
        receivedOn: found.receivedOn,
        writtenOn: found.receivedOn,
        acknowledgeWithin: found.acknowledgeWithin,
        answerWithin: found.answerWithin,
        jurisdiction: found.jurisdiction,
        acknowledgedOn: today,
      },
      today,
    );
    await tx
      .update(challenges)
      .set({ loopId, moderatedOn: today })
      .where(and(eq(challenges.organisationId, organisationId), eq(challenges.id, id)));
    return loopId;
  });
}

const doorTitle = "The open door";

async function doorSource(tx: Transaction, organisationId: string, heldOn: string): Promise<string> {
  const [known] = await tx
    .select({ id: feedbackSources.id })
    .from(feedbackSources)
    .where(
      and(
        eq(feedbackSources.organisationId, organisationId),
        eq(feedbackSources.kind, "open-form"),
        eq(feedbackSources.title, doorTitle),
      ),
    )
    .orderBy(asc(feedbackSources.createdAt))
    .limit(1);
  return (
    known?.id ?? insertSource(tx, organisationId, { kind: "open-form", title: doorTitle, heldOn, people: 1 })
  );
}

/** Refuses a case on one of the published grounds. @throws Refusal (403), (404), (400) without a ground, (409) */
export async function refuseCase(
  scope: Scope,
  id: string,
  input: RefusalInput,
  today: string,
): Promise<void> {
  requireAbility(scope, "workspace.edit");
  const { ground, note } = checked(RefusalInput, input);
  await inScope(scope, async (tx) => {
    await lockCase(tx, scope.organisationId, id);
    await tx
      .update(challenges)
      .set({ ground, refusalNote: note, moderatedOn: today })
      .where(and(eq(challenges.organisationId, scope.organisationId), eq(challenges.id, id)));
  });
}

async function lockCase(tx: Transaction, organisationId: string, id: string) {
  const [found] = await tx
    .select()
    .from(challenges)
    .where(and(eq(challenges.organisationId, organisationId), eq(challenges.id, id)))
    .for("update");
  if (!found) throw Refusal.notFound("case");
  if (found.moderatedOn) throw Refusal.conflict("This has been decided already. A decision here is final.");
  if (found.takenBackOn)
    throw Refusal.conflict("Whoever asked this took it back. There is nothing to decide.");
  return found;
}

/**
 * What people inside fear to say openly: for the board alone. What something happened for comes first, then what is owed.
 * @throws Refusal (403) for owners and editors, and for a reviewer who has ever been one
 */
export async function listProtected(scope: Scope, today: string) {
  requireAbility(scope, "protected-challenge.read");
  return inScope(scope, async (tx) => {
    await requireNeverOnTeam(tx, scope);
    const rows = await tx
      .select()
      .from(protectedChallenges)
      .where(eq(protectedChallenges.organisationId, scope.organisationId))
      .orderBy(desc(protectedChallenges.receivedOn), desc(protectedChallenges.id));
    const checks = await tx
      .select()
      .from(challengeCheckIns)
      .where(eq(challengeCheckIns.organisationId, scope.organisationId))
      .orderBy(asc(challengeCheckIns.day));
    const all = rows.map((row) => {
      const { id, words, receivedOn, answer, answeredOn, takenBackOn } = row;
      const given = checks.filter(({ challengeId }) => challengeId === id);
      const answerBy = owedBy(row);
      return {
        id,
        words,
        receivedOn,
        answer,
        answeredOn,
        takenBackOn,
        answerBy,
        late: answer === null && answerBy < today,
        harmed: given.some(({ happened }) => happened === "yes"),
        given: given.map(({ day, happened, words, answeredOn }) => ({ day, happened, words, answeredOn })),
        checkIns: checkInsOf(receivedOn, new Set(given.map(({ day }) => day)), today),
      };
    });
    const urgency = (one: (typeof all)[number]) => (one.harmed ? 0 : one.answer === null ? 1 : 2);
    return all.sort((a, b) => urgency(a) - urgency(b));
  });
}

/** The board answers. Once: what was answered stays. @throws Refusal (403), (404), (400), (409) */
export async function answerProtected(
  scope: Scope,
  id: string,
  input: { answer: string },
  today: string,
): Promise<void> {
  requireAbility(scope, "protected-challenge.read");
  const { answer } = checked(BoardAnswerInput, input);
  await inScope(scope, async (tx) => {
    await requireNeverOnTeam(tx, scope);
    const own = and(
      eq(protectedChallenges.organisationId, scope.organisationId),
      eq(protectedChallenges.id, id),
    );
    const [found] = await tx.select().from(protectedChallenges).where(own).for("update");
    if (!found) throw Refusal.notFound("challenge");
    if (found.answer) throw Refusal.conflict("This has been answered already.");
    await tx.update(protectedChallenges).set({ answer, answeredOn: today }).where(own);
  });
}
