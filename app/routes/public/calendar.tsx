import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { filtersOf, readCalendarQuery } from "#app/domain/calendar/calendar-query.ts";
import { forReaders } from "#app/domain/calendar/for-readers.ts";
import { PLACES } from "#app/domain/calendar/index.ts";
import { TRADITION_OPTIONS } from "#app/domain/calendar/tradition-names.ts";
import { cached, publicHeaders } from "#app/http/caching.server.ts";
import { askingTheCalendar, listed } from "#app/http/calendar.server.ts";
import { today } from "#app/http/today.server.ts";
import { CalendarPage } from "#app/ui/calendar/calendar-page.tsx";
import { pageMeta } from "./page-meta.ts";

export const headers = publicHeaders;

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const day = today();
  const query = askingTheCalendar(() => readCalendarQuery(new URL(request.url).searchParams, day));
  return cached(request, ["calendar", JSON.stringify(query), day, context.publicUrl], () => ({
    query,
    filters: filtersOf(query).toString(),
    items: askingTheCalendar(() => forReaders(listed(query))),
    today: day,
    places: PLACES.map(({ name }) => name).sort((a, b) => a.localeCompare(b, "en")),
    traditions: TRADITION_OPTIONS,
    publicUrl: context.publicUrl,
  }));
};

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? pageMeta({
        title: "Faith calendar",
        description:
          "Holy days, fasts, festivals and bank holidays for people who plan meetings, with every date on which they may be kept.",
        url: `${data.publicUrl}/calendar`,
      })
    : [];

export default function Calendar() {
  return <CalendarPage {...useLoaderData<typeof loader>()} />;
}
