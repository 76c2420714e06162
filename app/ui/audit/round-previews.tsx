import { countOf } from "#app/domain/counted.ts";
import { voiceWords } from "#app/domain/audit/answer.ts";
import type { RoundPreview } from "#app/domain/audit/import-plan.ts";
import { DataTable } from "../data/data-table.tsx";
import { formatDate } from "../format.ts";
import { SectionRule } from "../page/section-rule.tsx";

/** What a file of past rounds would add: how many people of each voice, and what will stay unsaid. */
export function RoundPreviews({ rounds }: { rounds: readonly RoundPreview[] }) {
  return (
    <>
      {rounds.map(({ title, opensOn, closesOn, answers, lapsed, voices }, index) => (
        <SectionRule
          key={index}
          id={`round-${index + 1}`}
          title={title}
          lede={`From ${formatDate(opensOn)} to ${formatDate(closesOn)}. ${countOf(answers, "answer")}.`}
        >
          <DataTable
            caption={`Who was asked in ${title}`}
            captionHidden
            rows={voices}
            rowKey={({ voice }) => voice}
            columns={[
              { header: "Voice", rowHeader: true, cell: ({ voice }) => voiceWords[voice] },
              { header: "Asked", numeric: true, cell: ({ asked }) => asked },
              { header: "Answered", numeric: true, cell: ({ answered }) => answered },
              {
                header: "Will be shown",
                cell: ({ silent }) => (silent ? "No: fewer than three" : "Where three answered"),
              },
            ]}
          />
          {lapsed > 0 ? (
            <p>
              {countOf(lapsed, "answer")} above “Trying” {lapsed === 1 ? "rests" : "rest"} on evidence that
              was more than a year old by then. They are kept as they were given, and shown as lapsed.
            </p>
          ) : null}
        </SectionRule>
      ))}
    </>
  );
}
