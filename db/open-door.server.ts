import { randomBytes, randomUUID, scrypt, timingSafeEqual } from "node:crypto";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import { checked } from "#app/domain/checked.ts";
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
import { asPublic, database, inOrganisation, inScope, type Transaction } from "./client.server.ts";
import { loadLoops } from "./feedback-read.server.ts";
import { insertLoop, insertSource } from "./feedback.server.ts";
import { commitments } from "./schema/commitment.ts";
import { challengeCheckIns, challenges, feedbackSources, protectedChallenges } from "./schema/feedback.ts";
import { recordLogs } from "./schema/record.ts";
import { hashToken } from "./secret-token.server.ts";

// Letters and digits that nobody confuses when reading a code aloud or off paper.
const alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Twelve letters, about 58 bits: enough with the passphrase and a limit on tries. “ABCD-EFGH-JKMN” */
function newCode(): string {
  // Bytes from 240 on would favour the first letters.
  let letters = "";
  while (letters.length < 12)
    for (const byte of randomBytes(16)) if (byte < 240 && letters.length < 12) letters += alphabet[byte % 30];
  return letters.replace(/(.{4})(?=.)/g, "$1-");
}

function hashCode(code: string): string {
  return hashToken(code.toUpperCase().replace(/[^A-Z0-9]/g, ""));
}

/** People choose passphrases, so they are hashed slowly and with a salt. */
async function hashPassphrase(passphrase: string, salt = randomBytes(16)): Promise<string> {
  const hash = await new Promise<Buffer>((resolve, reject) =>
    scrypt(passphrase.normalize("NFKC").trim(), salt, 32, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  );
  return `${salt.toString("base64url")}.${hash.toString("base64url")}`;
}

async function isPassphrase(passphrase: string, stored: string): Promise<boolean> {
  const [salt = ""] = stored.split(".");
  const given = await hashPassphrase(passphrase, Buffer.from(salt, "base64url"));
  return timingSafeEqual(Buffer.from(given), Buffer.from(stored));
}

/**
 * Takes in what somebody asks or challenges, without a name or an address. Returns the code to come back with.
 * @param about a commitment of this organisation, if it is about one
 * @throws Refusal (404) when nobody has published under this name, (400)
 */
export async function ask(
  slug: string,
  about: string | undefined,
  input: AskInput,
  today: string,
): Promise<string> {
  const { kind, words, wordsUse, passphrase } = checked(AskInput, input);
  const organisationId = await organisationOf(slug);
  const code = newCode();
  const secret = { codeHash: hashCode(code), passphraseHash: await hashPassphrase(passphrase) };
  await inOrganisation(organisationId, null, async (tx) => {
    const row = { ...secret, organisationId, words, receivedOn: today };
    if (kind === "protected") await tx.insert(protectedChallenges).values(row);
    else {
      const commitmentId = about ? await commitmentIn(tx, organisationId, about) : null;
      await tx.insert(challenges).values({ ...row, kind, wordsUse, commitmentId });
    }
  });
  return code;
}

async function organisationOf(slug: string): Promise<string> {
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
  words: string;
  state: "waiting" | "taken" | "refused" | "answered";
  /** Why it was refused, or what the organisation or its board answered. */
  reply: string | null;
  /** By when an answer is owed. */
  answerBy: string | null;
  told: boolean;
  /** Of a protected challenge. */
  checkIns: CheckIn[] | null;
};

/** @throws Refusal (404) when no case has this code and passphrase, and nobody learns which was wrong */
export async function readCase(code: string, passphrase: string, today: string): Promise<Case> {
  const found = await openCase(code, passphrase);
  return inOrganisation(found.organisationId, null, async (tx) => {
    if (found.kind === "protected") {
      const { answer, receivedOn, words } = found.row;
      const done = await tx
        .select({ day: challengeCheckIns.day })
        .from(challengeCheckIns)
        .where(eq(challengeCheckIns.challengeId, found.row.id));
      const checkIns = checkInsOf(receivedOn, new Set(done.map(({ day }) => day)), today);
      const state = answer === null ? "waiting" : "answered";
      return { receivedOn, words, state, reply: answer, answerBy: null, told: answer !== null, checkIns };
    }
    const { receivedOn, words, refusalNote, loopId } = found.row;
    const base = { receivedOn, words, checkIns: null };
    if (refusalNote !== null)
      return { ...base, state: "refused", reply: refusalNote, answerBy: null, told: true };
    const [loop] = loopId ? await loadLoops(tx, found.organisationId, [loopId]) : [];
    if (!loop) return { ...base, state: "waiting", reply: null, answerBy: null, told: false };
    const { due } = viewLoop(loop.facts, today);
    const answer = loop.answers.at(-1);
    return {
      ...base,
      state: answer ? "answered" : "taken",
      reply: answer?.content.text ?? null,
      answerBy: due.answerBy,
      told: loop.reports.length > 0,
    };
  });
}

/** The writer of a protected challenge says whether anything happened to them. Each of the three once. @throws Refusal (404), (409) */
export async function checkIn(
  code: string,
  passphrase: string,
  input: CheckInInput,
  today: string,
): Promise<void> {
  const { day, happened, words } = checked(CheckInInput, input);
  const found = await openCase(code, passphrase);
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

type Found =
  | { kind: "open"; organisationId: string; row: typeof challenges.$inferSelect }
  | { kind: "protected"; organisationId: string; row: typeof protectedChallenges.$inferSelect };

async function openCase(code: string, passphrase: string): Promise<Found> {
  const hash = hashCode(code);
  const [open, kept] = await database().transaction(
    async (tx) => {
      await tx.execute(sql`select set_config('kept.case_hash', ${hash}, true)`);
      return [
        await tx.select().from(challenges).where(eq(challenges.codeHash, hash)),
        await tx.select().from(protectedChallenges).where(eq(protectedChallenges.codeHash, hash)),
      ] as const;
    },
    { accessMode: "read only" },
  );
  const row = open[0] ?? kept[0];
  // As slow for a code that does not exist, so that the time taken tells nothing.
  const right = await isPassphrase(passphrase, row?.passphraseHash ?? (await hashPassphrase(randomUUID())));
  if (!row || !right) throw Refusal.notFound("case");
  const { organisationId } = row;
  return open[0]
    ? { kind: "open", organisationId, row: open[0] }
    : { kind: "protected", organisationId, row: kept[0]! };
}

/** Everything that came in but the protected, what waits first, then newest first. */
export function listCases(scope: Scope) {
  return inScope(scope, (tx) =>
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
        loopId: challenges.loopId,
        about: commitments.title,
      })
      .from(challenges)
      .leftJoin(commitments, eq(commitments.id, challenges.commitmentId))
      .where(eq(challenges.organisationId, scope.organisationId))
      .orderBy(sql`${challenges.moderatedOn} is not null`, desc(challenges.receivedOn), asc(challenges.id))
      .limit(200),
  );
}

/**
 * Takes a case up: it becomes a loop whose clock started on the day it came in. Returns the loop's id.
 * @throws Refusal (403), (404), (409) when it has been decided already
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
  return found;
}

/** What people inside fear to say openly: for the board alone. @throws Refusal (403) for owners and editors */
export async function listProtected(scope: Scope, today: string) {
  requireAbility(scope, "protected-challenge.read");
  return inScope(scope, async (tx) => {
    const rows = await tx
      .select({
        id: protectedChallenges.id,
        words: protectedChallenges.words,
        receivedOn: protectedChallenges.receivedOn,
        answer: protectedChallenges.answer,
        answeredOn: protectedChallenges.answeredOn,
      })
      .from(protectedChallenges)
      .where(eq(protectedChallenges.organisationId, scope.organisationId))
      .orderBy(desc(protectedChallenges.receivedOn), desc(protectedChallenges.id));
    const checks = await tx
      .select()
      .from(challengeCheckIns)
      .where(eq(challengeCheckIns.organisationId, scope.organisationId))
      .orderBy(asc(challengeCheckIns.day));
    return rows.map((row) => {
      const given = checks.filter(({ challengeId }) => challengeId === row.id);
      return {
        ...row,
        given: given.map(({ day, happened, words, answeredOn }) => ({ day, happened, words, answeredOn })),
        checkIns: checkInsOf(row.receivedOn, new Set(given.map(({ day }) => day)), today),
      };
    });
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
