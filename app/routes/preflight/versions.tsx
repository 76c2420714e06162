import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { changesSince } from "#app/domain/session/preflight-history.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { listVersions } from "#db/preflight-history.server.ts";
import { requireSession } from "#db/session.server.ts";
import { EmptyState } from "#app/ui/data/empty-state.tsx";
import { Pager } from "#app/ui/data/pager.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SessionCrumbs } from "#app/ui/session/session-crumbs.tsx";
import { VersionList } from "#app/ui/preflight/version-list.tsx";

const perPage = 20;

export const meta = () => [{ title: "Earlier versions of the preflight – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const { session } = await requireSession(scope, params.id!);
  const before = Number(new URL(request.url).searchParams.get("before"));
  // One more than is shown: the oldest of a page is told by what it changed in the one before it.
  const found = await listVersions(
    scope,
    session.id,
    before > 0 && before < 2 ** 31 && Number.isInteger(before) ? before : undefined,
    perPage + 1,
  );
  return {
    title: session.title,
    versions: found.slice(0, perPage).map(({ version, by, changedOn, recordedAt }, i) => ({
      version,
      by,
      changedOn,
      recordedAt,
      changes: changesSince(found[i + 1], found[i]!),
    })),
    older: found.length > perPage ? found[perPage - 1]!.version : undefined,
  };
});

export default function PreflightVersionsPage() {
  const { title, versions, older } = useLoaderData<typeof loader>();
  const { organisation, id } = useParams();
  const base = `/o/${organisation}/sessions/${id}/preflight/versions`;
  return (
    <>
      <SessionCrumbs title={title} more={[{ label: "Preflight", href: "/preflight" }]} />
      <PageHeading
        title="Earlier versions"
        lede="Every save of this preflight, newest first, with what it changed. None can be taken back, and neither can a name written in one, because who answered for what has to stay readable: roles say it as well."
      />
      {versions.length === 0 ? (
        <EmptyState title="Nobody has saved it yet">
          <p>The first save of the preflight is the first version.</p>
        </EmptyState>
      ) : (
        <VersionList versions={versions} base={base} />
      )}
      <Pager of="versions" older={older ? `${base}?before=${older}` : undefined} />
    </>
  );
}
