import { DataTable } from "../data/data-table.tsx";
import { formatNumber, formatPence, formatShortDate } from "../format.ts";

type Cost = {
  id: string;
  title: string;
  salaryPence: number;
  onCostsPercent: number;
  hoursPerWeek: number;
  weeksPerYear: number;
  from: string;
  hourlyPence: number;
};

/** Staff grades with what an hour of each costs. */
export function StaffTable({ costs }: { costs: Cost[] }) {
  if (costs.length === 0) return <p>No grade yet.</p>;
  return (
    <DataTable
      caption="Staff grades"
      rows={costs}
      rowKey={(cost) => cost.id}
      columns={[
        { header: "Grade", rowHeader: true, cell: (cost) => cost.title },
        { header: "From", cell: (cost) => formatShortDate(cost.from) },
        { header: "Salary", numeric: true, cell: (cost) => formatPence(cost.salaryPence) },
        { header: "On-costs", numeric: true, cell: (cost) => `${formatNumber(cost.onCostsPercent)}%` },
        { header: "Hours a week", numeric: true, cell: (cost) => formatNumber(cost.hoursPerWeek) },
        { header: "Weeks a year", numeric: true, cell: (cost) => formatNumber(cost.weeksPerYear) },
        { header: "An hour", numeric: true, cell: (cost) => formatPence(cost.hourlyPence) },
      ]}
    />
  );
}
