import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { FEWEST_ANSWERS } from "#app/domain/session/poll.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { requirePoll } from "#db/session-poll.server.ts";
import { DataTable } from "#app/ui/data/data-table.tsx";
import { Notice } from "#app/ui/data/notice.tsx";
import { formatDate } from "#app/ui/format.ts";
import { Breadcrumbs } from "#app/ui/page/breadcrumbs.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { sessionTimes } from "#app/ui/session/session-words.ts";

export const meta = () => [{ title: "A poll – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const { poll, answered, tally } = await requirePoll(scope, params.id ?? "");
  return { title: poll.title, closesOn: poll.closesOn, links: poll.links, answered, tally };
});

export default function PollPage() {
  const { title, closesOn, links, answered, tally } = useLoaderData<typeof loader>();
  const base = `/o/${useParams().organisation}/sessions`;
  return (
    <>
      <Breadcrumbs items={[{ label: "Sessions", href: base }]} />
      <PageHeading
        title={title}
        lede={`${answered} of ${links} have answered. Open until ${formatDate(closesOn)}.`}
      />
      {tally ? (
        <DataTable
          caption="Answers, the best time first"
          rows={tally}
          rowKey={({ slot }) => slot.start}
          columns={[
            { header: "Time", rowHeader: true, cell: ({ slot }) => sessionTimes(slot.start, slot.end) },
            { header: "Can come", numeric: true, cell: ({ yes }) => yes },
            { header: "If need be", numeric: true, cell: ({ ifNeedBe }) => ifNeedBe },
            { header: "Cannot", numeric: true, cell: ({ no }) => no },
            {
              header: "Use it",
              cell: ({ slot }) => (
                <a href={`${base}/new?${new URLSearchParams({ start: slot.start, end: slot.end })}`}>
                  Use this one<span className="visually-hidden">: {sessionTimes(slot.start, slot.end)}</span>
                </a>
              ),
            },
          ]}
        />
      ) : (
        <Notice kind="info">
          The answers are shown when at least {FEWEST_ANSWERS} people have answered, so that nobody’s answer
          can be told from them.
        </Notice>
      )}
    </>
  );
}
