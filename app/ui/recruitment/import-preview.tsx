import type { SchemeId } from "#app/domain/recruitment/category.ts";
import type { CountedApplicants } from "#app/domain/recruitment/count-applicants.ts";
import { characteristicName, type Characteristic } from "#app/domain/recruitment/characteristics.ts";
import { characteristicRows, ethnicRows, type GridRow } from "#app/domain/recruitment/grid-rows.ts";
import type { UnknownWord } from "#app/domain/recruitment/import-mapping.ts";
import { STAGES, type CountsByCategory, type CountsByStage } from "#app/domain/recruitment/round.ts";
import { SCHEMES } from "#app/domain/recruitment/schemes.ts";
import { stageTitle } from "#app/domain/recruitment/stage-words.ts";
import { DataTable } from "../data/data-table.tsx";
import { SectionRule } from "../page/section-rule.tsx";

export type Preview = CountedApplicants & { words: readonly UnknownWord[] };

type PreviewProps = { preview: Preview; scheme: SchemeId; characteristic: Characteristic | undefined };

/** What keeping would save, and row by row what could not be read. */
export function ImportPreview({ preview, scheme, characteristic }: PreviewProps) {
  const { counts, other, international, read, refused, problems, unlisted } = preview;
  const stages = STAGES.filter((stage) => counts[stage]);
  const abroad = stages
    .map(
      (stage) =>
        `${stageTitle(stage).toLowerCase()} ${total(international?.[stage]).toLocaleString("en-GB")}`,
    )
    .join(", ");
  return (
    <>
      <SectionRule
        id="preview"
        title="What was counted"
        lede={`${rowsInWords(read)} counted, ${refused.toLocaleString("en-GB")} left out.`}
      >
        {read === 0 ? (
          <p>There is nothing to keep. Put right what could not be read, here or in the file.</p>
        ) : (
          <div className="stack-wide">
            <CountedTable
              caption="People by ethnic group and stage"
              rows={ethnicRows(SCHEMES[scheme])}
              counts={counts}
            />
            {other && characteristic ? (
              <CountedTable
                caption={`The same people by ${characteristicName(characteristic).toLowerCase()}`}
                rows={characteristicRows(characteristic)}
                counts={other}
              />
            ) : null}
            {international ? <p>Of them recruited from abroad: {abroad}.</p> : null}
          </div>
        )}
      </SectionRule>
      {problems.length > 0 ? (
        <SectionRule
          id="problems"
          title="What could not be read"
          lede={
            unlisted > 0
              ? `Another ${rowsInWords(unlisted)} could not be read, for yet more reasons. A column may not hold what it was chosen for.`
              : undefined
          }
        >
          <ul className="measure">
            {problems.map(({ message }) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </SectionRule>
      ) : null}
    </>
  );
}

const rowsInWords = (count: number) => `${count.toLocaleString("en-GB")} ${count === 1 ? "row" : "rows"}`;

/** The rows that anybody is in, and everyone. */
function CountedTable({
  caption,
  rows,
  counts,
}: {
  caption: string;
  rows: readonly GridRow[];
  counts: CountsByStage;
}) {
  const stages = STAGES.filter((stage) => counts[stage]);
  const counted = rows.filter(({ id }) => stages.some((stage) => counts[stage]?.[id]));
  return (
    <DataTable
      caption={caption}
      narrow="scroll"
      small
      rows={[...counted, { id: EVERYONE, label: "Everyone" }]}
      rowKey={({ id }) => id}
      columns={[
        { header: "Group", rowHeader: true, cell: ({ label }) => label },
        ...stages.map((stage) => ({
          header: stageTitle(stage),
          numeric: true,
          cell: ({ id }: { id: string }) => {
            const people = counts[stage];
            return (id === EVERYONE ? total(people) : (people?.[id] ?? 0)).toLocaleString("en-GB");
          },
        })),
      ]}
    />
  );
}

/** No group's id. */
const EVERYONE = "*";

function total(people: CountsByCategory | null | undefined): number {
  return Object.values(people ?? {}).reduce((sum, count) => sum + count, 0);
}
