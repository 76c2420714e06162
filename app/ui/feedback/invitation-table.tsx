import { countOf } from "#app/domain/counted.ts";
import type { ReactNode } from "react";
import { DataTable } from "../data/data-table.tsx";

export type InvitationRow = {
  number: number;
  way: "letter" | "mail";
  works: boolean;
  off: boolean;
  sentAgain: number;
};

/** Private links by number: how they went out and whether they work. Whether one was used is told of none. */
export function InvitationTable<Row extends InvitationRow>({
  caption,
  rows,
  message,
}: {
  caption: string;
  rows: Row[];
  /** What became of the message that carried it, where that is known. */
  message?: (row: Row) => ReactNode;
}) {
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={(one) => String(one.number)}
      columns={[
        {
          header: "Number",
          rowHeader: true,
          cell: (one) => <a href={`?invitation=${one.number}#chosen`}>{one.number}</a>,
        },
        { header: "Went by", cell: ({ way }) => (way === "mail" ? "email" : "letter") },
        {
          header: "Link",
          cell: ({ works, off, sentAgain }) =>
            `${works ? "works" : off ? "switched off" : "expired"}${sentAgain > 0 ? `, made anew ${countOf(sentAgain, "time")}` : ""}`,
        },
        ...(message ? [{ header: "Message", cell: message }] : []),
      ]}
    />
  );
}
