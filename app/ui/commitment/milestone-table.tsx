import { DataTable, type Column } from "../data/data-table.tsx";
import { formatDue, formatShortDate } from "../format.ts";
import { StatusMark } from "../marks/status-mark.tsx";

type Row = { id: string; title: string; dueOn: string; metOn: string | null; dropped: boolean };

type Props = {
  milestones: Row[];
  today: string;
  /** The address of the page that changes one, for editors. */
  change?: string;
};

/** A commitment's steps in the order they are due. */
export function MilestoneTable({ milestones, today, change }: Props) {
  if (milestones.length === 0) return <p>There are no milestones yet.</p>;
  const columns: Column<Row>[] = [
    { header: "Step", rowHeader: true, cell: (row) => row.title },
    { header: "Due", cell: (row) => formatShortDate(row.dueOn) },
    { header: "Where it stands", cell: (row) => <Standing row={row} today={today} /> },
  ];
  if (change)
    columns.push({
      header: "Change",
      cell: (row) => (
        <a href={`${change}?milestone=${row.id}#milestone`}>
          Change<span className="visually-hidden"> {row.title}</span>
        </a>
      ),
    });
  return (
    <DataTable caption="Steps on the way" rows={milestones} rowKey={(row) => row.id} columns={columns} />
  );
}

function Standing({ row, today }: { row: Row; today: string }) {
  if (row.metOn) return <StatusMark kind="milestone" word={`Met on ${formatShortDate(row.metOn)}`} />;
  if (row.dropped) return <StatusMark kind="dropped" word="Given up" />;
  if (row.dueOn < today) return <StatusMark kind="overdue" word={formatDue(row.dueOn, today)} />;
  return <StatusMark kind="planned" word={formatDue(row.dueOn, today)} />;
}
