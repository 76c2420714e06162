import type { LoaderFunctionArgs } from "@remix-run/node";
import { apiPath } from "#app/documents/api.ts";
import { OrganisationContent } from "#app/domain/commitment/public.ts";
import { answer, forAnybody, freshness, json, refuse } from "#app/http/plain-answer.server.ts";
import { journeyPath } from "#app/ui/journey/journey-links.ts";
import { listPublicOrganisations } from "#db/record.server.ts";

/** The directory as data. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { publicUrl } = context;
  const { searchParams } = new URL(request.url);
  const asked = (name: string) => searchParams.get(name) || undefined;
  const kind = OrganisationContent.shape.kind.optional().safeParse(asked("kind"));
  if (!kind.success) {
    return refuse(400, `“kind” must be one of ${OrganisationContent.shape.kind.options.join(", ")}.`);
  }
  const found = await listPublicOrganisations({
    search: asked("search")?.slice(0, 200),
    region: asked("region"),
    kind: kind.data,
    after: asked("after"),
  });
  const journeys = found.organisations.map((row) => ({
    ...row,
    self: publicUrl + apiPath(row.slug),
    page: publicUrl + journeyPath(row.slug),
  }));
  const last = journeys.at(-1);
  if (last) searchParams.set("after", last.slug);
  const next = found.more ? `${publicUrl}/api/v1/journeys?${searchParams}` : null;
  return answer(JSON.stringify({ journeys, next }), {
    type: json,
    cache: freshness.page,
    headers: forAnybody,
  });
}
