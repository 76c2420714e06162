import { z } from "zod";
import { chanceInWords } from "./chance.ts";
import { cellAt, isAudited, type Cell, type RoundFigures } from "./figures.ts";
import { protectedChance, protectedRatio, protectedShare } from "./protected-interval.ts";
import type { Stage } from "./round.ts";

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

export type Figures = Pick<RoundFigures, "cells" | "stages"> & Partial<Pick<RoundFigures, "characteristic">>;

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
  const back = other
    ? ` ${second.people} were ${other.ratio.toFixed(2)} times as likely as ${first.inShort}.`
    : "";
  return {
    ...about,
    value: round(ratio, 100),
    interval: { lower: round(interval.lower, 100), upper: round(interval.upper, 100), confidence: 0.95 },
    sentence: `${words} ${first.people} were ${ratio.toFixed(2)} times as likely as ${second.inShort} to go on.${back} ${whatChanceTells(p)}`,
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

export function at(figures: Figures, stage: Stage, row: string): Cell {
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

/** A share set beside that of a benchmark: how many people would match it, and whether chance may tell. As it was where the figures cannot say. */
export function againstBenchmark(
  finding: PublicFinding,
  [part, whole]: readonly [Cell, Cell],
  { place, percent }: { place: string; percent: number },
): PublicFinding {
  if (!finding.interval) return finding;
  const p = protectedChance(part, whole, percent / 100);
  if (p === null || part.kind === "hidden" || whole.kind === "hidden") return finding;
  const matching = (whole.value * percent) / 100;
  const short = Math.round(matching - part.value);
  const gap = short > 0 ? `, ${short} more` : short < 0 ? `, ${-short} fewer` : "";
  const against = `Among ${place} it is ${percent}%; to match that takes about ${Math.round(matching)} people${gap}.`;
  return { ...finding, sentence: `${finding.sentence} ${against} ${whatChanceTells(p)}` };
}

/** Whether a gap may be chance alone. @param p how likely a gap of its size is by chance */
export function whatChanceTells(p: number): string {
  return p < 0.05
    ? `A gap this size happens by chance ${chanceInWords(p)}.`
    : `Too few to tell: a gap this size may happen by chance ${chanceInWords(p)}.`;
}
