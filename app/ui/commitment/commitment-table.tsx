import type { Status } from "#app/domain/commitment/public.ts";
import { LaneDrawing } from "../charts/lane-drawing.tsx";
import { laneFacts } from "../charts/lane-facts.ts";
import type { Lane } from "../charts/lane.ts";
import { spanOf, ticksOf } from "../charts/strip-geometry.ts";
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

type CommitmentTableProps = {
  commitments: Row[];
  /** The threads of those that are published, in any order. */
  threads: Lane[];
  /** The address of the list. */
  base: string;
  /** ISO date. */
  today: string;
};

/** Commitments as a dense table, each with its thread as the public sees it; all threads share one stretch of time. */
export function CommitmentTable({ commitments, threads, base, today }: CommitmentTableProps) {
  const span = spanOf(threads, today);
  const ticks = ticksOf(span);
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
        {
          header: "As published",
          cell: (row) => {
            const lane = threads.find(({ id }) => id === row.id);
            return lane ? (
              <div className="strip row-thread">
                <LaneDrawing lane={lane} span={span} ticks={ticks} today={today} />
                <span className="visually-hidden">
                  {laneFacts(lane)
                    .map(({ sentence }) => sentence)
                    .join(". ")}
                </span>
              </div>
            ) : (
              <span className="soft">Not published yet</span>
            );
          },
        },
        { header: "Due", cell: (row) => <span className="one-line">{formatShortDate(row.dueOn)}</span> },
        { header: "Who answers for it", cell: (row) => row.answerable },
      ]}
    />
  );
}
