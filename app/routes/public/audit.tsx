import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AuditRoundContent } from "#app/domain/audit/public.ts";
import { currentOf } from "#app/domain/journey/content.ts";
import { organisationOf } from "#app/domain/journey/journey.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { cached, publicHeaders } from "#app/http/caching.server.ts";
import { refusalResponse } from "#app/http/refuse.server.ts";
import { PublicAudit } from "#app/ui/audit/public-audit.tsx";
import { auditPath, journeyPath } from "#app/ui/journey/journey-links.ts";
import { pageMeta } from "./page-meta.ts";
import { readJourney } from "./read-journey.server.ts";

export const headers = publicHeaders;

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const { slug, state, today } = await readJourney(params.slug);
  const rounds = currentOf(state, "audit-round", AuditRoundContent);
  const organisation = organisationOf(state);
  if (rounds.length === 0 || !organisation) throw refusalResponse(Refusal.notFound("self-audit"));
  return cached(request, ["audit", slug, state.size, today, context.publicUrl], () => ({
    base: journeyPath(slug),
    url: context.publicUrl + auditPath(journeyPath(slug)),
    organisation: organisation.name,
    demonstration: organisation.demonstration ? organisation.name : undefined,
    rounds: rounds
      .map(({ id, content, latest }) => ({ id, index: latest.index, ...content }))
      .sort((a, b) => b.closedOn.localeCompare(a.closedOn)),
  }));
};

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? pageMeta({
        title: `Self-audit, ${data.organisation}`,
        description: `How far ${data.organisation} says it is on anti-racist co-production, and what co-producers and partners say.`,
        url: data.url,
      })
    : [];

export default function PublicAuditPage() {
  return <PublicAudit {...useLoaderData<typeof loader>()} />;
}
