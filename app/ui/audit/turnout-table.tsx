import { type Voice, voiceWords } from "#app/domain/audit/answer.ts";
import { DataTable } from "../data/data-table.tsx";

/** How many of each voice were asked, and how many answered anything; null for one or two. */
export function TurnoutTable({ rows }: { rows: { voice: Voice; asked: number; answered: number | null }[] }) {
  return (
    <DataTable
      caption="Asked and answered, by voice"
      captionHidden
      rows={rows}
      rowKey={({ voice }) => voice}
      columns={[
        { header: "Voice", rowHeader: true, cell: ({ voice }) => voiceWords[voice] },
        { header: "Asked", numeric: true, cell: ({ asked }) => asked },
        { header: "Answered", numeric: true, cell: ({ answered }) => answered ?? "Fewer than 3" },
      ]}
    />
  );
}
