import { countOf } from "#app/domain/counted.ts";
import { DataTable } from "../data/data-table.tsx";
import { Notice } from "../data/notice.tsx";

export type PreviewRow = {
  row: number;
  state: "new" | "known" | "wrong" | "left-out";
  words: string;
  /** What has to be looked at before the row is kept. */
  asks: string[];
};

const stateNames = {
  new: "New",
  known: "In the books already",
  wrong: "To put right",
  "left-out": "Left out",
};

/** What an import would do, row by row: first what is wrong. */
export function ImportRows({ rows, more, wrong }: { rows: PreviewRow[]; more: number; wrong: number }) {
  return (
    <div className="stack-wide">
      {wrong > 0 ? (
        <Notice kind="warn">
          {countOf(wrong, "row")} to put right. Nothing is imported while one is wrong: correct the file and
          upload it again, or choose other columns.
        </Notice>
      ) : null}
      <DataTable
        caption="Rows of the file"
        rows={rows}
        rowKey={({ row }) => String(row)}
        columns={[
          { header: "Row", rowHeader: true, cell: ({ row }) => row },
          {
            header: "What happens",
            cell: ({ state, asks }) => (asks.length > 0 ? "New, once you have looked" : stateNames[state]),
          },
          { header: "Details", cell: ({ words, asks }) => [words, ...asks].join(". ") },
        ]}
      />
      {more > 0 ? <p>And {countOf(more, "more row", "more rows")}.</p> : null}
    </div>
  );
}
