import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { findTimes, PLACES, spreadTimes, type FoundSlot } from "#app/domain/calendar/index.ts";
import { isBankHoliday, TRADITION_OPTIONS } from "#app/domain/calendar/tradition-names.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import type { FieldErrors } from "#app/domain/refusal.ts";
import { findErrors, questionOf, readFindQuery, type FindQuery } from "#app/domain/session/find-query.ts";
import { givingWay } from "#app/domain/session/indicators.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { sessionFacts } from "#db/session-indicators.server.ts";
import { listSettings } from "#db/session-settings.server.ts";
import { FindPage } from "#app/ui/session/find-page.tsx";

export const meta = () => [{ title: "Find a time – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const url = new URL(request.url);
  const day = today();
  const query = readFindQuery(url.searchParams, day);
  const asked = url.searchParams.has("from");
  const found = asked ? await search(scope, query, day) : {};
  return data(
    {
      query,
      asked,
      ...found,
      traditions: TRADITION_OPTIONS.filter(({ value }) => !isBankHoliday(value)),
      places: PLACES.map(({ name }) => name).sort((a, b) => a.localeCompare(b, "en")),
      mayEdit: can(scope.role, "workspace.edit"),
      day,
    },
    { status: "errors" in found ? 400 : 200 },
  );
});

type Found = { slots: FoundSlot[] } | { errors: FieldErrors };

/** One session gets the ten best times; several are spread, and who gave way before counts. */
async function search(scope: Scope, query: FindQuery, day: string): Promise<Found> {
  try {
    const { question, sessions, apart } = questionOf(query);
    const { announcements } = await listSettings(scope);
    const heard = { ...question, announcements };
    if (sessions <= 1) return { slots: findTimes(heard) };
    const past = givingWay(await sessionFacts(scope, day));
    const already = Object.fromEntries(past.map(({ tradition, times }) => [tradition, times]));
    return { slots: spreadTimes(heard, sessions, { apart, already }) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { errors: findErrors(error.message) };
  }
}

export default function FindRoute() {
  const { organisation } = useParams();
  return <FindPage {...useLoaderData<typeof loader>()} base={`/o/${organisation}/sessions`} />;
}
