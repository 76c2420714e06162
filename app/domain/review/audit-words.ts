import { voiceWords } from "../audit/answer.ts";
import { levels, levelWords } from "../audit/instrument.ts";
import type { AuditRoundContent, PublicSpread } from "../audit/public.ts";
import { writtenDay } from "../dates/written-day.ts";
import type { ContentLine } from "./content-words.ts";

/** What would be published of a self-audit, for a reviewer: who was asked, then each question with what every voice said. */
export function auditWords(content: AuditRoundContent): ContentLine[] {
  const { title, instrument, version, closedOn, asked, voices, questions } = content;
  return [
    { name: "Title", says: title },
    {
      name: "What people were asked",
      says: `${instrument}, version ${version}. ${questions.length} of its ${asked} questions would be published.`,
    },
    { name: "Closed on", says: writtenDay(closedOn) },
    {
      name: "Who was asked",
      says: voices
        .map(
          ({ voice, asked, answered }) =>
            `${voiceWords[voice]}: ${asked} asked, ${answered ?? "fewer than three"} answered`,
        )
        .join("\n"),
    },
    ...questions.map((question) => ({ name: question.title, says: questionWords(question) })),
  ];
}

function questionWords({
  lookAt,
  recommendation,
  levels: described,
  spreads,
}: AuditRoundContent["questions"][number]) {
  return [
    lookAt,
    recommendation && `It audits the recommendation “${recommendation.replace(/-/g, " ")}”.`,
    ...spreads.map(spreadWords),
    spreads.length === 0 && "No voice of three or more answered.",
    ...levels.map((level) => described?.[level] && `“${levelWords[level]}” means: ${described[level]}`),
  ]
    .filter(Boolean)
    .join("\n");
}

function spreadWords({ voice, answered, median, counts }: PublicSpread): string {
  const said = [
    ...levels.filter((level) => counts[level] > 0).map((level) => `${levelWords[level]} ${counts[level]}`),
    ...(counts.unknown > 0 ? [`Cannot tell ${counts.unknown}`] : []),
  ];
  const middle = median ? `the middle is “${levelWords[median]}”` : "nobody could tell";
  return `${voiceWords[voice]}, ${answered} answers, ${middle}: ${said.join(", ")}.`;
}
