import type { LoaderFunctionArgs } from "@remix-run/node";
import { calendarCsv } from "#app/documents/calendar-csv.ts";
import { calendarFeed, listed } from "#app/http/calendar.server.ts";

/** The calendar as a table: this year unless the address says otherwise. */
export function loader({ request, context }: LoaderFunctionArgs) {
  return calendarFeed(request, context.publicUrl, {
    type: "text/csv; charset=utf-8",
    filename: "faith-calendar.csv",
    span: "year",
    write: (query) => calendarCsv(listed(query)),
  });
}
