import type { LoaderFunctionArgs } from "@remix-run/node";
import { traditionName } from "#app/domain/calendar/tradition-names.ts";
import { calendarIcs } from "#app/documents/calendar-ics.ts";
import { calendarFeed, listed } from "#app/http/calendar.server.ts";

/** The calendar to subscribe to: this year and the next unless the address says otherwise. */
export function loader({ request, context }: LoaderFunctionArgs) {
  return calendarFeed(request, context.publicUrl, {
    type: "text/calendar; charset=utf-8",
    filename: "faith-calendar.ics",
    span: "two-years",
    write: (query, { publicUrl, today }) =>
      calendarIcs(listed(query), {
        name: ["Faith calendar", ...query.traditions.map(traditionName)].join(" – "),
        publicUrl,
        stampedAt: `${today}T00:00:00Z`,
      }),
  });
}
