import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Refusal } from "#app/domain/refusal.ts";
import { partsOf } from "#app/domain/session/preflight-history.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { requireVersion } from "#db/preflight-history.server.ts";
import { requireSession } from "#db/session.server.ts";
import { DefinitionList } from "#app/ui/data/definition-list.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SessionCrumbs } from "#app/ui/session/session-crumbs.tsx";
import { whoAndWhen } from "#app/ui/preflight/version-list.tsx";

export const meta = () => [{ title: "A version of the preflight – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const { session } = await requireSession(scope, params.id!);
  if (!/^[1-9]\d{0,8}$/.test(params.version ?? "")) throw Refusal.notFound("version");
  const found = await requireVersion(scope, session.id, Number(params.version));
  const { version, by, changedOn, recordedAt } = found;
  return { title: session.title, kept: { version, by, changedOn, recordedAt }, parts: partsOf(found) };
});

export default function PreflightVersionPage() {
  const { title, kept, parts } = useLoaderData<typeof loader>();
  return (
    <>
      <SessionCrumbs
        title={title}
        more={[
          { label: "Preflight", href: "/preflight" },
          { label: "Earlier versions", href: "/preflight/versions" },
        ]}
      />
      <PageHeading
        title={`Version ${kept.version}`}
        lede={`What was said of the session then. ${whoAndWhen(kept)}`}
      />
      <DefinitionList
        items={parts.map(({ label, says }) => ({
          term: label,
          value: says ? <span className="as-typed">{says}</span> : <span className="soft">nothing said</span>,
        }))}
      />
    </>
  );
}
