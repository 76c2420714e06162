import { levels, levelWords } from "#app/domain/audit/instrument.ts";
import { DefinitionList } from "../data/definition-list.tsx";
import { SectionRule } from "../page/section-rule.tsx";

/** What a spreadsheet of past answers looks like. */
export function AnswersGuide({ sheetHref }: { sheetHref: string }) {
  return (
    <SectionRule
      id="format"
      title="How the spreadsheet looks"
      lede="One row for each answer. The first row names the columns, in any order."
    >
      <DefinitionList
        items={[
          {
            term: "round, first day, last day",
            value:
              "The name of the round and its days, such as 2025-03-01 or 01/03/2025. A file may hold several rounds.",
          },
          { term: "voice", value: "Team, board, co-producers or partners." },
          {
            term: "person",
            value:
              "A number or letter that tells people of one voice apart. Not a name: it is dropped in any case.",
          },
          {
            term: "question, level",
            value: `The question’s id or title, and one of: ${levels.map((level) => levelWords[level]).join(", ")}, Cannot tell. A row without a level counts its person as asked.`,
          },
          {
            term: "evidence, evidence date, note",
            value: "A level above “Trying” needs evidence and its date. A note is free.",
          },
        ]}
      />
      <p className="after-list">
        <a href={sheetHref} download>
          Take an empty sheet with every question
        </a>
        . The JSON form is described in <code>docs/audit-format.md</code>, which comes with Kept.
      </p>
    </SectionRule>
  );
}
