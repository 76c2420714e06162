import { countOf } from "#app/domain/counted.ts";
import type { ReactNode } from "react";
import { type Column, DataTable } from "../data/data-table.tsx";
import { formatInstant } from "../format.ts";
import { Button } from "../forms/button.tsx";

/** One message as its owners see it. Instants are dates or ISO strings. */
export type MailRow = {
  id: string;
  recipient: string;
  subject: string;
  state: "queued" | "sent" | "failed";
  attempts: number;
  lastError: string | null;
  textHeld: boolean;
  createdAt: string | Date;
  dueAt: string | Date;
  finishedAt: string | Date | null;
};

/** The organisation's mail by what became of it: what somebody may have to do something about comes first. */
export function MailTables({ mails }: { mails: readonly MailRow[] }) {
  const of = (test: (mail: MailRow) => boolean) => mails.filter(test);
  return (
    <div className="stack">
      <MailTable
        caption="Given up"
        rows={of(({ state }) => state === "failed")}
        fate={givenUp}
        header="Why, and what to do"
      />
      <MailTable
        caption="Being tried again"
        rows={of(({ state, attempts }) => state === "queued" && attempts > 0)}
        fate={beingRetried}
        header="What happened, and the next try"
      />
      <MailTable
        caption="Waiting to be sent"
        rows={of(({ state, attempts }) => state === "queued" && attempts === 0)}
        fate={({ dueAt }) => `Since ${formatInstant(dueAt)}`}
        header="Waiting"
      />
      <MailTable
        caption="Sent: the last of them, newest first"
        rows={of(({ state }) => state === "sent")}
        fate={({ finishedAt }) => (finishedAt ? formatInstant(finishedAt) : "")}
        header="Sent"
      />
    </div>
  );
}

function MailTable({
  caption,
  rows,
  fate,
  header,
}: {
  caption: string;
  rows: MailRow[];
  fate: (row: MailRow) => ReactNode;
  header: string;
}) {
  if (rows.length === 0) return null;
  const columns: Column<MailRow>[] = [
    { header: "To", rowHeader: true, cell: ({ recipient }) => <span className="break">{recipient}</span> },
    { header: "Subject", cell: ({ subject }) => subject },
    { header: "Written", cell: ({ createdAt }) => formatInstant(createdAt) },
    { header, cell: fate },
  ];
  return <DataTable caption={caption} rows={rows} rowKey={({ id }) => id} columns={columns} />;
}

function beingRetried({ attempts, lastError, dueAt }: MailRow) {
  return `Tried ${countOf(attempts, "time")}: ${lastError ?? "no answer"}. Next try: ${formatInstant(dueAt)}.`;
}

function givenUp({ id, recipient, subject, attempts, lastError, finishedAt, textHeld }: MailRow) {
  const on = finishedAt ? ` on ${formatInstant(finishedAt)}` : "";
  return (
    <>
      <p>
        Given up{on} after {countOf(attempts, "try", "tries")}: {lastError ?? "no answer"}
      </p>
      {textHeld ? (
        <form method="post">
          <input type="hidden" name="mail" value={id} />
          <Button variant="second">
            Try again
            <span className="visually-hidden">
              : “{subject}” to {recipient}
            </span>
          </Button>
        </form>
      ) : (
        <p className="soft">Its text is no longer held, so it cannot be tried again.</p>
      )}
    </>
  );
}
