import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { installation } from "#app/http/installation.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { listMail } from "#db/mail.server.ts";
import { formatInstant } from "#app/ui/format.ts";
import { DataTable } from "#app/ui/data/data-table.tsx";
import { EmptyState } from "#app/ui/data/empty-state.tsx";
import { Notice } from "#app/ui/data/notice.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";

export const meta = () => [{ title: "Mail – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const { mailLeaves, localOutbox } = installation();
  return { mails: await listMail(scope), mailLeaves, localOutbox };
});

type Row = Awaited<ReturnType<typeof listMail>>[number];

export default function MailPage() {
  const { mails, mailLeaves, localOutbox } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading
        title="Mail"
        lede="What Kept mailed for this organisation, and whether it arrived at the next server."
      />
      {mailLeaves ? null : (
        <Notice kind="warn">
          <p>
            No mail server is set up, so nothing leaves.{" "}
            {localOutbox ? <a href="/outbox">Read the messages in the outbox of this machine</a> : null}
          </p>
        </Notice>
      )}
      {mails.length === 0 ? (
        <EmptyState title="No mail yet">Invitations and reminders show here once they are sent.</EmptyState>
      ) : (
        <DataTable
          caption="The last 100 messages, newest first"
          rows={mails}
          rowKey={({ id }) => id}
          columns={[
            { header: "To", rowHeader: true, cell: ({ recipient }) => recipient },
            { header: "Subject", cell: ({ subject }) => subject },
            { header: "Written", cell: ({ createdAt }) => formatInstant(createdAt) },
            { header: "What became of it", cell: (row) => fate(row) },
          ]}
        />
      )}
    </>
  );
}

function fate({ state, attempts, finishedAt, lastError, dueAt }: Row): string {
  if (state === "sent" && finishedAt) return `Sent ${formatInstant(finishedAt)}`;
  if (state === "failed") return `Failed after ${attempts} tries: ${lastError}`;
  if (attempts === 0) return "Waiting to be sent";
  return `Tried ${attempts} times (${lastError}); next try ${formatInstant(dueAt)}`;
}
