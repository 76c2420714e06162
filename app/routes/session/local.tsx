import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { announcedOccurrence } from "#app/domain/calendar/announced-occurrence.ts";
import { GUIDES, type Announcement } from "#app/domain/calendar/index.ts";
import { isBankHoliday, traditionName } from "#app/domain/calendar/tradition-names.ts";
import { expressDate } from "#app/domain/calendar/uncertainty.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { again, readForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import {
  addSchoolHoliday,
  listSettings,
  recordAnnouncement,
  removeSchoolHoliday,
  withdrawAnnouncement,
} from "#db/session-settings.server.ts";
import { Breadcrumbs } from "#app/ui/page/breadcrumbs.tsx";
import { LocalDatesPage } from "#app/ui/session/local-dates-page.tsx";

export const meta = () => [{ title: "Announced dates and school holidays – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const { announcements, schoolHolidays } = await listSettings(scope);
  return {
    announcements: announcements.map((one) => {
      const { id, tradition, observance, date, authority, source, recordedOn } = one;
      const taken = datesTaken(one, announcements);
      return { id, tradition, observance, date, authority, source, recordedOn, taken };
    }),
    schoolHolidays: schoolHolidays.map(({ id, name, startsOn, endsOn }) => ({ id, name, startsOn, endsOn })),
    observances: GUIDES.filter(({ tradition }) => !isBankHoliday(tradition))
      .map(({ tradition, id, name }) => ({
        value: `${tradition}/${id}`,
        label: `${name} (${traditionName(tradition)})`,
      }))
      .sort((a, b) => a.label.localeCompare(b.label, "en")),
    mayAnnounce: can(scope.role, "organisation.manage"),
    mayEdit: can(scope.role, "workspace.edit"),
  };
});

/** What the checks take the occurrence's dates to be, now that this was announced. */
function datesTaken(one: Announcement, all: readonly Announcement[]): string | undefined {
  const occurrence = announcedOccurrence(one, all);
  return occurrence && expressDate(occurrence.variants);
}

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const form = await readForm(request);
  const values = Object.fromEntries(
    [...form].filter(([, value]) => typeof value === "string" && value !== ""),
  ) as Record<string, string>;
  try {
    switch (values.intent) {
      case "announce":
        await recordAnnouncement(scope, values as never, today());
        break;
      case "withdraw":
        await withdrawAnnouncement(scope, values.id ?? "");
        break;
      case "holiday":
        await addSchoolHoliday(scope, values as never);
        break;
      case "remove-holiday":
        await removeSchoolHoliday(scope, values.id ?? "");
        break;
      default:
        throw Refusal.invalid({ form: ["This form could not be read. Send it again."] });
    }
  } catch (error) {
    if (error instanceof Refusal && error.detail.kind === "invalid")
      return again(values, error.detail.fields, 400);
    throw error;
  }
  return redirectWithNotice(`/o/${params.organisation}/sessions/local`, "Saved.");
});

export default function LocalRoute() {
  const { organisation } = useParams();
  const reply = useActionData<FormReply>();
  return (
    <>
      <Breadcrumbs items={[{ label: "Sessions", href: `/o/${organisation}/sessions` }]} />
      <LocalDatesPage {...useLoaderData<typeof loader>()} reply={reply} />
    </>
  );
}
