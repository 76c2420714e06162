import { and, asc, eq, gt, sql } from "drizzle-orm";
import { addDays, londonDay } from "#app/domain/dates/days.ts";
import { checkInToAsk } from "#app/domain/feedback/open-door.ts";
import { asPublic, inOrganisation, type Transaction } from "#db/client.server.ts";
import { readersWithin } from "#db/board-readers.server.ts";
import { boardMail, checkInMail } from "#db/feedback-mails.server.ts";
import { queueMail } from "#db/mail.server.ts";
import { issueLink } from "#db/private-link.server.ts";
import { organisations, users } from "#db/schema/accounts.ts";
import {
  boardNotices,
  challengeCheckIns,
  checkInContacts,
  protectedChallenges,
} from "#db/schema/feedback.ts";
import { reminderChoices } from "#db/schema/reminder.ts";
import { unsealAddress } from "#db/sealed-address.server.ts";
import { lookAgain, type LookOptions } from "./look-again.ts";

type Settings = { origin: string; secret: string };
type Organisation = { id: string; slug: string; name: string; demonstration: boolean };

const linkDays = 60;

/** Organisations whose look failed; the others were looked through all the same. */
export class CheckInSweepError extends AggregateError {
  override readonly name = "CheckInSweepError";
}

/**
 * Writes to those who spoke under protection and asked to be written to, after 30, 90 and 180 days, and tells the board that
 * something waits for it. Any number of processes may do so at once: a row is held by one, and what was queued is noted in the
 * same transaction, so that nothing is sent twice. These messages belong to no organisation: its owners cannot list them. What
 * fails in one organisation undoes and stops nothing in another; the next look tries it again.
 * @param now ISO instant
 * @throws CheckInSweepError at the end, with the error of each organisation that failed
 */
export async function sweepCheckIns(settings: Settings, now: string): Promise<void> {
  const failed: Error[] = [];
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const page: Organisation[] = await asPublic((tx) =>
      tx
        .select()
        .from(organisations)
        .where(gt(organisations.id, after))
        .orderBy(asc(organisations.id))
        .limit(50),
    );
    for (const organisation of page)
      try {
        await lookThrough(organisation, settings, now);
      } catch (cause) {
        failed.push(new Error(`The check-ins of ${organisation.slug} failed.`, { cause }));
      }
    if (page.length < 50) break;
    after = page.at(-1)!.id;
  }
  if (failed.length > 0)
    throw new CheckInSweepError(failed, `${failed.length} organisations could not be looked through.`);
}

function lookThrough(organisation: Organisation, settings: Settings, now: string): Promise<void> {
  return inOrganisation(organisation.id, null, async (tx) => {
    await tx.execute(sql`select set_config('kept.jobs', 'on', true)`);
    await writeToWriters(tx, organisation, settings, now);
    // An invented organisation writes to nobody.
    if (!organisation.demonstration) await writeToBoard(tx, organisation, settings, londonDay(now));
  });
}

async function writeToWriters(
  tx: Transaction,
  { id: organisationId }: Organisation,
  settings: Settings,
  now: string,
) {
  const today = londonDay(now);
  const contacts = await tx
    .select()
    .from(checkInContacts)
    .where(eq(checkInContacts.organisationId, organisationId))
    .for("update", { skipLocked: true });
  for (const { challengeId, sealed, askedDay } of contacts) {
    const [challenge] = await tx
      .select({ receivedOn: protectedChallenges.receivedOn })
      .from(protectedChallenges)
      .where(eq(protectedChallenges.id, challengeId));
    const answered = await tx
      .select({ day: challengeCheckIns.day })
      .from(challengeCheckIns)
      .where(eq(challengeCheckIns.challengeId, challengeId));
    const { receivedOn } = challenge!;
    const day = checkInToAsk(receivedOn, new Set(answered.map((one) => one.day)), askedDay, today);
    const own = eq(checkInContacts.challengeId, challengeId);
    const address = day && unsealAddress(sealed, settings.secret);
    if (day && address) {
      const expiresAt = new Date(Date.parse(now) + linkDays * 24 * 60 * 60 * 1000);
      const link = { organisationId, purpose: "check-in" as const, subjectId: challengeId, expiresAt };
      const { token } = await issueLink(tx, link);
      await queueMail(tx, {
        organisationId: null,
        kind: "check-in",
        to: address,
        forgetRecipient: true,
        ...checkInMail({ url: `${settings.origin}/check-in/${token}` }),
      });
      await tx.update(checkInContacts).set({ askedDay: day }).where(own);
    }
    if (today >= addDays(receivedOn, 180)) await tx.delete(checkInContacts).where(own);
  }
}

/** Once for each thing that waits: what came in, and that something happened to somebody. */
async function writeToBoard(
  tx: Transaction,
  organisation: Organisation,
  { origin }: Settings,
  today: string,
) {
  const { id: organisationId, name, slug } = organisation;
  const received = await tx
    .select({ id: protectedChallenges.id })
    .from(protectedChallenges)
    .where(eq(protectedChallenges.organisationId, organisationId));
  const harm = await tx
    .select({ id: challengeCheckIns.id })
    .from(challengeCheckIns)
    .where(and(eq(challengeCheckIns.organisationId, organisationId), eq(challengeCheckIns.happened, "yes")));
  const keys = [...received.map(({ id }) => `received:${id}`), ...harm.map(({ id }) => `harm:${id}`)];
  if (keys.length === 0) return;
  const quiet = await quietOn(tx, organisationId, today);
  for (const { userId } of await readersWithin(tx, organisationId)) {
    // It goes on the next day that is not theirs; nothing of it is noted until then.
    if (quiet.has(userId)) continue;
    const fresh = await tx
      .insert(boardNotices)
      .values(keys.map((key) => ({ organisationId, userId, key, queuedOn: today })))
      .onConflictDoNothing()
      .returning({ key: boardNotices.key });
    if (fresh.length === 0) continue;
    const [reader] = await tx.select({ email: users.email }).from(users).where(eq(users.id, userId));
    await queueMail(tx, {
      organisationId: null,
      kind: "board",
      to: reader!.email,
      ...boardMail({ organisation: name, url: `${origin}/o/${slug}/feedback/protected` }),
    });
  }
}

/** Members who asked for no letter on this day. */
async function quietOn(tx: Transaction, organisationId: string, today: string): Promise<Set<string>> {
  const choices = await tx
    .select({ userId: reminderChoices.userId, days: reminderChoices.quietOn })
    .from(reminderChoices)
    .where(eq(reminderChoices.organisationId, organisationId));
  return new Set(choices.flatMap(({ userId, days }) => (days.includes(today) ? [userId] : [])));
}

/** Looks now and again, every ten minutes unless told otherwise. Returns what stops it. */
export function startCheckInWorker(settings: Settings, options: LookOptions = {}): () => Promise<void> {
  return lookAgain(() => sweepCheckIns(settings, new Date().toISOString()), { everyMs: 600_000, ...options });
}
