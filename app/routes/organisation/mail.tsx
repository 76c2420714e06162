import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { FormReply } from "#app/domain/form-reply.ts";
import { TryAgain } from "#app/domain/organisation/mail-retry.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import { withForm } from "#app/http/form.server.ts";
import { installation } from "#app/http/installation.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { listMail, tryMailAgain } from "#db/mail.server.ts";
import { EmptyState } from "#app/ui/data/empty-state.tsx";
import { ErrorSummary } from "#app/ui/forms/error-summary.tsx";
import { MailTables } from "#app/ui/organisation/mail-tables.tsx";
import { MailWaits } from "#app/ui/organisation/mail-waits.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";

export const meta = () => [{ title: "Mail – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const { mailLeaves, localOutbox } = installation();
  return { mails: await listMail(scope), mailLeaves, localOutbox };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  // Before the form is read: whoever may not send it learns nothing of what it should hold.
  requireAbility(scope, "members.manage");
  return withForm(request, TryAgain, async ({ mail }) => {
    await tryMailAgain(scope, mail);
    return redirectWithNotice(`/o/${params.organisation}/mail`, "The message waits to be sent again.");
  });
});

export default function MailPage() {
  const { mails, mailLeaves, localOutbox } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  return (
    <>
      <PageHeading
        title="Mail"
        lede="What Kept mailed for this organisation, and whether it arrived at the next server. Its text is never shown here."
      />
      <div className="stack">
        <ErrorSummary errors={reply?.errors} />
        <MailWaits mailLeaves={mailLeaves} localOutbox={localOutbox} />
        {mails.length === 0 ? (
          <EmptyState title="No mail yet">Invitations and reminders show here once they are sent.</EmptyState>
        ) : (
          <MailTables mails={mails} />
        )}
      </div>
    </>
  );
}
