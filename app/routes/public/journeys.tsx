import { countOf } from "#app/domain/counted.ts";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { kindNames, organisationKinds, type OrganisationKind } from "#app/domain/organisation/facts.ts";
import { freshness } from "#app/http/plain-answer.server.ts";
import { listPublicOrganisations, listRegions } from "#db/record.server.ts";
import { EmptyState } from "#app/ui/data/empty-state.tsx";
import { FilterBar } from "#app/ui/data/filter-bar.tsx";

import { SelectField } from "#app/ui/forms/select-field.tsx";
import { TextField } from "#app/ui/forms/text-field.tsx";
import { JourneyCards } from "#app/ui/journey/journey-cards.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { pageMeta } from "./page-meta.ts";

const PER_PAGE = 24;

/** Kept by nobody without asking: the list changes when any organisation publishes. */
export const headers = () => ({ "Cache-Control": freshness.never });

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const query = new URL(request.url).searchParams;
  const search = query.get("search")?.slice(0, 200) ?? "";
  const region = query.get("region") ?? "";
  const kind = organisationKinds.find((one) => one === query.get("kind"));
  const after = query.get("after") ?? "";
  const [{ organisations, more }, regions] = await Promise.all([
    listPublicOrganisations({
      search,
      limit: PER_PAGE,
      ...(region ? { region } : {}),
      ...(kind ? { kind } : {}),
      ...(after ? { after } : {}),
    }),
    listRegions(),
  ]);
  return {
    organisations,
    more,
    regions,
    asked: { search, region, kind, after },
    url: `${context.publicUrl}/journeys`,
  };
};

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? pageMeta({
        title: "Journeys",
        description:
          "Organisations that publish what they promised about anti-racism in co-production, and what came of it.",
        url: data.url,
      })
    : [];

export default function Journeys() {
  const { organisations, more, regions, asked } = useLoaderData<typeof loader>();
  const filtered = Boolean(asked.search || asked.region || asked.kind);
  return (
    <>
      <PageHeading
        title="Journeys"
        lede="Each organisation here keeps a public record of what it promised, what it did, what changed on the way and what it still owes."
      />
      <FilterBar label="Find a journey" clear={filtered ? "/journeys" : undefined} submit="Find">
        <TextField
          name="search"
          type="search"
          label="Name"
          required
          defaultValue={asked.search}
          maxLength={200}
        />
        <SelectField
          name="region"
          label="Region"
          required
          empty="All regions"
          defaultValue={asked.region}
          options={regions.map((region) => ({ value: region, label: region }))}
        />
        <SelectField
          name="kind"
          label="Kind of organisation"
          required
          empty="All kinds"
          defaultValue={asked.kind}
          options={organisationKinds.map((kind) => ({ value: kind, label: kindNames[kind] }))}
        />
      </FilterBar>
      {organisations.length === 0 ? (
        <EmptyState title={filtered || asked.after ? "No journey matches" : "No journey yet"}>
          {filtered || asked.after
            ? "Try another name, or look in all regions and kinds."
            : "No organisation here has published its record so far."}
        </EmptyState>
      ) : (
        <>
          {filtered ? <p className="soft">{countOf(organisations.length, "journey")} on this page.</p> : null}
          <JourneyCards organisations={organisations} />
        </>
      )}
      {more ? (
        <nav className="pager" aria-label="More journeys">
          <a rel="next" href={nextPage(asked, organisations.at(-1)!.slug)}>
            More journeys →
          </a>
        </nav>
      ) : null}
    </>
  );
}

function nextPage(asked: { search: string; region: string; kind?: OrganisationKind }, after: string): string {
  const query = new URLSearchParams({ after });
  if (asked.search) query.set("search", asked.search);
  if (asked.region) query.set("region", asked.region);
  if (asked.kind) query.set("kind", asked.kind);
  return `/journeys?${query}`;
}
