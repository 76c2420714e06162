import type { Status } from "#app/domain/commitment/public.ts";
import { DataTable } from "../data/data-table.tsx";
import { formatShortDate, listOf } from "../format.ts";
import { StatusMarks } from "./status-marks.tsx";

type Row = {
  id: string;
  title: string;
  status: Status;
  dueOn: string;
  answerable: string;
  /** Titles. */
  recommendations: string[];
};

/** Commitments as a dense table. @param base the address of the list */
export function CommitmentTable({
  commitments,
  base,
  today,
}: {
  commitments: Row[];
  base: string;
  today: string;
}) {
  return (
    <DataTable
      caption="Commitments, soonest due first"
      captionHidden
      rows={commitments}
      rowKey={(row) => row.id}
      columns={[
        {
          header: "Commitment",
          rowHeader: true,
          cell: (row) => (
            <>
              <a href={`${base}/${row.id}`}>{row.title}</a>
              {row.recommendations.length > 0 ? (
                <span className="soft small answers">Answers: {listOf(row.recommendations)}</span>
              ) : null}
            </>
          ),
        },
        { header: "Where it stands", cell: (row) => <StatusMarks commitment={row} today={today} /> },
        { header: "Due", cell: (row) => <span className="one-line">{formatShortDate(row.dueOn)}</span> },
        { header: "Who answers for it", cell: (row) => row.answerable },
      ]}
    />
  );
}
