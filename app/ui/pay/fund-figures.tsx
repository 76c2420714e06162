import type { LinePosition } from "#app/domain/remuneration/position.ts";
import { purposeNames } from "#app/domain/remuneration/words.ts";
import type { LinePurpose } from "#app/domain/remuneration/fund.ts";
import { DataTable } from "../data/data-table.tsx";
import { formatPence } from "../format.ts";

export type LineRow = { id: string; title: string; purpose: LinePurpose; position: LinePosition };

/** Where every line of a fund stands. */
export function LineTable({ lines }: { lines: LineRow[] }) {
  return (
    <DataTable
      caption="Lines of this fund"
      rows={lines}
      rowKey={(line) => line.id}
      columns={[
        { header: "Line", rowHeader: true, cell: (line) => line.title },
        { header: "Pays for", cell: (line) => purposeNames[line.purpose] },
        { header: "Budget", numeric: true, cell: ({ position }) => formatPence(position.budget) },
        { header: "Promised", numeric: true, cell: ({ position }) => formatPence(position.committed) },
        { header: "Spent", numeric: true, cell: ({ position }) => formatPence(position.spent) },
        { header: "Forecast", numeric: true, cell: ({ position }) => formatPence(position.forecast) },
        { header: "Left", numeric: true, cell: ({ position }) => formatPence(position.left) },
      ]}
    />
  );
}
