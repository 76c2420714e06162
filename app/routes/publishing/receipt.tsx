import { countOf } from "#app/domain/counted.ts";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Refusal } from "#app/domain/refusal.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireWorkspace } from "#app/http/require-scope.server.ts";
import { readCheckpoint, readState } from "#db/record.server.ts";
import { Notice } from "#app/ui/data/notice.tsx";

import { entryPath, journeyPath, recordPath } from "#app/ui/journey/journey-links.ts";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";

export const meta = () => [{ title: "Published – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const { organisation } = await requireWorkspace(request, params.organisation);
  const { slug } = organisation;
  const query = new URL(request.url).searchParams;
  const [from, size] = [Number(query.get("from")), Number(query.get("size"))];
  const state = await readState(slug);
  if (!Number.isInteger(from) || !Number.isInteger(size) || from < 0 || size < from || size > state.size)
    throw Refusal.notFound("receipt");
  return { slug, from, size, checkpoint: await readCheckpoint(slug) };
});

/** More links than this help nobody; the journey has them all. */
const MOST_LINKS = 50;

export default function Receipt() {
  const { slug, from, size, checkpoint } = useLoaderData<typeof loader>();
  const base = journeyPath(slug);
  const numbers = Array.from({ length: Math.min(size - from, MOST_LINKS) }, (_, i) => from + i);
  return (
    <>
      <PageHeading title="Published" actions={<a href={base}>Read the public page</a>}>
        <Notice kind="saved">
          {countOf(size - from, "entry now stands", "entries now stand")} in the public record, which holds{" "}
          {size}.
        </Notice>
      </PageHeading>
      <SectionRule id="entries" title="Their numbers">
        <ul className="tags">
          {numbers.map((index) => (
            <li key={index}>
              <a href={entryPath(base, index)}>Entry {index}</a>
            </li>
          ))}
        </ul>
      </SectionRule>
      <SectionRule
        id="checkpoint"
        title="Signed checkpoint"
        lede="Keep this text. Whoever holds it can prove later that the record was not changed behind it."
      >
        <pre className="checkpoint">{checkpoint}</pre>
        <p>
          <a href={recordPath(slug)}>How to check the record</a>
        </p>
      </SectionRule>
    </>
  );
}
