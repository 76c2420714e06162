import type { Line } from "#app/domain/session/preflight.ts";
import { itemNames } from "#app/domain/session/preflight-words.ts";
import { DataTable } from "../data/data-table.tsx";
import { countOf, formatShortDate } from "../format.ts";

/** The one page to print: each item with how it stands, who answers for it and by when. */
export function Readiness({ lines, accepted }: { lines: readonly Line[]; accepted: readonly string[] }) {
  const asked = lines.filter(({ asked: needed }) => needed);
  const open = asked.filter(({ fault }) => fault).length;
  return (
    <>
      <p className="figure-sentence">
        <b>{asked.length - open}</b> of {countOf(asked.length, "item")} in order.
      </p>
      <DataTable
        caption="Readiness"
        captionHidden
        rows={asked}
        rowKey={(line) => line.item}
        columns={[
          { header: "Item", rowHeader: true, cell: (line) => itemNames[line.item] },
          { header: "Stands", cell: (line) => (line.fault ? "Not in order" : "In order") },
          { header: "What is missing, or arranged", cell: (line) => line.fault ?? (line.said?.note || "–") },
          { header: "Who", cell: (line) => line.owner ?? "nobody yet" },
          { header: "By", cell: (line) => (line.dueOn ? formatShortDate(line.dueOn) : "no day") },
        ]}
      />
      {accepted.length > 0 ? <p>Conflicts accepted with a reason: {accepted.join("; ")}.</p> : null}
    </>
  );
}
