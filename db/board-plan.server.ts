import { and, desc, eq, lte, sql } from "drizzle-orm";
import { z } from "zod";
import { checked } from "#app/domain/checked.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { boardMeetings, boardSettings } from "./schema/review.ts";

export type BoardSettings = { fourEyes: boolean; nextMeetingOn: string | null; version: number };

export async function settingsOf(tx: Transaction, scope: Scope): Promise<BoardSettings> {
  const [row] = await tx
    .select()
    .from(boardSettings)
    .where(eq(boardSettings.organisationId, scope.organisationId));
  return row ?? { fourEyes: false, nextMeetingOn: null, version: 0 };
}

export function findBoardSettings(scope: Scope): Promise<BoardSettings> {
  return inScope(scope, (tx) => settingsOf(tx, scope));
}

const meetingHeldBy = (today: string) =>
  z.object({
    heldOn: z.iso
      .date("Give the day as year-month-day, such as 2026-03-31.")
      .refine((day) => day <= today, "This day is to come. Set it as the next meeting instead."),
    title: z
      .string()
      .trim()
      .min(1, "Name the meeting, such as “Spring board”.")
      .max(200, "Use 200 characters at most."),
  });

/** @throws Refusal 400 for a day to come or one that has a meeting, 403 */
export async function recordMeeting(
  scope: Scope,
  input: { heldOn: string; title: string },
  today: string,
): Promise<void> {
  requireAbility(scope, "board.plan");
  const meeting = checked(meetingHeldBy(today), input);
  await inScope(scope, async (tx) => {
    const made = await tx
      .insert(boardMeetings)
      .values({ ...meeting, organisationId: scope.organisationId })
      .onConflictDoNothing()
      .returning({ id: boardMeetings.id });
    if (made.length === 0) throw Refusal.invalid({ heldOn: ["A meeting on this day is recorded already."] });
    await tx
      .update(boardSettings)
      .set({ nextMeetingOn: null })
      .where(
        and(
          eq(boardSettings.organisationId, scope.organisationId),
          lte(boardSettings.nextMeetingOn, meeting.heldOn),
        ),
      );
  });
}

/** Newest first. */
export function listMeetings(scope: Scope, limit = 24) {
  return inScope(scope, (tx) =>
    tx
      .select()
      .from(boardMeetings)
      .where(eq(boardMeetings.organisationId, scope.organisationId))
      .orderBy(desc(boardMeetings.heldOn))
      .limit(limit),
  );
}

export async function lastMeetingOn(tx: Transaction, scope: Scope, today: string): Promise<string | null> {
  const [row] = await tx
    .select({ on: boardMeetings.heldOn })
    .from(boardMeetings)
    .where(and(eq(boardMeetings.organisationId, scope.organisationId), lte(boardMeetings.heldOn, today)))
    .orderBy(desc(boardMeetings.heldOn))
    .limit(1);
  return row?.on ?? null;
}

/** @throws Refusal 400 for a day that has passed, 403 */
export async function planMeeting(scope: Scope, nextMeetingOn: string | null, today: string): Promise<void> {
  requireAbility(scope, "board.plan");
  if (nextMeetingOn !== null && nextMeetingOn < today)
    throw Refusal.invalid({ nextMeetingOn: ["This day has passed. Record the meeting instead."] });
  await saveSettings(scope, { nextMeetingOn });
}

/** The board's own rule: nobody whose work is reviewed can switch it off. @throws Refusal 403 for owners and editors */
export async function askForFourEyes(scope: Scope, fourEyes: boolean): Promise<void> {
  requireAbility(scope, "review.write");
  await saveSettings(scope, { fourEyes });
}

function saveSettings(scope: Scope, change: Partial<BoardSettings>): Promise<unknown> {
  return inScope(scope, (tx) =>
    tx
      .insert(boardSettings)
      .values({ organisationId: scope.organisationId, ...change })
      .onConflictDoUpdate({
        target: boardSettings.organisationId,
        set: { ...change, version: sql`${boardSettings.version} + 1` },
      }),
  );
}
