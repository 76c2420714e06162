import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { undrawable } from "#app/documents/handout-pdf.ts";
import { directionOf } from "#app/domain/handout/handout.ts";
import { cached, publicHeaders } from "#app/http/caching.server.ts";
import { DownloadList } from "#app/ui/data/download-list.tsx";
import { HandoutSheet } from "#app/ui/handout/handout-sheet.tsx";
import { UndrawableNotice } from "#app/ui/handout/undrawable-notice.tsx";
import { Breadcrumbs } from "#app/ui/page/breadcrumbs.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { pageMeta } from "./page-meta.ts";
import { readHandout } from "./read-handout.server.ts";

export const headers = publicHeaders;

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const found = await readHandout(params.slug);
  const large = new URL(request.url).searchParams.get("print") === "large";
  const parts = ["handout", found.slug, found.size, `${large}`, context.publicUrl];
  return cached(request, parts, () => ({
    ...found,
    large,
    undrawable: undrawable(found.handout),
    url: `${context.publicUrl}/journeys/${found.slug}/handout`,
  }));
};

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? pageMeta({
        title: `${data.handout.title}, ${data.organisation}`,
        description: data.handout.behaviours.join(" "),
        url: data.url,
      })
    : [{ title: "Kept" }];

export default function PublicHandout() {
  const { slug, organisation, handout, large, undrawable } = useLoaderData<typeof loader>();
  const base = `/journeys/${slug}/handout`;
  return (
    <>
      <Breadcrumbs items={[{ label: organisation, href: `/journeys/${slug}` }]} />
      <PageHeading title={handout.title} />
      {handout.translations.length > 0 ? (
        <nav className="handout-languages no-print" aria-label="Languages">
          <ul className="tags">
            {handout.translations.map(({ language, name }) => (
              <li key={language}>
                <a href={`#language-${language}`} lang={language} dir={directionOf(language)}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      <HandoutSheet handout={handout} organisation={organisation} large={large} />
      <div className="no-print">
        <UndrawableNotice undrawable={undrawable} />
        <DownloadList
          items={[
            large
              ? { href: base, label: "Ordinary print" }
              : { href: `${base}?print=large`, label: "Large print" },
            { href: `${base}/handout.pdf`, label: "To print", about: "PDF" },
            { href: `${base}/handout-large.pdf`, label: "To print, large", about: "PDF" },
            { href: `${base}/handout.pptx`, label: "Slides, with every language", about: "PPTX" },
          ]}
        />
      </div>
    </>
  );
}
