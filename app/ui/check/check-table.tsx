import { countOf } from "#app/domain/counted.ts";
import type { Tally } from "#app/domain/persona/check.ts";
import { DataTable, type Column } from "../data/data-table.tsx";
import { formatShortDate } from "../format.ts";

export type CheckRow = {
  id: string;
  title: string;
  subject: string;
  /** ISO dates. */
  startedOn: string;
  checkedOn?: string;
  rounds: number;
  tally: Tally;
};

type Props = { caption: string; rows: CheckRow[]; base: string; withKind?: boolean };

/** Checks with the day of their last round and what it found, each a link to all its rounds. */
export function CheckTable({ caption, rows, base, withKind = false }: Props) {
  const kind: Column<CheckRow>[] = withKind ? [{ header: "Kind", cell: (row) => row.subject }] : [];
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          header: "What",
          rowHeader: true,
          cell: (row) => <a href={`${base}/${row.id}`}>{row.title}</a>,
        },
        ...kind,
        { header: "Started", cell: (row) => formatShortDate(row.startedOn) },
        {
          header: "Looked at last",
          cell: (row) =>
            row.checkedOn ? `${formatShortDate(row.checkedOn)} (${countOf(row.rounds, "round")})` : "not yet",
        },
        { header: "Not met", numeric: true, cell: (row) => row.tally["not-met"] },
        { header: "Not known", numeric: true, cell: (row) => row.tally["not-known"] },
      ]}
    />
  );
}
