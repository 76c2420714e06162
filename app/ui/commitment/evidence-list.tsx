import { DataTable, type Column } from "../data/data-table.tsx";
import { formatNumber, formatShortDate } from "../format.ts";
import { Button } from "../forms/button.tsx";

type Row = {
  id: string;
  title: string;
  url: string | null;
  fileName: string | null;
  fileSize: number | null;
  shared: boolean;
  addedOn: string;
};

/** Evidence of one commitment. @param base the address of its page, under which files are served */
export function EvidenceList({
  evidence,
  base,
  mayEdit,
}: {
  evidence: Row[];
  base: string;
  mayEdit: boolean;
}) {
  if (evidence.length === 0) return <p>There is no evidence yet.</p>;
  const columns: Column<Row>[] = [
    {
      header: "What",
      rowHeader: true,
      cell: (row) =>
        row.url ? (
          <a href={row.url} rel="noopener noreferrer">
            {row.title}
          </a>
        ) : (
          <a href={`${base}/${row.id}`}>{row.title}</a>
        ),
    },
    {
      header: "Kind",
      cell: (row) =>
        row.url
          ? "link"
          : `${row.fileName} (${formatNumber(Math.max(1, Math.round((row.fileSize ?? 0) / 1024)))} KB)`,
    },
    { header: "Added", cell: (row) => formatShortDate(row.addedOn) },
    {
      header: "Who may see it",
      cell: (row) => {
        if (row.shared) return "everyone, once published";
        if (!mayEdit) return "members only";
        return (
          <form method="post">
            <input type="hidden" name="intent" value="share" />
            <input type="hidden" name="evidence" value={row.id} />
            members only{" "}
            <Button variant="quiet">
              Show to everyone<span className="visually-hidden">: {row.title}</span>
            </Button>
          </form>
        );
      },
    },
  ];
  return (
    <DataTable caption="Evidence, newest first" rows={evidence} rowKey={(row) => row.id} columns={columns} />
  );
}
