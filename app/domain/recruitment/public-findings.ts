import { z } from "zod";
import { shareOf } from "#app/domain/disclosure/share.ts";
import { chanceInWords } from "./chance.ts";
import { cellAt, isAudited, type Cell, type RoundFigures } from "./figures.ts";
import { publicOtherFindings } from "./public-other-findings.ts";
import type { PublicBenchmark } from "./public-benchmark.ts";
import { protectedChance, protectedRatio, protectedShare } from "./protected-interval.ts";
import type { Stage } from "./round.ts";
import { stageWords } from "./stage-words.ts";

/** What a round shows, in plain words, from its published figures alone. */
export const PublicFinding = z.object({
  id: z.string(),
  title: z.string(),
  sentence: z.string(),
  /** In `unit`; null where the figures must not or cannot tell. */
  value: z.number().nullable(),
  unit: z.enum(["%", "times as likely"]),
  /** The published figures beneath, rounded to 5 like everything here. */
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  interval: z.object({ lower: z.number(), upper: z.number(), confidence: z.literal(0.95) }).nullable(),
  caveat: z.string(),
});
export type PublicFinding = z.infer<typeof PublicFinding>;

/** Printed with every figure. */
export const ROUNDED =
  "Counts are rounded to 5, and 1 to 7 are not shown, so that nobody can be picked out. The range allows for that and for chance.";
/** The same where a total was public already. */
export const AUDITED =
  "Counts are exact; some are not shown, so that no small count can be worked out. The range allows for chance.";

/** Which of the two goes with these figures. */
export const caveatOf = (figures: Pick<RoundFigures, "cells">) => (isAudited(figures) ? AUDITED : ROUNDED);
const WITHHELD = "Too few people to give a figure without pointing at somebody.";
const OTHERS = "All other ethnic groups combined";

export type Figures = Pick<RoundFigures, "cells" | "stages"> & Partial<Pick<RoundFigures, "characteristic">>;

/** Every finding that the stages allow, in the order of the way through a round. */
export function publicFindings(figures: Figures, benchmark: PublicBenchmark | null): PublicFinding[] {
  const { stages } = figures;
  const steps = stages.slice(1).map((to, index) => [stages[index]!, to] as const);
  return [
    ...(stages.includes("appointed") ? [representationFinding(figures, benchmark)] : []),
    ...steps.map(([from, to]) => stepFinding(figures, from, to)),
    ...(["there_after_6_months", "there_after_12_months"] as const)
      .filter((stage) => stages.includes("appointed") && stages.includes(stage))
      .map((stage) => retentionFinding(figures, stage)),
    ...(stages.includes("applied") ? [notRecordedFinding(figures)] : []),
    ...publicOtherFindings(figures),
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
  const expected = benchmark?.allOtherPercent ?? null;
  if (!benchmark || expected === null || !finding.interval) return finding;
  const [part, whole] = [at(figures, "appointed", "group:all_other"), at(figures, "appointed", "known")];
  const p = protectedChance(part, whole, expected / 100);
  if (p === null || part.kind === "hidden" || whole.kind === "hidden") return finding;
  const matching = (whole.value * expected) / 100;
  const short = Math.round(matching - part.value);
  const gap = short > 0 ? `, ${short} more` : short < 0 ? `, ${-short} fewer` : "";
  const against = `Among ${benchmark.place} it is ${expected}%; to match that takes about ${Math.round(matching)} people${gap}.`;
  const tells =
    p < 0.05
      ? `A gap this size happens by chance ${chanceInWords(p)}.`
      : `Too few to tell: a gap this size may happen by chance ${chanceInWords(p)}.`;
  return { ...finding, sentence: `${finding.sentence} ${against} ${tells}` };
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

/** A row of the table, and its people: to name them, to begin a sentence with, and to end one with. */
type Side = { row: string; label: string; people: string; inShort: string };

/** How likely the people of one row are to go on, over those of another. */
export function passageFinding(
  figures: Figures,
  from: Stage,
  to: Stage,
  { id, title, first, second }: { id: string; title: string; first: Side; second: Side },
): PublicFinding {
  const passage = ({ row }: Side) => ({ moved: at(figures, to, row), of: at(figures, from, row) });
  const [there, here] = [passage(second), passage(first)];
  const about = {
    id,
    title,
    unit: "times as likely" as const,
    numerator: valueOf(here.moved),
    denominator: valueOf(here.of),
    caveat: `${caveatOf(figures)} 1 is level; below 1, ${second.inShort} were likelier to go on.`,
  };
  const found = protectedRatio(here, there);
  const other = protectedRatio(there, here);
  const words = `${first.label}: ${shown(here.moved)} of ${shown(here.of)}; ${second.label}: ${shown(there.moved)} of ${shown(there.of)}.`;
  if (!found || !Number.isFinite(found.interval.upper))
    return { ...about, value: null, interval: null, sentence: `${words} ${WITHHELD}` };
  const { ratio, interval, p } = found;
  const tells =
    p < 0.05
      ? `A gap this size happens by chance ${chanceInWords(p)}.`
      : `Too few to tell: a gap this size may happen by chance ${chanceInWords(p)}.`;
  const back = other
    ? ` ${second.people} were ${other.ratio.toFixed(2)} times as likely as ${first.inShort}.`
    : "";
  return {
    ...about,
    value: round(ratio, 100),
    interval: { lower: round(interval.lower, 100), upper: round(interval.upper, 100), confidence: 0.95 },
    sentence: `${words} ${first.people} were ${ratio.toFixed(2)} times as likely as ${second.inShort} to go on.${back} ${tells}`,
  };
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

type Share = { id: string; title: string; part: [Stage, string]; whole: [Stage, string]; words: string };

export function shareFinding(figures: Figures, { id, title, part, whole, words }: Share): PublicFinding {
  const [x, n] = [at(figures, ...part), at(figures, ...whole)];
  const about = {
    id,
    title,
    unit: "%" as const,
    numerator: valueOf(x),
    denominator: valueOf(n),
    caveat: caveatOf(figures),
  };
  const found = protectedShare(x, n);
  const base = `${shown(x)} of ${shown(n)} ${words}`;
  if (!found) {
    const isHidden = x.kind === "hidden" || n.kind === "hidden";
    const said = isHidden ? `How many ${words} is not shown (${shown(x)} of ${shown(n)})` : base;
    return { ...about, value: null, interval: null, sentence: `${said}. ${WITHHELD}` };
  }
  const { lower, upper } = found.interval;
  return {
    ...about,
    value: found.percent,
    interval: { lower: round(lower, 10), upper: round(upper, 10), confidence: 0.95 },
    sentence: `${base}: ${found.percent}%, and between ${Math.round(lower)}% and ${Math.round(upper)}% when chance is allowed for.`,
  };
}

const NOT_COUNTED: Cell = { kind: "hidden", symbol: "!", rule: "protects-another" };

function at(figures: Figures, stage: Stage, row: string): Cell {
  return cellAt(figures, stage, row) ?? NOT_COUNTED;
}

function valueOf(cell: Cell): number | null {
  return cell.kind === "hidden" ? null : cell.value;
}

/** As a table prints it. */
export function shown(cell: Cell): string {
  return cell.kind === "hidden" ? cell.symbol : cell.value.toLocaleString("en-GB");
}

function round(value: number, by: number): number {
  return Math.round(value * by) / by;
}

/** Share of the people whose group is known, at each stage: what the public chart draws. */
export function publicShares(figures: Figures): { stage: Stage; percent: number | null }[] {
  return figures.stages.map((stage) => ({
    stage,
    percent: shareOf(at(figures, stage, "group:all_other"), at(figures, stage, "known")).percent,
  }));
}
