import { and, eq, isNull, sql } from "drizzle-orm";
import { AuditAnswer, requireEvidence, type Voice } from "#app/domain/audit/answer.ts";
import { canInvite, inviteSentence, roundState } from "#app/domain/audit/round-state.ts";
import { checked } from "#app/domain/checked.ts";
import { writtenDay } from "#app/domain/dates/written-day.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { roundRow } from "./audit.server.ts";
import { inOrganisation, inScope, type Transaction } from "./client.server.ts";
import { issueLink, openLink, type OpenLink, revokeLinkIn } from "./private-link.server.ts";
import { auditAnswers, auditInvitations, auditRounds, auditSeats } from "./schema/audit.ts";

/** A link outlives the closing day a little, to tell its holder kindly that the round is closed. */
const linkDaysAfterClosing = 30;

/**
 * Makes seats of one voice with a link each. The tokens are returned this once. Nobody's name is kept.
 * @param sending names one sending of the form: the same one again makes nothing, so that a form sent twice invites once
 * @throws Refusal 400 (field `count`), 403, 404, 409 once the round is closed or for a form that was sent before
 */
export async function inviteVoices(
  scope: Scope,
  roundId: string,
  voice: Voice,
  count: number,
  today: string,
  sending?: string,
): Promise<string[]> {
  requireAbility(scope, "workspace.edit");
  if (!canInvite(count)) throw Refusal.invalid({ count: [inviteSentence] });
  return inScope(scope, async (tx) => {
    const round = await roundRow(tx, scope.organisationId, roundId);
    if (roundState(round, today) === "closed")
      throw Refusal.conflict("This round is closed. Open a new one to invite people.");
    if (sending) await requireFirstSending(tx, scope, roundId, sending);
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
    const { seat, round } = await seatRow(tx, link.organisationId, link.subjectId, true);
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

/**
 * Takes back everything that the holder of a link said. They stay among those who were asked, and can answer again.
 * @throws Refusal 409 after closing: what was shown to others cannot be told without them any more
 */
export function withdrawAnswers(link: OpenLink, today: string): Promise<void> {
  return inOrganisation(link.organisationId, null, async (tx) => {
    const { seat, round } = await seatRow(tx, link.organisationId, link.subjectId, true);
    if (roundState(round, today) === "closed")
      throw Refusal.conflict(
        "This round is closed, and what people said together has been worked out. Single answers can no longer be taken back.",
      );
    await tx
      .delete(auditAnswers)
      .where(and(eq(auditAnswers.organisationId, link.organisationId), eq(auditAnswers.seatId, seat.id)));
    await tx
      .update(auditSeats)
      .set({ answeredAt: null })
      .where(and(eq(auditSeats.organisationId, link.organisationId), eq(auditSeats.id, seat.id)));
  });
}

/**
 * Switches off a link that was lost, or was given to somebody who has one already, and no longer counts its holder as asked.
 * @param pasted the link, or its last part
 * @throws Refusal 400 (field `link`) for what is no link of this round or was answered, 403, 404
 */
export async function switchOffLink(
  scope: Scope,
  roundId: string,
  pasted: string,
  now: Date,
): Promise<Voice> {
  requireAbility(scope, "workspace.edit");
  const token = /([^/?#\s]+)\/*(?:[?#].*)?$/.exec(pasted.trim())?.[1] ?? "";
  const unknown = Refusal.invalid({
    link: ["This is no link of this round that still works. Paste it whole, as it stands on the slip."],
  });
  const link = await openLink(token, "answer-audit", now).catch(() => undefined);
  if (!link || link.organisationId !== scope.organisationId) throw unknown;
  return inScope(scope, async (tx) => {
    const { seat, round } = await seatRow(tx, scope.organisationId, link.subjectId, true);
    if (round.id !== roundId) throw unknown;
    if (seat.answeredAt)
      throw Refusal.invalid({
        link: ["Somebody answered with this link, so it stays. Only its holder can take the answers back."],
      });
    await tx
      .delete(auditSeats)
      .where(
        and(
          eq(auditSeats.organisationId, scope.organisationId),
          eq(auditSeats.id, seat.id),
          isNull(auditSeats.answeredAt),
        ),
      );
    await revokeLinkIn(tx, scope, link.linkId);
    return seat.voice;
  });
}

async function requireFirstSending(
  tx: Transaction,
  { organisationId }: Scope,
  roundId: string,
  id: string,
): Promise<void> {
  const made = await tx
    .insert(auditInvitations)
    .values({ organisationId, id, roundId })
    .onConflictDoNothing()
    .returning({ id: auditInvitations.id });
  if (made.length === 0)
    throw Refusal.conflict(
      "These links were made already, and were shown then. If they are lost, open this page again and make new ones.",
    );
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

async function seatRow(tx: Transaction, organisationId: string, seatId: string, held = false) {
  // Held against closing, too: no answer slips in after the findings were shown.
  if (held)
    await tx.execute(sql`
      select 1 from audit_rounds
      where organisation_id = ${organisationId}
        and id = (select round_id from audit_seats where organisation_id = ${organisationId} and id = ${seatId})
      for share`);
  const query = tx
    .select({ seat: auditSeats, round: auditRounds })
    .from(auditSeats)
    .innerJoin(auditRounds, eq(auditRounds.id, auditSeats.roundId))
    .where(and(eq(auditSeats.organisationId, organisationId), eq(auditSeats.id, seatId)));
  const [row] = await (held ? query.for("update", { of: auditSeats }) : query);
  if (!row) throw Refusal.notFound("audit");
  return row;
}
