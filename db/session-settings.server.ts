import { and, asc, eq } from "drizzle-orm";
import { checked } from "#app/domain/checked.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { LocalSettings } from "#app/domain/session/check-session.ts";
import { SchoolHoliday } from "#app/domain/session/school-holiday.ts";
import { AnnouncementInput } from "#app/domain/session/settings-input.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { calendarAnnouncements, schoolHolidays } from "./schema/session.ts";

/** What the organisation set down about its own year, for the check. */
export async function localSettingsIn(tx: Transaction, scope: Scope): Promise<LocalSettings> {
  const announced = await tx
    .select()
    .from(calendarAnnouncements)
    .where(
      and(
        eq(calendarAnnouncements.organisationId, scope.organisationId),
        eq(calendarAnnouncements.withdrawn, false),
      ),
    )
    .orderBy(asc(calendarAnnouncements.keptOn));
  const holidays = await tx
    .select()
    .from(schoolHolidays)
    .where(eq(schoolHolidays.organisationId, scope.organisationId))
    .orderBy(asc(schoolHolidays.startsOn));
  return {
    announcements: announced.map(({ keptOn, ...one }) => ({ ...one, date: keptOn })),
    schoolHolidays: holidays,
  };
}

/** The same with the ids, for the page that keeps them. */
export function listSettings(scope: Scope) {
  return inScope(scope, async (tx) => {
    const { announcements, schoolHolidays: holidays } = await localSettingsIn(tx, scope);
    return {
      announcements: announcements as (LocalSettings["announcements"][number] & { id: string })[],
      schoolHolidays: holidays as (SchoolHoliday & { id: string })[],
    };
  });
}

/** Owners alone: an announced date goes before every date we work out. @throws Refusal (403), (400) */
export async function recordAnnouncement(
  scope: Scope,
  input: AnnouncementInput,
  today: string,
): Promise<void> {
  requireAbility(scope, "organisation.manage");
  const values = checked(AnnouncementInput, input);
  await inScope(scope, (tx) =>
    tx.insert(calendarAnnouncements).values({
      ...values,
      organisationId: scope.organisationId,
      userId: scope.userId,
      recordedOn: today,
    }),
  );
}

/** Takes an announcement out of the checks; that it was made stays on file. @throws Refusal (403), (404) */
export async function withdrawAnnouncement(scope: Scope, id: string): Promise<void> {
  requireAbility(scope, "organisation.manage");
  await inScope(scope, async (tx) => {
    const found = await tx
      .update(calendarAnnouncements)
      .set({ withdrawn: true })
      .where(
        and(eq(calendarAnnouncements.organisationId, scope.organisationId), eq(calendarAnnouncements.id, id)),
      )
      .returning({ id: calendarAnnouncements.id });
    if (found.length === 0) throw Refusal.notFound("announcement");
  });
}

/** @throws Refusal (403), (400) */
export async function addSchoolHoliday(scope: Scope, input: SchoolHoliday): Promise<void> {
  requireAbility(scope, "workspace.edit");
  const values = checked(SchoolHoliday, input);
  await inScope(scope, (tx) =>
    tx.insert(schoolHolidays).values({ ...values, organisationId: scope.organisationId }),
  );
}

/** @throws Refusal (403), (404) */
export async function removeSchoolHoliday(scope: Scope, id: string): Promise<void> {
  requireAbility(scope, "workspace.edit");
  await inScope(scope, async (tx) => {
    const found = await tx
      .delete(schoolHolidays)
      .where(and(eq(schoolHolidays.organisationId, scope.organisationId), eq(schoolHolidays.id, id)))
      .returning({ id: schoolHolidays.id });
    if (found.length === 0) throw Refusal.notFound("school holiday");
  });
}
