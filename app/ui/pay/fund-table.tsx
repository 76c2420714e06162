import { type fundKinds } from "#app/domain/remuneration/fund.ts";
import { fundKindNames } from "#app/domain/remuneration/words.ts";
import { DataTable } from "../data/data-table.tsx";
import { formatPence, formatShortDate } from "../format.ts";

export type FundRow = {
  id: string;
  title: string;
  kind: (typeof fundKinds)[number];
  startsOn: string;
  endsOn: string;
  held: number;
  unallocated: number;
  committed: number;
  spent: number;
  left: number;
};

/** Funds and where each stands, in pounds and pence. */
export function FundTable({ funds, base }: { funds: FundRow[]; base: string }) {
  return (
    <DataTable
      caption="Funds"
      captionHidden
      rows={funds}
      rowKey={(fund) => fund.id}
      columns={[
        {
          header: "Fund",
          rowHeader: true,
          cell: (fund) => <a href={`${base}/funds/${fund.id}`}>{fund.title}</a>,
        },
        { header: "Kind", cell: (fund) => fundKindNames[fund.kind] },
        {
          header: "Period",
          cell: (fund) => `${formatShortDate(fund.startsOn)} to ${formatShortDate(fund.endsOn)}`,
        },
        { header: "Holds", numeric: true, cell: (fund) => formatPence(fund.held) },
        { header: "In no line", numeric: true, cell: (fund) => formatPence(fund.unallocated) },
        { header: "Promised", numeric: true, cell: (fund) => formatPence(fund.committed) },
        { header: "Spent", numeric: true, cell: (fund) => formatPence(fund.spent) },
        { header: "Left", numeric: true, cell: (fund) => formatPence(fund.left) },
      ]}
    />
  );
}
