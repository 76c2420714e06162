import nodemailer, { type Transporter } from "nodemailer";
import { and, asc, eq, gt, isNotNull, lte, or, sql } from "drizzle-orm";
import { isPermanent, keepGivenUpDays, retryAfter } from "#app/domain/organisation/mail-retry.ts";
import { asPostman } from "#db/mail.server.ts";
import { mails } from "#db/schema/mail.ts";
import { lookAgain, type LookOptions } from "./look-again.ts";

export type Postbox = { transport: Transporter; from: string };

/** `smtpUrl` as nodemailer takes it: smtp://user:password@host:587 or smtps://… */
export function openPostbox({ smtpUrl, from }: { smtpUrl: string; from: string }): Postbox {
  const patience = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 };
  return { transport: nodemailer.createTransport({ url: smtpUrl, ...patience }), from };
}

// No wait is this long: a time further off was set by a clock that ran ahead and has been put right.
const isDue = or(lte(mails.dueAt, sql`now()`), gt(mails.dueAt, sql`now() + interval '1 day'`));

type Tally = { sent: number; failed: number; later: number };

/**
 * Sends what is due, oldest first, until nothing is left or `limit` were tried. Any number of processes may do so at once.
 * Each message is sent inside the transaction that marks it: whoever holds the row is sending it, and the row of a process
 * that dies is free at once. If that happens between the server's answer and the commit, the message goes again under the same
 * Message-ID, so that mailboxes can tell. That moment is the only one in which it can.
 */
export async function deliverMail(postbox: Postbox, limit = 200): Promise<Tally> {
  const tally: Tally = { sent: 0, failed: 0, later: 0 };
  await forgetGivenUp();
  for (let tried = 0; tried < limit; tried += 1) {
    const outcome = await deliverNext(postbox);
    if (!outcome) break;
    tally[outcome] += 1;
  }
  return tally;
}

/** The text of what was given up goes after a while: it may hold people's words. */
function forgetGivenUp(): Promise<unknown> {
  return asPostman((tx) =>
    tx
      .update(mails)
      .set({ body: null, unsubscribeUrl: null })
      .where(
        and(
          eq(mails.state, "failed"),
          isNotNull(mails.body),
          lte(mails.finishedAt, sql`now() - make_interval(days => ${keepGivenUpDays})`),
        ),
      ),
  );
}

function deliverNext(postbox: Postbox): Promise<keyof Tally | undefined> {
  return asPostman(async (tx) => {
    const [mail] = await tx
      .select({
        id: mails.id,
        recipient: mails.recipient,
        subject: mails.subject,
        body: mails.body,
        unsubscribeUrl: mails.unsubscribeUrl,
        attempts: mails.attempts,
        forgetRecipient: mails.forgetRecipient,
        organisationId: mails.organisationId,
        ageSeconds: sql<number>`extract(epoch from now() - coalesce(${mails.triedAgainAt}, ${mails.createdAt}))::float8`,
      })
      .from(mails)
      .where(and(eq(mails.state, "queued"), isDue))
      .orderBy(asc(mails.dueAt), asc(mails.id))
      .limit(1)
      .for("update", { skipLocked: true });
    if (!mail) return undefined;
    const attempts = mail.attempts + 1;
    const problem = await send(postbox, mail);
    const waitSeconds = problem?.permanent ? undefined : retryAfter(attempts, mail.ageSeconds);
    const finished = {
      body: null,
      unsubscribeUrl: null,
      finishedAt: sql`now()`,
      ...(mail.forgetRecipient ? { recipient: "forgotten" } : {}),
    };
    if (!problem) {
      await tx
        .update(mails)
        .set({ ...finished, state: "sent", attempts, lastError: null, linkId: null })
        .where(eq(mails.id, mail.id));
      return "sent";
    }
    if (waitSeconds === undefined) {
      await tx
        .update(mails)
        .set({
          ...finished,
          // Nobody can ask for another try of what is between Kept and one person, or whose address is forgotten.
          ...(mail.organisationId && !mail.forgetRecipient
            ? { body: mail.body, unsubscribeUrl: mail.unsubscribeUrl }
            : {}),
          state: "failed",
          attempts,
          // What a server says may repeat the address.
          lastError: mail.forgetRecipient ? "It could not be delivered." : problem.reason,
        })
        .where(eq(mails.id, mail.id));
      return "failed";
    }
    await tx
      .update(mails)
      .set({ attempts, lastError: problem.reason, dueAt: sql`now() + make_interval(secs => ${waitSeconds})` })
      .where(eq(mails.id, mail.id));
    return "later";
  });
}

type Problem = { reason: string; permanent: boolean };

async function send(
  { transport, from }: Postbox,
  mail: {
    id: string;
    recipient: string;
    subject: string;
    body: string | null;
    unsubscribeUrl: string | null;
  },
): Promise<Problem | undefined> {
  try {
    await transport.sendMail({
      from,
      to: { name: "", address: mail.recipient },
      subject: mail.subject,
      text: mail.body ?? "",
      messageId: messageId(mail.id, from),
      headers: {
        "Auto-Submitted": "auto-generated",
        ...(mail.unsubscribeUrl
          ? {
              "List-Unsubscribe": `<${mail.unsubscribeUrl}>`,
              "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            }
          : {}),
      },
    });
    return undefined;
  } catch (error) {
    const { responseCode, command } = error as { responseCode?: number; command?: string };
    const reason = error instanceof Error ? error.message : String(error);
    return { reason: reason.slice(0, 500), permanent: isPermanent(responseCode, command) };
  }
}

/** The same for every attempt at one message. */
function messageId(id: string, from: string): string {
  const domain = /@([^\s>]+)/.exec(from)?.[1] ?? "kept.invalid";
  return `<${id}@${domain}>`;
}

/** Delivers now and again, every ten seconds unless told otherwise. Returns what stops it: that waits for the message under way. */
export function startMailWorker(
  settings: { smtpUrl: string; from: string },
  options: LookOptions = {},
): () => Promise<void> {
  const postbox = openPostbox(settings);
  const stop = lookAgain(() => deliverMail(postbox), { everyMs: 10_000, ...options });
  return async () => {
    await stop();
    postbox.transport.close();
  };
}
