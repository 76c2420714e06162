import { DataTable, type Column } from "../data/data-table.tsx";
import { formatNumber, formatShortDate, formatValue } from "../format.ts";

type Row = {
  id: string;
  readOn: string;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  note: string;
  caveat: string;
  computed: boolean;
  version: number;
};

/** The readings of one measure, newest first. @param correct the address of the page that corrects one, for editors */
export function ReadingTable({
  readings,
  unit,
  correct,
}: {
  readings: Row[];
  unit: string;
  correct?: string;
}) {
  if (readings.length === 0) return <p>There are no readings yet.</p>;
  const columns: Column<Row>[] = [
    { header: "Day", rowHeader: true, cell: (row) => formatShortDate(row.readOn) },
    {
      header: "Figure",
      numeric: true,
      cell: (row) => (row.value === null ? "too few to tell" : formatValue(row.value, unit)),
    },
    {
      header: "Count",
      numeric: true,
      cell: ({ numerator, denominator }) =>
        numerator === null || denominator === null
          ? "–"
          : `${formatNumber(numerator)} of ${formatNumber(denominator)}`,
    },
    {
      header: "How",
      cell: (row) => `${row.computed ? "worked out" : "by hand"}${row.version > 1 ? ", corrected" : ""}`,
    },
    { header: "Note", cell: (row) => [row.note, row.caveat].filter(Boolean).join(" ") || "–" },
  ];
  if (correct)
    columns.push({
      header: "Change",
      cell: (row) => (
        <a href={`${correct}?reading=${row.id}#reading`}>
          Correct<span className="visually-hidden"> the reading of {formatShortDate(row.readOn)}</span>
        </a>
      ),
    });
  return (
    <DataTable caption="Readings, newest first" rows={readings} rowKey={(row) => row.id} columns={columns} />
  );
}
