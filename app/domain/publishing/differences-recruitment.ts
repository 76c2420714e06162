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
    ...findingsDifference(before, after),
    ...reworded("Compared with", benchmarkWords(before), benchmarkWords(after)),
  ];
}

/**
 * What is told now and was not, and what was told and is not any more; a finding that is only said in other words, or stands in
 * another place, is neither. A newer Kept may tell more from the same figures: then it says so, since nobody
 * here changed anything.
 */
function findingsDifference(before: RecruitmentRoundContent, after: RecruitmentRoundContent): Difference[] {
  const missingIn = (one: RecruitmentRoundContent, other: RecruitmentRoundContent) => {
    const ids = new Set(other.findings.map(({ id }) => id));
    return one.findings.flatMap(({ id, title }) => (ids.has(id) ? [] : [title])).join("; ");
  };
  const areSame = JSON.stringify(before.figures) === JSON.stringify(after.figures);
  const field = areSame ? "Told from the same figures" : "Findings";
  return noted(field, missingIn(before, after), missingIn(after, before));
}

const detailWords = { "five-groups": "five groups", "every-group": "each group" };

function benchmarkWords({ benchmark }: RecruitmentRoundContent): string {
  if (!benchmark) return "nothing";
  const share = benchmark.allOtherPercent === null ? "share not shown" : `${benchmark.allOtherPercent}%`;
  return `${benchmark.place}, ${share} (${benchmark.source}, ${writtenDay(benchmark.on)})`;
}
