import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { GUIDES, observancesBetween } from "#app/domain/calendar/index.ts";
import { isBankHoliday, traditionName } from "#app/domain/calendar/tradition-names.ts";
import { addMonths } from "#app/domain/dates/days.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { cached, publicHeaders } from "#app/http/caching.server.ts";
import { refusalResponse } from "#app/http/refuse.server.ts";
import { today } from "#app/http/today.server.ts";
import { ObservancePage } from "#app/ui/calendar/observance-page.tsx";
import { pageMeta } from "./page-meta.ts";

export const headers = publicHeaders;

/** Years ahead that the page lists; the calendar itself reaches further. */
const YEARS_AHEAD = 5;

/** How many of the next dates are listed: a weekly observance would fill the page. */
const MOST_DATES = 8;

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const guides = GUIDES.filter(({ id }) => id === params.observance);
  if (guides.length === 0) throw refusalResponse(Refusal.notFound("observance"));
  const day = today();
  const url = `${context.publicUrl}/calendar/${params.observance}`;
  return cached(request, ["observance", url, day], () => {
    const weekly = guides.every(({ id }) => id === "jumuah" || id === "shabbat");
    const to = addMonths(day, weekly ? 2 : 12 * YEARS_AHEAD);
    const dated = observancesBetween(day, to, { traditions: guides.map(({ tradition }) => tradition) });
    const sections = guides.map((guide) => ({
      guide,
      traditionLabel: traditionName(guide.tradition),
      dates: dated
        .filter(({ id, tradition }) => id === guide.id && tradition === guide.tradition)
        .slice(0, MOST_DATES),
    }));
    // A public holiday is one thing in three jurisdictions: told once, with the dates of each.
    const told = guides.every(({ tradition }) => isBankHoliday(tradition)) ? sections.slice(0, 1) : sections;
    return { name: guides[0]!.name, sections, told: told.map(({ guide }) => guide.tradition), url };
  });
};

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? pageMeta({
        title: data.name,
        description: `${data.name}: ${data.sections[0]?.guide.what ?? ""} What hosts of meetings should do.`,
        url: data.url,
      })
    : [];

export default function ObservanceGuide() {
  return <ObservancePage {...useLoaderData<typeof loader>()} />;
}
