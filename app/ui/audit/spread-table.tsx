import { voiceWords } from "#app/domain/audit/answer.ts";
import type { Spread } from "#app/domain/audit/findings.ts";
import { levels, levelWords } from "#app/domain/audit/instrument.ts";
import { DataTable } from "../data/data-table.tsx";
import { levelOrUnknown } from "./level-names.ts";

/** The same counts as the drawing. */
export function SpreadTable({ caption, spreads }: { caption: string; spreads: readonly Spread[] }) {
  return (
    <DataTable
      caption={caption}
      captionHidden
      small
      rows={[...spreads]}
      rowKey={({ voice }) => voice}
      columns={[
        { header: "Voice", cell: ({ voice }) => voiceWords[voice], rowHeader: true },
        { header: "Middle answer", cell: ({ median }) => levelOrUnknown(median) },
        ...levels.map((level) => ({
          header: levelWords[level],
          numeric: true,
          cell: ({ counts }: Spread) => counts[level],
        })),
        { header: "Cannot tell", numeric: true, cell: ({ counts }: Spread) => counts.unknown },
      ]}
    />
  );
}
