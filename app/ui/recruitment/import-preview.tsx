import type { SchemeId } from "#app/domain/recruitment/category.ts";
import type { CountedApplicants } from "#app/domain/recruitment/count-applicants.ts";
import { ethnicRows } from "#app/domain/recruitment/grid-rows.ts";
import type { UnknownWord } from "#app/domain/recruitment/import-mapping.ts";
import { STAGES } from "#app/domain/recruitment/round.ts";
import { SCHEMES } from "#app/domain/recruitment/schemes.ts";
import { stageTitle } from "#app/domain/recruitment/stage-words.ts";
import { DataTable } from "../data/data-table.tsx";
import { SectionRule } from "../page/section-rule.tsx";

export type Preview = CountedApplicants & { words: readonly UnknownWord[] };

/** What keeping would save, and row by row what could not be read. */
export function ImportPreview({ preview, scheme }: { preview: Preview; scheme: SchemeId }) {
  const { counts, read, refused, problems } = preview;
  const stages = STAGES.filter((stage) => counts[stage]);
  const rows = ethnicRows(SCHEMES[scheme]).filter(({ id }) => stages.some((stage) => counts[stage]?.[id]));
  return (
    <>
      <SectionRule
        id="preview"
        title="What was counted"
        lede={`${read.toLocaleString("en-GB")} rows counted, ${refused.toLocaleString("en-GB")} left out.`}
      >
        <DataTable
          caption="People by ethnic group and stage"
          narrow="scroll"
          small
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            { header: "Group", rowHeader: true, cell: ({ label }) => label },
            ...stages.map((stage) => ({
              header: stageTitle(stage),
              numeric: true,
              cell: ({ id }: { id: string }) => counts[stage]?.[id] ?? 0,
            })),
          ]}
        />
      </SectionRule>
      {problems.length > 0 ? (
        <SectionRule
          id="problems"
          title="What could not be read"
          lede={refused > problems.length ? `The first ${problems.length}.` : undefined}
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
