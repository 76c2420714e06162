import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { publicTitle } from "#app/domain/persona/public.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { cached, publicHeaders } from "#app/http/caching.server.ts";
import { refusalResponse } from "#app/http/refuse.server.ts";
import { findPublishedPersona } from "#db/record.server.ts";
import { Breadcrumbs } from "#app/ui/page/breadcrumbs.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { PersonaSheet } from "#app/ui/persona/persona-sheet.tsx";
import { pageMeta } from "./page-meta.ts";

export const headers = publicHeaders;

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const persona = await findPublishedPersona(params.id ?? "");
  if (!persona) throw refusalResponse(Refusal.notFound("persona"));
  const { id, slug, entry, content, organisation } = persona;
  const url = `${context.publicUrl}/personas/${id}`;
  return cached(request, ["persona", id, slug, entry, `${content !== null}`, organisation, url], () => ({
    persona,
    url,
  }));
};

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? pageMeta({
        title: data.persona.content ? publicTitle(data.persona.content) : "A persona that was taken back",
        description: data.persona.content?.about ?? "The communities that made it withdrew it.",
        url: data.url,
      })
    : [{ title: "Kept" }];

export default function PublicPersona() {
  const { slug, organisation, entry, content } = useLoaderData<typeof loader>().persona;
  return (
    <>
      <Breadcrumbs items={[{ label: "Personas", href: "/personas" }]} />
      {content ? (
        <>
          <PageHeading
            title={publicTitle(content)}
            lede={
              <>
                Published by {organisation}.{" "}
                <span className="no-print">Print this page for a card on the table.</span>
              </>
            }
          />
          <PersonaSheet persona={content} />
        </>
      ) : (
        <PageHeading
          title="A persona that was taken back"
          lede="The communities that made it withdrew it. Its words are gone; that it was here, and was withdrawn, stays in the record."
        />
      )}
      <p>
        <a href={`/journeys/${slug}/entries/${entry}`}>Its entry in the public record of {organisation}</a>
      </p>
    </>
  );
}
