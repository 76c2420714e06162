import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import type { Voice } from "#app/domain/audit/answer.ts";
import type { Given } from "#app/domain/audit/findings.ts";
import { Instrument } from "#app/domain/audit/instrument.ts";
import { type DraftPromise, promiseFromAnswer } from "#app/domain/audit/promise-from-answer.ts";
import { checked } from "#app/domain/checked.ts";
import { closesBeforeItOpens, inOrder, roundState } from "#app/domain/audit/round-state.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { auditAnswers, auditInstruments, auditRounds, auditSeats } from "./schema/audit.ts";

export type Round = typeof auditRounds.$inferSelect;

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
  if (!inOrder(round)) throw Refusal.invalid({ closesOn: [closesBeforeItOpens] });
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

/**
 * Notes that rounds whose last day has passed are closed, for good: whoever has seen findings must not see them change, even if
 * a clock is put back. Their closing day stays the one that was announced.
 */
async function settle(tx: Transaction, scope: Scope, today: string): Promise<void> {
  await tx
    .update(auditRounds)
    .set({ closedAt: sql`now()` })
    .where(
      and(
        eq(auditRounds.organisationId, scope.organisationId),
        isNull(auditRounds.closedAt),
        lt(auditRounds.closesOn, today),
      ),
    );
}

/** A round that is over, with all its answers. @throws Refusal 404, 409 while people still answer */
export async function requireClosedRound(scope: Scope, roundId: string, today: string): Promise<RoundSheet> {
  return inScope(scope, async (tx) => {
    await settle(tx, scope, today);
    const round = await roundRow(tx, scope.organisationId, roundId);
    if (roundState(round, today) !== "closed")
      throw Refusal.conflict("People still answer. The findings are shown when the round is closed.");
    return (await sheets(tx, scope, [round]))[0]!;
  });
}

/** What one answer of a closed round suggests to promise. @throws Refusal 404, 409 while people still answer */
export async function draftFromAudit(
  scope: Scope,
  roundId: string,
  question: string,
  today: string,
): Promise<DraftPromise> {
  const { round, given } = await requireClosedRound(scope, roundId, today);
  const draft = promiseFromAnswer({ title: round.title, instrument: round.instrument, given }, question);
  if (!draft) throw Refusal.notFound("question");
  return draft;
}

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
  await settle(tx, scope, today);
  const rounds = await tx
    .select()
    .from(auditRounds)
    .where(and(eq(auditRounds.organisationId, scope.organisationId), isNotNull(auditRounds.closedAt)))
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

export async function roundRow(tx: Transaction, organisationId: string, roundId: string): Promise<Round> {
  const [round] = await tx
    .select()
    .from(auditRounds)
    .where(and(eq(auditRounds.organisationId, organisationId), eq(auditRounds.id, roundId)));
  if (!round) throw Refusal.notFound("audit round");
  return round;
}

/** One round without its answers. @throws Refusal 404 */
export function requireRoundRow(scope: Scope, roundId: string): Promise<Round> {
  return inScope(scope, (tx) => roundRow(tx, scope.organisationId, roundId));
}
