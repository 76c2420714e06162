import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { cached, publicHeaders } from "#app/http/caching.server.ts";
import { listPublishedPersonas } from "#db/record.server.ts";
import { DownloadList } from "#app/ui/data/download-list.tsx";
import { EmptyState } from "#app/ui/data/empty-state.tsx";
import { ButtonLink } from "#app/ui/forms/button-link.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";
import { PersonaCard } from "#app/ui/persona/persona-card.tsx";
import { pageMeta } from "./page-meta.ts";

const PER_PAGE = 60;

export const headers = publicHeaders;

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const after = (new URL(request.url).searchParams.get("after") ?? "").slice(0, 40);
  const found = await listPublishedPersonas(after, PER_PAGE + 1);
  const personas = found.slice(0, PER_PAGE);
  return cached(
    request,
    [
      "personas",
      after,
      context.publicUrl,
      ...found.map(({ id, slug, entry, content }) => `${id} ${slug} ${entry} ${content !== null}`),
    ],
    () => ({ personas, more: found.length > PER_PAGE, url: `${context.publicUrl}/personas` }),
  );
};

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? pageMeta({
        title: "Personas",
        description: "Personas made with representative organisations, with who made them and on what terms.",
        url: data.url,
      })
    : [];

export default function Library() {
  const { personas, more } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading
        title="Open library of personas"
        lede="People imagined together with the communities they speak for. Each says who made it, how they were paid, and what they agreed to. Those who made one can take it back."
        actions={
          <ButtonLink href="/personas/method" variant="second">
            The method, to print
          </ButtonLink>
        }
      />
      {personas.length === 0 ? (
        <EmptyState title="No persona is published yet">
          <p>
            None ships with Kept: a persona nobody made with the people it speaks for is a stereotype. The
            method says how to make one, and pay for it.
          </p>
        </EmptyState>
      ) : (
        <SectionRule id="published" title="Published so far">
          <div className="grid">
            {personas.map((persona) => (
              <PersonaCard key={persona.id} persona={persona} />
            ))}
          </div>
        </SectionRule>
      )}
      {more ? (
        <nav className="pager" aria-label="More personas">
          <a rel="next" href={`/personas?after=${personas.at(-1)!.id}`}>
            More personas →
          </a>
        </nav>
      ) : null}
      <SectionRule id="files" title="For another installation" rule="quiet">
        <DownloadList
          items={[
            { href: "/personas.json", label: "The library as a file", about: "JSON, for import elsewhere" },
            { href: "/personas/schema.json", label: "What the file holds", about: "JSON Schema" },
          ]}
        />
      </SectionRule>
    </>
  );
}
