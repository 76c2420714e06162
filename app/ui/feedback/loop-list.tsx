import { dueWords, loopMark } from "./loop-words.ts";
import type { LoopView } from "#app/domain/feedback/view.ts";
import { DataTable } from "../data/data-table.tsx";
import { formatShortDate } from "../format.ts";
import { StatusMark } from "../marks/status-mark.tsx";

export type ListedLoop = {
  id: string;
  words: string;
  receivedOn: string;
  takenBackOn: string | null;
  source: { title: string };
  view: LoopView;
};

/** Loops in a table, each with where it stands. */
export function LoopList({ loops, base, caption }: { loops: ListedLoop[]; base: string; caption: string }) {
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={loops}
      rowKey={({ id }) => id}
      columns={[
        {
          header: "What people said",
          rowHeader: true,
          cell: (loop) => <a href={`${base}/${loop.id}`}>{titleOf(loop)}</a>,
        },
        { header: "Where", cell: ({ source }) => source.title },
        { header: "Received", cell: ({ receivedOn }) => formatShortDate(receivedOn) },
        { header: "Stands", cell: ({ view }) => <StatusMark {...loopMark(view)} /> },
        { header: "Answer", cell: ({ view }) => dueWords(view) },
      ]}
    />
  );
}

/** The first words, as the name of a loop. */
export function titleOf({ words, takenBackOn }: Pick<ListedLoop, "words" | "takenBackOn">): string {
  if (words === "") return takenBackOn ? "Words that were taken back" : "Words not shown";
  return words.length > 80 ? `${words.slice(0, 78).trimEnd()}…` : words;
}
