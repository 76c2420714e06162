import { shareOf } from "#app/domain/disclosure/share.ts";
import { publicOtherFindings } from "./public-other-findings.ts";
import type { OtherBenchmark, PublicBenchmark } from "./public-benchmark.ts";
import {
  againstBenchmark,
  at,
  passageFinding,
  shareFinding,
  shown,
  type Figures,
  type PublicFinding,
} from "./public-finding.ts";
import type { Stage } from "./round.ts";
import { stageWords } from "./stage-words.ts";

const OTHERS = "All other ethnic groups combined";

/** Every finding that the stages allow, in the order of the way through a round. */
export function publicFindings(
  figures: Figures,
  benchmark: PublicBenchmark | null,
  other: OtherBenchmark | null = null,
): PublicFinding[] {
  const { stages } = figures;
  const steps = stages.slice(1).map((to, index) => [stages[index]!, to] as const);
  return [
    ...(stages.includes("appointed") ? [representationFinding(figures, benchmark)] : []),
    ...steps.map(([from, to]) => stepFinding(figures, from, to)),
    ...(["there_after_6_months", "there_after_12_months"] as const)
      .filter((stage) => stages.includes("appointed") && stages.includes(stage))
      .map((stage) => retentionFinding(figures, stage)),
    ...(stages.includes("applied") ? [notRecordedFinding(figures)] : []),
    ...publicOtherFindings(figures, other),
  ];
}

export function representationFinding(figures: Figures, benchmark: PublicBenchmark | null): PublicFinding {
  const finding = shareFinding(figures, {
    id: "representation",
    title: "Who was appointed",
    part: ["appointed", "group:all_other"],
    whole: ["appointed", "known"],
    words: `people appointed are from ${OTHERS.toLowerCase()}`,
  });
  const percent = benchmark?.allOtherPercent ?? null;
  if (!benchmark || percent === null) return finding;
  const cells = [at(figures, "appointed", "group:all_other"), at(figures, "appointed", "known")] as const;
  return againstBenchmark(finding, cells, { place: benchmark.place, percent });
}

/** Relative likelihood, both directions named. From shortlisted to appointed it is WRES indicator 2. */
export function stepFinding(figures: Figures, from: Stage, to: Stage): PublicFinding {
  return passageFinding(figures, from, to, {
    id: `step-${from}-${to}`,
    title: `From ${stageWords(from)} to ${stageWords(to)}`,
    first: { row: "group:all_other", label: OTHERS, people: OTHERS, inShort: "all others" },
    second: { row: "group:white", label: "White", people: "White people", inShort: "White people" },
  });
}

export function retentionFinding(
  figures: Figures,
  stage: "there_after_6_months" | "there_after_12_months",
): PublicFinding {
  const months = stage === "there_after_6_months" ? 6 : 12;
  return shareFinding(figures, {
    id: `retention-${months}`,
    title: `Still there after ${months} months`,
    part: [stage, "group:all_other"],
    whole: ["appointed", "group:all_other"],
    words: `people appointed from ${OTHERS.toLowerCase()} are still there after ${months} months`,
  });
}

export function notRecordedFinding(figures: Figures): PublicFinding {
  const finding = shareFinding(figures, {
    id: "not-recorded",
    title: "Ethnic group not recorded",
    part: ["applied", "not_recorded"],
    whole: ["applied", "all"],
    words: "applicants have no ethnic group recorded",
  });
  const apart = shown(at(figures, "applied", "prefer_not_to_say"));
  return {
    ...finding,
    caveat: `${finding.caveat} People who prefer not to say (${apart}) are counted apart.`,
  };
}

/** Share of the people whose group is known, at each stage: what the public chart draws. */
export function publicShares(figures: Figures): { stage: Stage; percent: number | null }[] {
  return figures.stages.map((stage) => ({
    stage,
    percent: shareOf(at(figures, stage, "group:all_other"), at(figures, stage, "known")).percent,
  }));
}
