import { and, asc, eq, gt, lte, ne, or, isNull, sql, type SQLWrapper } from "drizzle-orm";
import { londonDay } from "#app/domain/dates/days.ts";
import { retryAfter } from "#app/domain/organisation/mail-retry.ts";
import { proveScope } from "#app/domain/organisation/scope.ts";
import type { DueItem } from "#app/domain/reminder/due-items.ts";
import { asPublic, inOrganisation, type Transaction } from "#db/client.server.ts";
import { listDue } from "#db/reminder.server.ts";
import { memberships, organisations } from "#db/schema/accounts.ts";
import { reminderRuns, reminders } from "#db/schema/reminder.ts";
import { anybodyToWrite, queueLetters } from "./reminder-letters.ts";
import { lookAgain, type LookOptions } from "./look-again.ts";

type Organisation = { id: string; slug: string; name: string; demonstration: boolean };
type Settings = { origin: string };
const atOnce = 50;

/**
 * Looks once a day, and in each hour in which somebody is to be written to, for every organisation, at what is due; notes what is new and queues the letters whose time has come. Any
 * number of processes may do so at once: the organisation's row is held by one, an item's key and a letter's key are unique, and
 * all of it commits together or not at all. An hour in which nobody looked is not made up for: what is due then is due now.
 *
 * @param now ISO instant
 * @returns how many organisations this process looked at
 */
export async function sweepReminders(settings: Settings, now: string): Promise<number> {
  let looked = 0;
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const page = await whoseHourHasCome(after, now);
    for (const organisation of page) if (await lookAt(organisation, settings, now)) looked += 1;
    if (page.length < atOnce) return looked;
    after = page.at(-1)!.id;
  }
}

/** Organisations that nobody has looked at in this hour, by id: one question, however many there are. */
function whoseHourHasCome(after: string, now: string): Promise<Organisation[]> {
  return asPublic(async (tx) => {
    await tx.execute(sql`select set_config('kept.jobs', 'on', true)`);
    const { id, slug, name, demonstration } = organisations;
    return tx
      .select({ id, slug, name, demonstration })
      .from(organisations)
      .leftJoin(reminderRuns, eq(reminderRuns.organisationId, organisations.id))
      .where(and(gt(id, after), or(isNull(reminderRuns.organisationId), waiting(now))))
      .orderBy(asc(id))
      .limit(atOnce);
  });
}

async function lookAt(organisation: Organisation, settings: Settings, now: string): Promise<boolean> {
  const today = londonDay(now);
  const { id } = organisation;
  try {
    const { owner, needed } = await inOrganisation(id, null, async (tx) => {
      const run = await runOf(tx, id);
      return {
        owner: await firstOwner(tx, id),
        needed:
          run.checkedOn !== today ||
          run.attempts > 0 ||
          (!organisation.demonstration && (await anybodyToWrite(tx, id, now))),
      };
    });
    if (!owner) return false;
    if (!needed) return await inOrganisation(id, null, (tx) => passOver(tx, id, now));
    const scope = proveScope({ organisationId: id, userId: owner, role: "owner" });
    // Before the row is held: nobody waits for a second connection while holding one.
    const items = await listDue(scope, today);
    return await inOrganisation(id, null, async (tx) => {
      if (!(await claim(tx, id, now))) return false;
      await note(tx, id, items, today);
      // An invented organisation writes to nobody.
      if (!organisation.demonstration) await queueLetters(tx, organisation, settings, items, now);
      await tx
        .update(reminderRuns)
        .set({
          checkedOn: today,
          found: items.length,
          attempts: 0,
          lastError: null,
          finishedAt: new Date(now),
        })
        .where(eq(reminderRuns.organisationId, id));
      return true;
    });
  } catch (error) {
    await noteFailure(id, error, now);
    return false;
  }
}

const hour = (at: SQLWrapper) => sql`date_trunc('hour', ${at})`;

// Another hour than the last, not a later one: after a clock that ran ahead was put right, looking goes on.
const waiting = (now: string) =>
  and(
    or(isNull(reminderRuns.finishedAt), ne(hour(reminderRuns.finishedAt), hour(sql`${now}::timestamptz`))),
    or(
      eq(reminderRuns.attempts, 0),
      lte(reminderRuns.retryAt, new Date(now)),
      // Nor is any wait longer than a day: the clock ran ahead when it was set.
      gt(reminderRuns.retryAt, new Date(Date.parse(now) + 25 * 3600 * 1000)),
    ),
  );

async function runOf(tx: Transaction, id: string) {
  await tx.insert(reminderRuns).values({ organisationId: id }).onConflictDoNothing();
  const [run] = await tx.select().from(reminderRuns).where(eq(reminderRuns.organisationId, id));
  return run!;
}

/** Today was looked at and nobody is to be written to in this hour: the next hour asks again. */
async function passOver(tx: Transaction, id: string, now: string): Promise<boolean> {
  if (!(await claim(tx, id, now))) return false;
  await tx
    .update(reminderRuns)
    .set({ finishedAt: new Date(now) })
    .where(eq(reminderRuns.organisationId, id));
  return true;
}

async function claim(tx: Transaction, id: string, now: string): Promise<boolean> {
  const rows = await tx
    .select({ id: reminderRuns.organisationId })
    .from(reminderRuns)
    .where(and(eq(reminderRuns.organisationId, id), waiting(now)))
    .for("update", { skipLocked: true });
  return rows.length > 0;
}

async function note(tx: Transaction, organisationId: string, items: readonly DueItem[], today: string) {
  if (items.length === 0) return;
  await tx
    .insert(reminders)
    .values(items.map(({ key, kind, dueOn }) => ({ organisationId, key, kind, dueOn, noticedOn: today })))
    .onConflictDoNothing();
}

async function firstOwner(tx: Transaction, id: string): Promise<string | undefined> {
  const [owner] = await tx
    .select({ userId: memberships.userId })
    .from(memberships)
    .where(and(eq(memberships.organisationId, id), eq(memberships.role, "owner")))
    .orderBy(asc(memberships.createdAt), asc(memberships.userId))
    .limit(1);
  return owner?.userId;
}

/** The words of an error may hold people's words: owners read that it failed and when it is tried again, the log the rest. */
async function noteFailure(id: string, error: unknown, now: string): Promise<void> {
  await inOrganisation(id, null, async (tx) => {
    const [run] = await tx.select().from(reminderRuns).where(eq(reminderRuns.organisationId, id));
    const attempts = (run?.attempts ?? 0) + 1;
    const seconds = retryAfter(attempts, 0) ?? 24 * 3600;
    await tx
      .update(reminderRuns)
      .set({
        attempts,
        lastError: error instanceof Error ? error.name : "Error",
        retryAt: new Date(Date.parse(now) + seconds * 1000),
      })
      .where(eq(reminderRuns.organisationId, id));
  });
}

/** Looks now and again, every ten minutes unless told otherwise. Returns what stops it. */
export function startReminderWorker(settings: Settings, options: LookOptions = {}): () => Promise<void> {
  return lookAgain(() => sweepReminders(settings, new Date().toISOString()), {
    everyMs: 600_000,
    ...options,
  });
}
