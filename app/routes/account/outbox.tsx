import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isThisMachine } from "#app/http/client-address.server.ts";
import { installation } from "#app/http/installation.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { listLocalOutbox } from "#db/mail.server.ts";
import { formatInstant } from "#app/ui/format.ts";
import { AccountShell } from "#app/ui/shell/account-shell.tsx";

export const meta = () => [{ title: "Outbox – Kept" }];

/** For a trial without a mail server, and on the machine itself only. Elsewhere this page does not exist. */
export const loader = refusing(async ({ request, context }: LoaderFunctionArgs) => {
  if (!installation().localOutbox || !isThisMachine(request, context)) throw Refusal.notFound();
  return { mails: await listLocalOutbox() };
});

export default function OutboxPage() {
  const { mails } = useLoaderData<typeof loader>();
  return (
    <AccountShell title="Outbox">
      <p>No mail server is set up (SMTP_URL), so messages wait here. Only this machine can read this page.</p>
      {mails.length === 0 ? <p>No message is waiting.</p> : null}
      {mails.map((mail) => (
        <article key={mail.id} className="card">
          <h2>{mail.subject}</h2>
          <p>
            To {mail.recipient}, {formatInstant(mail.createdAt)}
          </p>
          <p>
            <Linked text={mail.body ?? ""} />
          </p>
        </article>
      ))}
    </AccountShell>
  );
}

/** Plain text with its addresses as links. */
function Linked({ text }: { text: string }) {
  return text.split(/(https?:\/\/\S+)/).map((part, index) =>
    index % 2 === 1 ? (
      <a key={part} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  );
}
