import { desc, eq, sql } from "drizzle-orm";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
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
      subject: mail.subject,
      body: mail.text,
      onceKey: mail.onceKey,
      linkId: mail.linkId,
      forgetRecipient: mail.forgetRecipient ?? false,
    })
    .onConflictDoNothing();
}

/** What became of the organisation's mail, newest first; never its text. */
export function listMail(scope: Scope, limit = 100) {
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
      })
      .from(mails)
      .where(eq(mails.organisationId, scope.organisationId))
      .orderBy(desc(mails.createdAt), desc(mails.id))
      .limit(limit),
  );
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
