import type { RoundState } from "#app/domain/audit/round-state.ts";
import { DataTable } from "../data/data-table.tsx";
import { formatShortDate } from "../format.ts";

export const stateWords: Record<RoundState, string> = {
  "not-open": "Not open yet",
  open: "Open",
  closed: "Closed",
};

export type RoundRow = {
  id: string;
  title: string;
  opensOn: string;
  closesOn: string;
  state: RoundState;
  published: boolean;
};

/** @param base address of the room */
export function RoundTable({ rounds, base }: { rounds: RoundRow[]; base: string }) {
  return (
    <DataTable
      caption="Rounds, newest first"
      captionHidden
      rows={rounds}
      rowKey={({ id }) => id}
      columns={[
        { header: "Round", rowHeader: true, cell: ({ id, title }) => <a href={`${base}/${id}`}>{title}</a> },
        { header: "From", cell: ({ opensOn }) => formatShortDate(opensOn) },
        { header: "To", cell: ({ closesOn }) => formatShortDate(closesOn) },
        { header: "State", cell: ({ state }) => stateWords[state] },
        { header: "For the public", cell: ({ published }) => (published ? "Chosen parts" : "Nothing") },
      ]}
    />
  );
}
