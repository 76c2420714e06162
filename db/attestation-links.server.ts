import { and, asc, eq, isNull, ne, sql } from "drizzle-orm";
import { addDays } from "#app/domain/dates/days.ts";
import { daysToTakeBack } from "#app/domain/feedback/attestation.ts";
import {
  invitationsOf,
  type Invitation,
  type InvitationLink,
  type Way,
} from "#app/domain/feedback/invitations.ts";
import { groupBy } from "#app/domain/journey/content.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { attestationMail } from "./feedback-mails.server.ts";
import { queueMail } from "./mail.server.ts";
import { issueLink, type OpenLink } from "./private-link.server.ts";
import { organisations } from "./schema/accounts.ts";
import { commitments } from "./schema/commitment.ts";
import { attestationAnswers, attestationRounds } from "./schema/feedback.ts";
import { mails, privateLinks } from "./schema/mail.ts";

/** Addresses to invite by mail, and where the links in the messages begin: scheme, host and port. */
export type Mailing = { addresses: readonly string[]; origin: string };

type RoundRow = Pick<
  typeof attestationRounds.$inferSelect,
  "id" | "organisationId" | "commitmentId" | "closesOn"
>;

async function issue(tx: Transaction, round: RoundRow, number: number, way: Way) {
  return issueLink(tx, {
    organisationId: round.organisationId,
    purpose: "attest",
    subjectId: round.id,
    // Longer than the round is open: its holder may take a comment back afterwards.
    expiresAt: new Date(`${addDays(round.closesOn, daysToTakeBack)}T00:00:00Z`),
    meta: { number, way },
  });
}

/** Returns the token, this once. */
export async function inviteByLetter(tx: Transaction, round: RoundRow, number: number): Promise<string> {
  return (await issue(tx, round, number, "letter")).token;
}

export async function inviteByMail(
  tx: Transaction,
  scope: Scope,
  round: RoundRow,
  number: number,
  { address, origin }: { address: string; origin: string },
): Promise<void> {
  const { linkId, token } = await issue(tx, round, number, "mail");
  const [facts] = await tx
    .select({ organisation: organisations.name, promise: commitments.title })
    .from(commitments)
    .innerJoin(organisations, eq(organisations.id, commitments.organisationId))
    .where(and(eq(commitments.organisationId, scope.organisationId), eq(commitments.id, round.commitmentId)));
  await queueMail(tx, {
    organisationId: scope.organisationId,
    kind: "attestation",
    to: address,
    linkId,
    ...attestationMail({ ...facts!, number, closesOn: round.closesOn, url: `${origin}/attest/${token}` }),
  });
}

/** The links of every round of an organisation, by round. */
export async function linksOfRounds(
  tx: Transaction,
  organisationId: string,
): Promise<Map<string, InvitationLink[]>> {
  const rows = await tx
    .select()
    .from(privateLinks)
    .where(and(eq(privateLinks.organisationId, organisationId), eq(privateLinks.purpose, "attest")))
    .orderBy(asc(privateLinks.createdAt), asc(privateLinks.id));
  return groupInvitations(rows);
}

function groupInvitations(rows: (typeof privateLinks.$inferSelect)[]): Map<string, InvitationLink[]> {
  // Links from before invitations had numbers count as one each.
  const links = rows.map((row, position) => ({
    roundId: row.subjectId,
    linkId: row.id,
    number: typeof row.meta.number === "number" ? row.meta.number : 1_000_000 + position,
    way: row.meta.way === "mail" ? ("mail" as const) : ("letter" as const),
    revoked: row.revokedAt !== null,
    createdAt: row.createdAt,
  }));
  return groupBy(links, ({ roundId }) => roundId);
}

/** A message that has not arrived. Those that have are not tied to a link any more. */
export type UndeliveredMail = {
  address: string;
  state: "queued" | "sent" | "failed";
  attempts: number;
  lastError: string | null;
};

export type InvitationPage = {
  round: typeof attestationRounds.$inferSelect;
  promise: string;
  invitations: (Invitation & { mail: UndeliveredMail | null })[];
};

/** Every invitation of a round: whether its link works, never whether it was used. @throws Refusal (403), (404) */
export function listInvitations(
  scope: Scope,
  commitmentId: string,
  roundId: string,
): Promise<InvitationPage> {
  requireAbility(scope, "workspace.edit");
  return inScope(scope, async (tx) => {
    const round = await requireRound(tx, scope, commitmentId, roundId);
    const [promise] = await tx
      .select({ title: commitments.title })
      .from(commitments)
      .where(and(eq(commitments.organisationId, scope.organisationId), eq(commitments.id, commitmentId)));
    const undelivered = await tx
      .select({
        linkId: mails.linkId,
        address: mails.recipient,
        state: mails.state,
        attempts: mails.attempts,
        lastError: mails.lastError,
      })
      .from(mails)
      .innerJoin(privateLinks, eq(privateLinks.id, mails.linkId))
      .where(and(eq(mails.organisationId, scope.organisationId), eq(privateLinks.subjectId, roundId)));
    const byLink = new Map(undelivered.map(({ linkId, ...mail }) => [linkId, mail]));
    const links = (await linksOfRounds(tx, scope.organisationId)).get(roundId) ?? [];
    return {
      round,
      promise: promise!.title,
      invitations: invitationsOf(links).map((one) => ({ ...one, mail: byLink.get(one.linkId) ?? null })),
    };
  });
}

async function requireRound(tx: Transaction, scope: Scope, commitmentId: string, roundId: string) {
  const [round] = await tx
    .select()
    .from(attestationRounds)
    .where(
      and(
        eq(attestationRounds.organisationId, scope.organisationId),
        eq(attestationRounds.commitmentId, commitmentId),
        eq(attestationRounds.id, roundId),
      ),
    );
  if (!round) throw Refusal.notFound("round");
  return round;
}

/**
 * Switches every link of one invitation off, whether it was used or not: what was answered with it stays counted, and how many
 * were switched off is published. @throws Refusal (403), (404)
 */
export async function switchInvitationOff(
  scope: Scope,
  commitmentId: string,
  roundId: string,
  number: number,
): Promise<void> {
  requireAbility(scope, "workspace.edit");
  await inScope(scope, async (tx) => {
    await requireRound(tx, scope, commitmentId, roundId);
    await switchOff(tx, scope, roundId, number);
  });
}

async function switchOff(tx: Transaction, scope: Scope, roundId: string, number: number): Promise<void> {
  const links = (await linksOfRounds(tx, scope.organisationId)).get(roundId) ?? [];
  const own = links.filter((link) => link.number === number);
  if (own.length === 0) throw Refusal.notFound("invitation");
  for (const { linkId } of own)
    await tx
      .update(privateLinks)
      .set({ revokedAt: sql`now()` })
      .where(
        and(
          eq(privateLinks.organisationId, scope.organisationId),
          eq(privateLinks.id, linkId),
          isNull(privateLinks.revokedAt),
        ),
      );
}

/**
 * Sends one invitation again: the links before stop working, and a new one goes by mail or comes back as a token for a letter.
 * @throws Refusal (403), (404), (409) once the round has closed
 */
export async function inviteAgain(
  scope: Scope,
  commitmentId: string,
  roundId: string,
  number: number,
  by: "letter" | { address: string; origin: string },
  today: string,
): Promise<string | null> {
  requireAbility(scope, "workspace.edit");
  return inScope(scope, async (tx) => {
    const round = await requireRound(tx, scope, commitmentId, roundId);
    if (round.closesOn < today)
      throw Refusal.conflict("The time to answer is over, so no link can be sent again.");
    await switchOff(tx, scope, roundId, number);
    if (by === "letter") return inviteByLetter(tx, round, number);
    await inviteByMail(tx, scope, round, number, by);
    return null;
  });
}

/** Whether another link of the same invitation has been answered with. */
export async function answeredWithEarlierLink(tx: Transaction, link: OpenLink): Promise<boolean> {
  const { number } = link.meta;
  if (typeof number !== "number") return false;
  const found = await tx
    .select({ id: privateLinks.id })
    .from(privateLinks)
    .innerJoin(attestationAnswers, eq(attestationAnswers.linkId, privateLinks.id))
    .where(
      and(
        eq(privateLinks.organisationId, link.organisationId),
        eq(privateLinks.purpose, "attest"),
        eq(privateLinks.subjectId, link.subjectId),
        ne(privateLinks.id, link.linkId),
        sql`(${privateLinks.meta}->>'number')::int = ${number}`,
      ),
    )
    .limit(1);
  return found.length > 0;
}
