import { and, eq, sql } from "drizzle-orm";
import { checked } from "#app/domain/checked.ts";
import type { Answer } from "#app/domain/feedback/answer.ts";
import { answerDue } from "#app/domain/feedback/clock.ts";
import { bankHolidays } from "#app/domain/feedback/bank-holidays.ts";
import { AskInput, checkInsOf, type CheckIn, type RefusalGround } from "#app/domain/feedback/open-door.ts";
import { viewLoop } from "#app/domain/feedback/view.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { hashCode, hashPassphrase, isPassphrase, newCode } from "./case-secret.server.ts";
import { asPublic, database, inOrganisation, type Transaction } from "./client.server.ts";
import { clockPromiseOf } from "./feedback-clock.server.ts";
import { noteRead, takeLoopBack } from "./feedback-voices.server.ts";
import { lockLoop } from "./feedback-loop.server.ts";
import type { OpenLink } from "./private-link.server.ts";
import { commitments } from "./schema/commitment.ts";
import { challengeCheckIns, challenges, checkInContacts, protectedChallenges } from "./schema/feedback.ts";
import { rememberTakenBack } from "./taken-back.server.ts";
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
  /** Of one that was refused: on which ground, and whether whoever asked says that it is wrong. */
  refusal: { ground: RefusalGround; disputed: boolean } | null;
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
      refusal: null,
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
    const { refusalNote, ground, refusalDisputedOn, loopId } = found.row;
    if (ground !== null)
      return {
        ...base,
        state: "refused",
        reply: refusalNote,
        answerBy: null,
        told: true,
        checkIns: null,
        refusal: { ground, disputed: refusalDisputedOn !== null },
      };
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

/**
 * Whoever asked takes their words back: here, in the workspace and in the public record. That something was asked stays counted.
 * @param secret of the installation: of the words a mark stays, which nobody can read
 * @throws Refusal (404)
 */
export async function takeCaseBack(
  key: CaseKey,
  passphrase: string,
  today: string,
  secret: string,
): Promise<void> {
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
    if (loopId) await takeLoopBack(tx, await lockLoop(tx, organisationId, loopId), today, secret);
    await rememberTakenBack(tx, { organisationId, secret }, [row.words], today);
  });
}

/**
 * Whoever asked says that the ground of the refusal is wrong. It is counted in public; the decision stays. Again is no error.
 * @throws Refusal (404), (409) for a case that was not refused
 */
export async function disputeRefusal(key: CaseKey, passphrase: string, today: string): Promise<void> {
  const found = await openCase(key, passphrase);
  if (found.kind === "protected" || found.row.ground === null)
    throw Refusal.conflict("This was not refused, so there is no ground to say anything about.");
  const { id, organisationId, refusalDisputedOn } = found.row;
  await inOrganisation(organisationId, null, (tx) =>
    tx
      .update(challenges)
      .set({ refusalDisputedOn: refusalDisputedOn ?? today })
      .where(eq(challenges.id, id)),
  );
}

type Found =
  | { kind: "open"; organisationId: string; row: typeof challenges.$inferSelect }
  | { kind: "protected"; organisationId: string; row: typeof protectedChallenges.$inferSelect };

/** @throws Refusal (404) when no case has this code and passphrase, and nobody learns which was wrong */
export async function openCase(key: CaseKey, passphrase: string): Promise<Found> {
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
