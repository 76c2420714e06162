import type { LoaderFunctionArgs } from "@remix-run/node";
import { asCalendarItems } from "#app/domain/calendar/index.ts";
import { calendarFeed, listed } from "#app/http/calendar.server.ts";
import { json } from "#app/http/plain-answer.server.ts";

/** The calendar as JSON, in the shape that the command line prints: this year unless the address says otherwise. */
export function loader({ request, context }: LoaderFunctionArgs) {
  return calendarFeed(request, context.publicUrl, {
    type: json,
    filename: "faith-calendar.json",
    span: "year",
    write: (query) => JSON.stringify(asCalendarItems(listed(query))),
  });
}
