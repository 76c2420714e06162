import { and, desc, eq, sql } from "drizzle-orm";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { database, inScope, type Transaction } from "./client.server.ts";
import { mails } from "./schema/mail.ts";

export type NewMail = {
  /** Null for mail between Kept and one person, such as a password reset. */
  organisationId: string | null;
  /** What sort of message it is, for the list that owners see: `invitation`, `digest`, … */
  kind: string;
  to: string;
  subject: string;
  /** Plain text, addresses written out: it reads well aloud and in every mail program. */
  text: string;
  /** The same key is queued once only, whoever asks and however often: `due:<id>:<date>`. */
  onceKey?: string;
  /** The private link that it carries: so that a message that did not arrive can be sent again. Forgotten once it has arrived. */
  linkId?: string;
  /** Where a mail program stops letters of this kind with one press, without signing in (RFC 8058). */
  unsubscribeUrl?: string;
  /** The address was given for this message alone: it is forgotten with the text. */
  forgetRecipient?: boolean;
};

/** Call it in the transaction of the change that the message tells about: both happen or neither. */
export async function queueMail(tx: Transaction, mail: NewMail): Promise<void> {
  await tx
    .insert(mails)
    .values({
      organisationId: mail.organisationId,
      kind: mail.kind,
      recipient: mail.to,
      subject: oneLine(mail.subject),
      body: mail.text,
      onceKey: mail.onceKey,
      linkId: mail.linkId,
      unsubscribeUrl: mail.unsubscribeUrl,
      forgetRecipient: mail.forgetRecipient ?? false,
    })
    .onConflictDoNothing();
}

/** A subject is one line, whatever a name in it holds: nothing after a line break can become a header of its own. */
function oneLine(subject: string): string {
  return subject.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}

/** What became of the organisation's mail: what has not arrived first, then newest first; never its text. */
export function listMail(scope: Scope, limit = 200) {
  requireAbility(scope, "members.manage");
  return inScope(scope, (tx) =>
    tx
      .select({
        id: mails.id,
        kind: mails.kind,
        recipient: mails.recipient,
        subject: mails.subject,
        state: mails.state,
        attempts: mails.attempts,
        dueAt: mails.dueAt,
        lastError: mails.lastError,
        createdAt: mails.createdAt,
        finishedAt: mails.finishedAt,
        textHeld: sql<boolean>`${mails.body} is not null`,
      })
      .from(mails)
      .where(eq(mails.organisationId, scope.organisationId))
      .orderBy(sql`${mails.state} = 'sent'`, desc(mails.createdAt), desc(mails.id))
      .limit(limit),
  );
}

/**
 * Puts given-up mail back into the queue, under the Message-ID it had: two owners who ask at once send it once.
 * @throws Refusal (403), (404), (409) when it was not given up or its text is no longer held
 */
export async function tryMailAgain(scope: Scope, id: string): Promise<void> {
  requireAbility(scope, "members.manage");
  await inScope(scope, async (tx) => {
    const own = and(eq(mails.organisationId, scope.organisationId), sql`${mails.id}::text = ${id}`);
    const [mail] = await tx
      .select({ state: mails.state, textHeld: sql<boolean>`${mails.body} is not null` })
      .from(mails)
      .where(own)
      .for("update");
    if (!mail) throw Refusal.notFound("message");
    if (mail.state !== "failed")
      throw Refusal.conflict("This message has not been given up: it needs no other try.");
    if (!mail.textHeld)
      throw Refusal.conflict("The text of this message is no longer held. Do again what it was written for.");
    await tx
      .update(mails)
      .set({
        state: "queued",
        attempts: 0,
        lastError: null,
        finishedAt: null,
        dueAt: sql`now()`,
        triedAgainAt: sql`now()`,
      })
      .where(own);
  });
}

/** A transaction that sees every organisation's mail. For delivery and for the outbox of a machine without a mail server. */
export function asPostman<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return database().transaction(async (tx) => {
    await tx.execute(sql`select set_config('kept.postman', 'on', true)`);
    return work(tx);
  });
}

/** Undelivered messages with their text, newest first. Show it on this machine only: it holds everybody's private addresses. */
export function listLocalOutbox(limit = 50) {
  return asPostman((tx) =>
    tx
      .select({
        id: mails.id,
        recipient: mails.recipient,
        subject: mails.subject,
        body: mails.body,
        createdAt: mails.createdAt,
      })
      .from(mails)
      .where(eq(mails.state, "queued"))
      .orderBy(desc(mails.createdAt), desc(mails.id))
      .limit(limit),
  );
}
