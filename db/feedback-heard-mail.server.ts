import { createHash, createHmac, randomUUID } from "node:crypto";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { writtenDay } from "#app/domain/dates/written-day.ts";
import { londonDay } from "#app/domain/dates/days.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { UndeliveredMail } from "./attestation-links.server.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { heardMail } from "./feedback-mails.server.ts";
import { loadLoops } from "./feedback-load.server.ts";
import { lockLoop, type Confirmed } from "./feedback-loop.server.ts";
import { issueLoopLinksIn, type LinkWish } from "./feedback-links.server.ts";
import { linksTo } from "./invitation-links.server.ts";
import { queueMail } from "./mail.server.ts";
import { organisations } from "./schema/accounts.ts";
import { mails, privateLinks } from "./schema/mail.ts";

/**
 * Private links, each mailed to one address. Which address got which link can be read nowhere once a message has arrived: what
 * stays is a mark that only the installation's secret can make of an address. An address that was written to about the same loop
 * is pointed out, and gets a second message only when the sender, having read that, sends again (`confirmed`): its link from before
 * stops working then, whether it was used or not.
 * @param addresses in small letters; the same one twice gets one message
 * @param origin scheme, host and port for the address in the mail
 * @param secret of the installation
 * @returns how many messages wait to go
 * @throws Refusal (403), (404), (409) before there is an answer, (400) when there would be more links than people, or field
 * `confirmed` with an address that has had a message
 */
export async function mailLoopLinks(
  scope: Scope,
  id: string,
  addresses: readonly string[],
  { origin, secret }: { origin: string; secret: string },
  today: string,
  { confirmed = false }: Confirmed = {},
): Promise<number> {
  const each = [...new Set(addresses)];
  return inScope(scope, async (tx) => {
    // Held from here on, so that of two who send at once the second sees what the first sent.
    await lockLoop(tx, scope.organisationId, id);
    const earlier = await writtenTo(tx, scope, id, each);
    if (earlier.size > 0 && !confirmed)
      throw Refusal.invalid({
        confirmed: [...earlier].map(
          ([address, { on, failed }]) =>
            `${address} ${failed ? "was written to about this, and it did not arrive" : "has a message about this"} (${writtenDay(on)}). Take it out of the list, or send a new link on purpose.`,
        ),
      });
    const known = await numbersByMark(tx, scope, id);
    const wishes = each.map((address): LinkWish => {
      const mark = markOf(secret, id, address);
      const number = known.get(mark);
      return { way: "mail", mark, ...(number === undefined ? {} : { number }) };
    });
    const issued = await issueLoopLinksIn(tx, scope, id, wishes, today);
    const [organisation] = await tx
      .select({ name: organisations.name })
      .from(organisations)
      .where(eq(organisations.id, scope.organisationId));
    for (const [position, address] of each.entries()) {
      const { linkId, token, number } = issued[position]!;
      const key = onceKey(id, address);
      await queueMail(tx, {
        organisationId: scope.organisationId,
        kind: "heard",
        to: address,
        linkId,
        onceKey: earlier.has(address) ? `${key}:${randomUUID()}` : key,
        ...heardMail({ organisation: organisation!.name, number, url: `${origin}/heard/${token}` }),
      });
    }
    return each.length;
  });
}

/** Stands for an address beside its link. Whoever has the database without the secret cannot tell whose it is. */
function markOf(secret: string, loopId: string, address: string): string {
  return createHmac("sha256", secret).update(`heard ${loopId} ${address}`).digest("base64url");
}

/** The number that each address was given. */
async function numbersByMark(tx: Transaction, { organisationId }: Scope, loopId: string) {
  const links = await linksTo(tx, { organisationId, purpose: "answer-loop", subjectId: loopId });
  // A number that went to somebody else since is theirs.
  const latest = new Map(links.map(({ number, mark }) => [number, mark]));
  return new Map([...latest].flatMap(([number, mark]) => (mark ? [[mark, number] as const] : [])));
}

/** The address is in the row as well; the hash keeps keys short. */
function onceKey(loopId: string, address: string): string {
  return `heard:${createHash("sha256").update(`${loopId} ${address}`).digest("base64url")}`;
}

type Earlier = { on: string; failed: boolean };

/** Of these addresses, those that had a message about this loop: when last, and whether none has arrived or can still. */
async function writtenTo(
  tx: Transaction,
  { organisationId }: Scope,
  loopId: string,
  addresses: readonly string[],
): Promise<Map<string, Earlier>> {
  const keys = new Map(addresses.map((address) => [onceKey(loopId, address), address]));
  const rows = await tx
    .select({ key: mails.onceKey, state: mails.state, createdAt: mails.createdAt })
    .from(mails)
    .where(
      and(
        eq(mails.organisationId, organisationId),
        eq(mails.kind, "heard"),
        inArray(
          sql<string>`split_part(${mails.onceKey}, ':', 1) || ':' || split_part(${mails.onceKey}, ':', 2)`,
          [...keys.keys()],
        ),
      ),
    )
    .orderBy(mails.createdAt);
  const found = new Map<string, Earlier>();
  for (const { key, state, createdAt } of rows) {
    const address = keys.get(key!.split(":").slice(0, 2).join(":"))!;
    const before = found.get(address);
    found.set(address, {
      on: londonDay(createdAt.toISOString()),
      failed: state === "failed" && (before?.failed ?? true),
    });
  }
  return found;
}

/**
 * Messages about a loop that have not arrived, those that were given up first. Those that have arrived are tied to no loop any
 * more, and whether a link was used is told of none. @throws Refusal (403), (404)
 */
export function listLoopMail(scope: Scope, id: string): Promise<UndeliveredMail[]> {
  requireAbility(scope, "workspace.edit");
  return inScope(scope, async (tx) => {
    const [loop] = await loadLoops(tx, scope.organisationId, [id]);
    if (!loop) throw Refusal.notFound("loop");
    return tx
      .select({
        address: mails.recipient,
        state: mails.state,
        attempts: mails.attempts,
        lastError: mails.lastError,
      })
      .from(mails)
      .innerJoin(privateLinks, eq(privateLinks.id, mails.linkId))
      .where(
        and(
          eq(mails.organisationId, scope.organisationId),
          eq(mails.kind, "heard"),
          eq(privateLinks.purpose, "answer-loop"),
          eq(privateLinks.subjectId, id),
          isNull(privateLinks.revokedAt),
        ),
      )
      .orderBy(sql`${mails.state} <> 'failed'`, mails.createdAt);
  });
}
