import type { SeenRow } from "#app/domain/review/seen-rows.ts";
import { DataTable } from "../data/data-table.tsx";
import { formatShortDate } from "../format.ts";

/** What a reviewer signs for. */
export function SeenTable({ rows }: { rows: SeenRow[] }) {
  return (
    <DataTable
      caption="What this commitment says now"
      captionHidden
      rows={rows}
      rowKey={({ subject }) => subject}
      columns={[
        { header: "What", rowHeader: true, cell: ({ label }) => label },
        { header: "From", cell: ({ on }) => formatShortDate(on) },
        { header: "It says", cell: ({ says }) => says },
      ]}
    />
  );
}
