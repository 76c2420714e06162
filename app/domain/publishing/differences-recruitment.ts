import { practiceFacts } from "../recruitment/practice.ts";
import type { RecruitmentRoundContent } from "../recruitment/public.ts";
import { shown } from "../recruitment/public-finding.ts";
import { bodyNames, stageWords } from "../recruitment/stage-words.ts";
import { writtenDay } from "../dates/written-day.ts";
import { noted, reworded, type Difference } from "./difference.ts";

/** Figures that were public are explained when they change; further stages of the same round are only noted. */
export function recruitmentDifferences(
  before: RecruitmentRoundContent,
  after: RecruitmentRoundContent,
): Difference[] {
  const day = (on: string | null) => (on ? writtenDay(on) : "still open");
  const practice = (content: RecruitmentRoundContent) =>
    practiceFacts(content.practice)
      .map(({ term, value }) => `${term}: ${value}`)
      .join("; ");
  const corrected = Object.entries(before.figures.cells).filter(
    ([id, cell]) => JSON.stringify(cell) !== JSON.stringify(after.figures.cells[id]),
  );
  const stages = (content: RecruitmentRoundContent) => content.figures.stages.map(stageWords).join(", ");
  const findings = (content: RecruitmentRoundContent) =>
    content.findings.map(({ title }) => title).join("; ");
  return [
    ...reworded("Name", before.title, after.title),
    ...reworded("For", bodyNames[before.body], bodyNames[after.body]),
    ...noted("Opened", day(before.openedOn), day(after.openedOn)),
    ...noted("Closed", day(before.closedOn), day(after.closedOn)),
    ...reworded("How people were found and chosen", practice(before), practice(after)),
    ...noted("Stages counted", stages(before), stages(after)),
    ...noted("Groups", detailWords[before.figures.detail], detailWords[after.figures.detail]),
    ...corrected.flatMap(([id, cell]) => {
      const now = after.figures.cells[id];
      return reworded(id.replace("|", ", "), shown(cell), now ? shown(now) : "no longer shown");
    }),
    ...noted("Findings", findings(before), findings(after)),
    ...reworded("Compared with", benchmarkWords(before), benchmarkWords(after)),
  ];
}

const detailWords = { "five-groups": "five groups", "every-group": "each group" };

function benchmarkWords({ benchmark }: RecruitmentRoundContent): string {
  if (!benchmark) return "nothing";
  const share = benchmark.allOtherPercent === null ? "share not shown" : `${benchmark.allOtherPercent}%`;
  return `${benchmark.place}, ${share} (${benchmark.source}, ${writtenDay(benchmark.on)})`;
}
