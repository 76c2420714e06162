import { and, eq, isNull, sql } from "drizzle-orm";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { requireNotThroughDoor } from "./feedback-answer.server.ts";
import { lockLoop, recordLoop, set } from "./feedback-loop.server.ts";
import { moveTally } from "./feedback-voices.server.ts";
import { issueLink } from "./private-link.server.ts";
import { privateLinks } from "./schema/mail.ts";

/** How long people have to answer. */
export const linkDays = 180;

/** Printed on paper or mailed at once; more in one go helps nobody. */
export const mostLinks = 500;

/**
 * Private links for the people who spoke: one each, and never more in use than people. Tokens are returned this once.
 * @throws Refusal (403), (404), (409) before there is an answer, (400) when there would be more links than people
 */
export async function issueLoopLinks(
  scope: Scope,
  id: string,
  count: number,
  today: string,
): Promise<string[]> {
  const issued = await inScope(scope, (tx) => issueLoopLinksIn(tx, scope, id, count, today));
  return issued.map(({ token }) => token);
}

/**
 * The same within a transaction, for links that go out by mail (`feedback-heard-mail.server.ts`), each with its id.
 * @throws as `issueLoopLinks`
 */
export async function issueLoopLinksIn(
  tx: Transaction,
  scope: Scope,
  id: string,
  count: number,
  today: string,
): Promise<{ linkId: string; token: string }[]> {
  requireAbility(scope, "workspace.edit");
  if (!Number.isInteger(count) || count < 1 || count > mostLinks)
    throw Refusal.invalid({ count: [`Make between 1 and ${mostLinks} links at a time.`] });
  const loop = await lockLoop(tx, scope.organisationId, id);
  await requireNotThroughDoor(tx, loop);
  if (loop.answers.length === 0)
    throw Refusal.conflict(
      "There is no answer to ask about yet. Answer first, then ask the people who spoke.",
    );
  const inUse = await usableLinks(tx, scope.organisationId, id);
  if (inUse + count > loop.people)
    throw Refusal.invalid({
      count: [
        `${loop.people} people said this, and ${inUse} links are in use. Make ${Math.max(0, loop.people - inUse)} at most, or switch off the links that nobody used.`,
      ],
    });
  // Asking again after it was over: what counted then goes on counting.
  if (loop.askingIsOver) await moveTally(tx, loop, "all");
  const expiresAt = new Date(Date.now() + linkDays * 24 * 60 * 60 * 1000);
  const issued: { linkId: string; token: string }[] = [];
  for (let made = 0; made < count; made += 1) {
    const link = { organisationId: scope.organisationId, purpose: "answer-loop" as const, subjectId: id };
    issued.push(await issueLink(tx, { ...link, expiresAt }));
  }
  await set(tx, loop, {});
  await recordLoop(tx, scope, id, "links-made", today, { count: String(count) });
  return issued;
}

/** Links that can still be used or were used: a switched-off link that somebody answered with counts as well. */
async function usableLinks(tx: Transaction, organisationId: string, loopId: string): Promise<number> {
  const [row] = await tx
    .select({
      count: sql<number>`count(*) filter (where used_at is not null or (revoked_at is null and expires_at > now()))::int`,
    })
    .from(privateLinks)
    .where(ofLoop(organisationId, loopId));
  return row!.count;
}

function ofLoop(organisationId: string, loopId: string) {
  return and(
    eq(privateLinks.organisationId, organisationId),
    eq(privateLinks.purpose, "answer-loop"),
    eq(privateLinks.subjectId, loopId),
  );
}

/** Switches off every link of a loop that nobody has used, such as a batch of letters that went astray. Returns how many. */
export async function revokeUnusedLinks(scope: Scope, id: string, today: string): Promise<number> {
  requireAbility(scope, "workspace.edit");
  return inScope(scope, async (tx) => {
    const loop = await lockLoop(tx, scope.organisationId, id);
    const revoked = await tx
      .update(privateLinks)
      .set({ revokedAt: sql`now()` })
      .where(
        and(ofLoop(scope.organisationId, id), isNull(privateLinks.usedAt), isNull(privateLinks.revokedAt)),
      )
      .returning({ id: privateLinks.id });
    await set(tx, loop, {});
    if (revoked.length > 0)
      await recordLoop(tx, scope, id, "links-revoked", today, { count: String(revoked.length) });
    return revoked.length;
  });
}
