import { and, asc, desc, eq, inArray, isNotNull, lt, or, sql } from "drizzle-orm";
import { AuditAnswer, requireEvidence, type Voice } from "#app/domain/audit/answer.ts";
import type { Given } from "#app/domain/audit/findings.ts";
import { Instrument } from "#app/domain/audit/instrument.ts";
import { checked } from "#app/domain/checked.ts";
import { roundState } from "#app/domain/audit/round-state.ts";
import { writtenDay } from "#app/domain/dates/written-day.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { inOrganisation, inScope, type Transaction } from "./client.server.ts";
import { issueLink, type OpenLink } from "./private-link.server.ts";
import { auditAnswers, auditInstruments, auditRounds, auditSeats } from "./schema/audit.ts";

export type Round = typeof auditRounds.$inferSelect;

/** Most people invited in one step: more is a survey, and one page of links. */
const mostSeatsAtOnce = 200;
/** A link outlives the closing day a little, to tell its holder kindly that the round is closed. */
const linkDaysAfterClosing = 30;

/** @throws Refusal (400) with the path of every error; the file is refused whole */
export async function importInstrument(scope: Scope, content: unknown): Promise<string> {
  requireAbility(scope, "framework.import");
  const instrument = checked(Instrument, content);
  return inScope(scope, async (tx) => {
    const [made] = await tx
      .insert(auditInstruments)
      .values({
        organisationId: scope.organisationId,
        key: instrument.id,
        version: instrument.version,
        content: instrument,
      })
      .onConflictDoNothing()
      .returning({ id: auditInstruments.id });
    if (!made)
      throw Refusal.conflict(
        `Version ${instrument.version} of “${instrument.title}” is here already. Give the file a new version.`,
      );
    return made.id;
  });
}

export function listInstruments(scope: Scope) {
  return inScope(scope, (tx) =>
    tx
      .select()
      .from(auditInstruments)
      .where(eq(auditInstruments.organisationId, scope.organisationId))
      .orderBy(asc(auditInstruments.key), desc(auditInstruments.importedAt)),
  );
}

/** Opens a round with the instrument as it is now. Whoever answers sees these words, whatever becomes of the instrument. */
export async function openRound(
  scope: Scope,
  round: { title: string; instrument: Instrument; opensOn: string; closesOn: string },
): Promise<string> {
  requireAbility(scope, "workspace.edit");
  if (round.closesOn < round.opensOn)
    throw Refusal.invalid({ closesOn: ["The round closes before it opens. Give a later day."] });
  return inScope(scope, async (tx) => {
    const [made] = await tx
      .insert(auditRounds)
      .values({ ...round, organisationId: scope.organisationId })
      .returning({ id: auditRounds.id });
    return made!.id;
  });
}

/** Newest first by keyset. */
export function listRounds(
  scope: Scope,
  after?: { opensOn: string; id: string },
  limit = 20,
): Promise<Round[]> {
  return inScope(scope, (tx) =>
    tx
      .select()
      .from(auditRounds)
      .where(
        and(
          eq(auditRounds.organisationId, scope.organisationId),
          after &&
            or(
              lt(auditRounds.opensOn, after.opensOn),
              and(eq(auditRounds.opensOn, after.opensOn), lt(auditRounds.id, after.id)),
            ),
        ),
      )
      .orderBy(desc(auditRounds.opensOn), desc(auditRounds.id))
      .limit(limit),
  );
}

/** Makes seats of one voice with a link each. The tokens are returned this once. Nobody's name is kept. */
export async function inviteVoices(
  scope: Scope,
  roundId: string,
  voice: Voice,
  count: number,
): Promise<string[]> {
  requireAbility(scope, "workspace.edit");
  if (!Number.isInteger(count) || count < 1 || count > mostSeatsAtOnce)
    throw Refusal.invalid({ count: [`Invite from 1 to ${mostSeatsAtOnce} people at a time.`] });
  return inScope(scope, async (tx) => {
    const round = await roundRow(tx, scope.organisationId, roundId);
    if (round.closedAt) throw Refusal.conflict("This round is closed. Open a new one to invite people.");
    const tokens: string[] = [];
    for (let i = 0; i < count; i += 1) {
      const [seat] = await tx
        .insert(auditSeats)
        .values({ organisationId: scope.organisationId, roundId, voice })
        .returning({ id: auditSeats.id });
      const expiresAt = new Date(
        Date.parse(`${round.closesOn}T23:59:59Z`) + linkDaysAfterClosing * 86_400_000,
      );
      const { linkId, token } = await issueLink(tx, {
        organisationId: scope.organisationId,
        purpose: "answer-audit",
        subjectId: seat!.id,
        expiresAt,
      });
      await tx.update(auditSeats).set({ linkId }).where(eq(auditSeats.id, seat!.id));
      tokens.push(token);
    }
    return tokens;
  });
}

/** What the holder of a link is asked, with what they said before: they may change it until the round closes. */
export function seatOf(link: OpenLink, today: string) {
  return inOrganisation(link.organisationId, null, async (tx) => {
    const { seat, round } = await seatRow(tx, link.organisationId, link.subjectId);
    const given = await tx.select().from(auditAnswers).where(eq(auditAnswers.seatId, seat.id));
    return { voice: seat.voice, round, given, state: roundState(round, today) };
  });
}

/**
 * Saves one person's answers, all or none, over what they said before.
 * @throws Refusal 409 after closing, 400 for a question that was not asked or evidence that is missing
 */
export function answerAudit(link: OpenLink, answers: readonly AuditAnswer[], today: string): Promise<void> {
  return inOrganisation(link.organisationId, null, async (tx) => {
    const { seat, round } = await seatRow(tx, link.organisationId, link.subjectId);
    const state = roundState(round, today);
    if (state === "not-open") throw Refusal.conflict(`This round opens on ${writtenDay(round.opensOn)}.`);
    if (state === "closed")
      throw Refusal.conflict(
        "This round is closed, so answers can no longer be given or changed. Thank you for looking.",
      );
    const asked = new Set(round.instrument.questions.map((question) => question.id));
    for (const answer of answers.map((each) => checked(AuditAnswer, each))) {
      if (!asked.has(answer.question)) throw Refusal.notFound("question");
      const { question, ...rest } = answer;
      naming(question, () => requireEvidence(seat.voice, answer, today));
      await tx
        .insert(auditAnswers)
        .values({ ...rest, question, organisationId: link.organisationId, seatId: seat.id })
        .onConflictDoUpdate({ target: [auditAnswers.seatId, auditAnswers.question], set: rest });
    }
    await tx
      .update(auditSeats)
      .set({ answeredAt: sql`coalesce(answered_at, now())` })
      .where(and(eq(auditSeats.organisationId, link.organisationId), eq(auditSeats.id, seat.id)));
  });
}

export async function closeRound(scope: Scope, roundId: string): Promise<void> {
  requireAbility(scope, "workspace.edit");
  await inScope(scope, async (tx) => {
    await roundRow(tx, scope.organisationId, roundId);
    await tx
      .update(auditRounds)
      .set({ closedAt: sql`coalesce(closed_at, now())` })
      .where(and(eq(auditRounds.organisationId, scope.organisationId), eq(auditRounds.id, roundId)));
  });
}

export type RoundSheet = {
  round: Round;
  given: Given[];
  asked: Record<Voice, number>;
  answered: Record<Voice, number>;
};

/** A round with all its answers. Whoever shows them goes through `spreadOf`, which keeps a voice of fewer than three silent. */
export async function requireRound(scope: Scope, roundId: string): Promise<RoundSheet> {
  return inScope(
    scope,
    async (tx) => (await sheets(tx, scope, [await roundRow(tx, scope.organisationId, roundId)]))[0]!,
  );
}

/** Several rounds at once for comparing, oldest first; three queries whatever their number. */
export function listClosedSheets(scope: Scope, today: string, limit = 12): Promise<RoundSheet[]> {
  return inScope(scope, async (tx) => closedSheets(tx, scope, today, limit));
}

/** The same within a transaction. */
export async function closedSheets(
  tx: Transaction,
  scope: Scope,
  today: string,
  limit = 12,
): Promise<RoundSheet[]> {
  const rounds = await tx
    .select()
    .from(auditRounds)
    .where(
      and(
        eq(auditRounds.organisationId, scope.organisationId),
        or(isNotNull(auditRounds.closedAt), lt(auditRounds.closesOn, today)),
      ),
    )
    .orderBy(desc(auditRounds.opensOn), desc(auditRounds.id))
    .limit(limit);
  return sheets(tx, scope, rounds.reverse());
}

export async function sheets(tx: Transaction, scope: Scope, rounds: Round[]): Promise<RoundSheet[]> {
  if (rounds.length === 0) return [];
  const ids = rounds.map((round) => round.id);
  const seats = await tx
    .select()
    .from(auditSeats)
    .where(and(eq(auditSeats.organisationId, scope.organisationId), inArray(auditSeats.roundId, ids)));
  const answers = await tx
    .select()
    .from(auditAnswers)
    .where(
      and(
        eq(auditAnswers.organisationId, scope.organisationId),
        inArray(
          auditAnswers.seatId,
          tx.select({ id: auditSeats.id }).from(auditSeats).where(inArray(auditSeats.roundId, ids)),
        ),
      ),
    );
  return rounds.map((round) => {
    const own = new Map(seats.filter((seat) => seat.roundId === round.id).map((seat) => [seat.id, seat]));
    const count = (voice: Voice, answered: boolean) =>
      [...own.values()].filter((seat) => seat.voice === voice && (!answered || seat.answeredAt !== null))
        .length;
    const byVoice = (answered: boolean): Record<Voice, number> => ({
      team: count("team", answered),
      board: count("board", answered),
      "co-producers": count("co-producers", answered),
      partners: count("partners", answered),
    });
    return {
      round,
      given: answers.flatMap(({ seatId, organisationId: _, ...answer }) => {
        const seat = own.get(seatId);
        return seat ? [{ voice: seat.voice, person: seatId, answer }] : [];
      }),
      asked: byVoice(false),
      answered: byVoice(true),
    };
  });
}

/** Names the question beside the field: `evidence-feedback-loops`. */
function naming(question: string, check: () => void): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof Refusal) || error.detail.kind !== "invalid") throw error;
    const fields = Object.entries(error.detail.fields);
    throw Refusal.invalid(
      Object.fromEntries(fields.map(([field, words]) => [`${field}-${question}`, words])),
    );
  }
}

export async function roundRow(tx: Transaction, organisationId: string, roundId: string): Promise<Round> {
  const [round] = await tx
    .select()
    .from(auditRounds)
    .where(and(eq(auditRounds.organisationId, organisationId), eq(auditRounds.id, roundId)));
  if (!round) throw Refusal.notFound("audit round");
  return round;
}

async function seatRow(tx: Transaction, organisationId: string, seatId: string) {
  const [row] = await tx
    .select({ seat: auditSeats, round: auditRounds })
    .from(auditSeats)
    .innerJoin(auditRounds, eq(auditRounds.id, auditSeats.roundId))
    .where(and(eq(auditSeats.organisationId, organisationId), eq(auditSeats.id, seatId)));
  if (!row) throw Refusal.notFound("audit");
  return row;
}

/** One round without its answers. @throws Refusal 404 */
export function requireRoundRow(scope: Scope, roundId: string): Promise<Round> {
  return inScope(scope, (tx) => roundRow(tx, scope.organisationId, roundId));
}
