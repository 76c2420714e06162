import type { RecruitmentRoundContent } from "#app/domain/recruitment/public.ts";
import type { RoundFigures } from "#app/domain/recruitment/figures.ts";
import { shown } from "#app/domain/recruitment/public-finding.ts";
import { stageTitle } from "#app/domain/recruitment/stage-words.ts";
import { tableOf, type Table } from "./table.ts";

type Line = { round: string; asOf: string; group: string; stage: string; people: string; rule: string };

const rules = {
  zero: "nobody",
  "nearest-5": "rounded to the nearest 5",
  small: "withheld to protect confidentiality",
  "small-or-none": "withheld to protect confidentiality",
  "protects-another": "withheld to protect confidentiality",
  held: "withheld to protect confidentiality",
} as const;
const ruleOf = ({ kind, rule }: RoundFigures["cells"][string]) =>
  rule !== "audited" ? rules[rule] : kind === "exact" ? "exact" : rules.held;

/** Rounds as a table to share: protected figures alone, with the rule that made each. */
export function recruitmentTable(
  rounds: readonly Pick<RecruitmentRoundContent, "title" | "figures">[],
): Table {
  const lines = rounds.flatMap(({ title, figures }) =>
    figures.rows.flatMap(({ id, label }) =>
      figures.stages.flatMap((stage): Line[] => {
        const cell = figures.cells[`${stage}|${id}`];
        if (!cell) return [];
        const about = { round: title, asOf: figures.asOf, group: label, stage: stageTitle(stage) };
        return [{ ...about, people: shown(cell).replaceAll(",", ""), rule: ruleOf(cell) }];
      }),
    ),
  );
  return tableOf("recruitment", "Recruitment rounds, protected counts", lines, [
    { name: "round", type: "string", description: "Name of the round", value: ({ round }) => round },
    { name: "as_of", type: "date", description: "Day that the counts describe", value: ({ asOf }) => asOf },
    { name: "group", type: "string", description: "Group of people", value: ({ group }) => group },
    { name: "stage", type: "string", description: "How far they got", value: ({ stage }) => stage },
    {
      name: "people",
      type: "string",
      description: "0, a multiple of 5 (exact where the rule says so), or ! where it is withheld",
      value: ({ people }) => people,
    },
    { name: "rule", type: "string", description: "What was done to the count", value: ({ rule }) => rule },
  ]);
}
