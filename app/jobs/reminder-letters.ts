import { and, eq, sql } from "drizzle-orm";
import { addDays, londonDay } from "#app/domain/dates/days.ts";
import { type Choice, digestMail } from "#app/domain/reminder/digest.ts";
import { type DueItem, itemsFor } from "#app/domain/reminder/due-items.ts";
import { mayWrite, weekBeforeFirst, weekToWrite } from "#app/domain/reminder/letter-time.ts";
import { wanted } from "#app/domain/reminder/topics.ts";
import type { Transaction } from "#db/client.server.ts";
import { queueMail } from "#db/mail.server.ts";
import { issueLink } from "#db/private-link.server.ts";
import { unchosen } from "#db/reminder.server.ts";
import { memberships, users } from "#db/schema/accounts.ts";
import { reminderChoices, reminderLetters, reminderTold } from "#db/schema/reminder.ts";

type Organisation = { id: string; slug: string; name: string };
type Reader = { userId: string; email: string };
type Letter = { organisation: Organisation; origin: string; now: string };

/** How long the link that stops the letters works. */
const stopDays = 365;

/**
 * Whether anybody is to be thought about now: somebody who hears at once and may be written to, or whose weekly letter has its
 * day. What is due need not be worked out for nobody.
 * @param now ISO instant
 */
export async function anybodyToWrite(tx: Transaction, organisationId: string, now: string): Promise<boolean> {
  await tx.execute(sql`select set_config('kept.jobs', 'on', true)`);
  return (await readersOf(tx, organisationId)).some(({ choice, lastWeek }) => {
    const chosen = choice ?? unchosen;
    if (chosen.digest === "at-once") return mayWrite(chosen, now);
    return lastWeek === null || weekToWrite(chosen, lastWeek, now) !== undefined;
  });
}

/**
 * Queues what each member is to be told now: the weekly letter on its day, or at once what they have not been told yet. Call it
 * while holding the organisation's run: what was queued for whom is noted in the same transaction.
 * @param now ISO instant
 */
export async function queueLetters(
  tx: Transaction,
  organisation: Organisation,
  { origin }: { origin: string },
  items: readonly DueItem[],
  now: string,
): Promise<void> {
  await tx.execute(sql`select set_config('kept.jobs', 'on', true)`);
  const letter = { organisation, origin, now };
  for (const { role, choice, lastWeek, ...reader } of await readersOf(tx, organisation.id)) {
    const chosen = choice ?? unchosen;
    const own = wanted(itemsFor(role, items), chosen.without);
    if (chosen.digest === "at-once") await tellAtOnce(tx, letter, reader, chosen, own);
    else await tellWeekly(tx, letter, reader, chosen, own, lastWeek);
  }
}

function readersOf(tx: Transaction, organisationId: string) {
  const theirs = (table: typeof reminderChoices | typeof reminderLetters) =>
    and(eq(table.organisationId, memberships.organisationId), eq(table.userId, memberships.userId));
  return tx
    .select({
      userId: memberships.userId,
      role: memberships.role,
      email: users.email,
      choice: reminderChoices,
      lastWeek: reminderLetters.weekOn,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .leftJoin(reminderChoices, theirs(reminderChoices))
    .leftJoin(reminderLetters, theirs(reminderLetters))
    .where(eq(memberships.organisationId, organisationId));
}

async function tellWeekly(
  tx: Transaction,
  letter: Letter,
  reader: Reader,
  choice: Choice,
  items: readonly DueItem[],
  lastWeek: string | null,
) {
  // Somebody who never had a letter waits for the day they chose: the last such day counts as past.
  const first = lastWeek === null ? weekBeforeFirst(choice, letter.now) : undefined;
  const weekOn = first ?? weekToWrite(choice, lastWeek, letter.now);
  if (weekOn === undefined) return;
  const organisationId = letter.organisation.id;
  await tx
    .insert(reminderLetters)
    .values({ organisationId, userId: reader.userId, weekOn })
    .onConflictDoUpdate({
      target: [reminderLetters.organisationId, reminderLetters.userId],
      set: { weekOn },
    });
  if (items.length > 0 && first === undefined)
    await write(tx, letter, reader, items, `digest:${organisationId}:${reader.userId}:${weekOn}`);
}

async function tellAtOnce(
  tx: Transaction,
  letter: Letter,
  reader: Reader,
  choice: Choice,
  items: readonly DueItem[],
) {
  if (items.length === 0 || !mayWrite(choice, letter.now)) return;
  const organisationId = letter.organisation.id;
  const told = await tx
    .insert(reminderTold)
    .values(items.map(({ key }) => ({ organisationId, userId: reader.userId, key })))
    .onConflictDoNothing()
    .returning({ key: reminderTold.key });
  const fresh = new Set(told.map(({ key }) => key));
  const news = items.filter(({ key }) => fresh.has(key));
  if (news.length > 0) await write(tx, letter, reader, news);
}

async function write(
  tx: Transaction,
  { organisation, origin, now }: Letter,
  { userId, email }: Reader,
  items: readonly DueItem[],
  onceKey?: string,
) {
  const { token } = await issueLink(tx, {
    organisationId: organisation.id,
    purpose: "stop-letters",
    subjectId: userId,
    expiresAt: new Date(`${addDays(londonDay(now), stopDays)}T00:00:00Z`),
  });
  await queueMail(tx, {
    organisationId: organisation.id,
    kind: "digest",
    to: email,
    ...digestMail({
      organisation: organisation.name,
      slug: organisation.slug,
      origin,
      stopUrl: `${origin}/letters/${token}`,
      items,
    }),
    unsubscribeUrl: `${origin}/letters/${token}/at-once`,
    onceKey,
  });
}
