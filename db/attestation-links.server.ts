import { and, eq } from "drizzle-orm";
import { addDays } from "#app/domain/dates/days.ts";
import { daysToTakeBack } from "#app/domain/feedback/attestation.ts";
import { invitationsOf, type Invitation, type Way } from "#app/domain/feedback/invitations.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { attestationMail } from "./feedback-mails.server.ts";
import { queueMail } from "./mail.server.ts";
import { linksTo, switchOff, type Invited } from "./invitation-links.server.ts";
import { issueLink } from "./private-link.server.ts";
import { organisations } from "./schema/accounts.ts";
import { commitments } from "./schema/commitment.ts";
import { attestationRounds } from "./schema/feedback.ts";
import { mails, privateLinks } from "./schema/mail.ts";

/** Addresses to invite by mail, and where the links in the messages begin: scheme, host and port. */
export type Mailing = { addresses: readonly string[]; origin: string };

type RoundRow = Pick<
  typeof attestationRounds.$inferSelect,
  "id" | "organisationId" | "commitmentId" | "closesOn"
>;

async function issue(tx: Transaction, round: RoundRow, number: number, way: Way, again: boolean) {
  return issueLink(tx, {
    organisationId: round.organisationId,
    purpose: "attest",
    subjectId: round.id,
    // Longer than the round is open: its holder may take a comment back afterwards.
    expiresAt: new Date(`${addDays(round.closesOn, daysToTakeBack)}T00:00:00Z`),
    meta: { number, way, again },
  });
}

/** Returns the token, this once. */
export async function inviteByLetter(
  tx: Transaction,
  round: RoundRow,
  number: number,
  again = false,
): Promise<string> {
  return (await issue(tx, round, number, "letter", again)).token;
}

export async function inviteByMail(
  tx: Transaction,
  scope: Scope,
  round: RoundRow,
  number: number,
  { address, origin }: { address: string; origin: string },
  again = false,
): Promise<void> {
  const { linkId, token } = await issue(tx, round, number, "mail", again);
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
    const links = await linksTo(tx, ofRound(scope, roundId));
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
    await switchOff(tx, ofRound(scope, roundId), [number]);
  });
}

const ofRound = (scope: Scope, roundId: string): Invited => ({
  organisationId: scope.organisationId,
  purpose: "attest",
  subjectId: roundId,
});

/**
 * Sends one invitation again: the links before stop working, and a new one goes by mail or comes back as a token for a letter.
 * What was answered before stays, and a kinder answer over the new link is not counted.
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
    await switchOff(tx, ofRound(scope, roundId), [number]);
    if (by === "letter") return inviteByLetter(tx, round, number, true);
    await inviteByMail(tx, scope, round, number, by, true);
    return null;
  });
}
