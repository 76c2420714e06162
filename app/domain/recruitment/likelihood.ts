import { sentenceCase } from "../sentence-case.ts";
import { fisherExact, riskRatioKoopman, type RatioInterval } from "#app/domain/statistics/index.ts";
import { verdict } from "./chance.ts";
import type { CountsByStage, Stage } from "./round.ts";
import { countSelection, peopleOf, type Selection } from "./selection.ts";

/** One group's way through a step: `moved` of `of` people. */
export interface Passage {
  readonly label: string;
  readonly moved: number;
  readonly of: number;
}

/** Private until its figures have passed `protect`. */
export interface RelativeLikelihood {
  readonly first: Passage;
  readonly second: Passage;
  /** (moved/of) of the first group over that of the second, with a 95% Koopman interval; null when either is empty. */
  readonly ratio: RatioInterval | null;
  /** The same comparison the other way round, so that nobody misreads the direction. */
  readonly inverse: RatioInterval | null;
  /** Fisher's exact test, two-sided. */
  readonly p: number | null;
  readonly tells: boolean;
  readonly sentence: string;
}

/**
 * Relative likelihood of going from one stage to a later one. With `first` White people and `second` all other ethnic
 * groups combined, from shortlisted to appointed, it is indicator 2 of the NHS Workforce Race Equality Standard, where a
 * ratio above 1 means White people are likelier to be appointed. Null when either stage was not counted.
 */
export function relativeLikelihood(
  counts: CountsByStage,
  from: Stage,
  to: Stage,
  first: Selection,
  second: Selection,
): RelativeLikelihood | null {
  const start = counts[from];
  const end = counts[to];
  if (!start || !end) return null;
  const passage = (group: Selection): Passage => {
    return { label: group.label, moved: countSelection(end, group).x, of: countSelection(start, group).x };
  };
  const [a, b] = [passage(first), passage(second)];
  const words = [a, b].map(({ label, moved, of }) => `${label}: ${moved} of ${of}`).join("; ");
  if (a.of === 0 || b.of === 0) {
    const sentence = `${words}. One group has nobody at the start, so the two cannot be compared.`;
    return { first: a, second: b, ratio: null, inverse: null, p: null, tells: false, sentence };
  }
  const compare = (one: Passage, other: Passage) =>
    riskRatioKoopman({ x1: one.moved, n1: one.of, x2: other.moved, n2: other.of, conf: 0.95 });
  const ratio = compare(a, b);
  const inverse = compare(b, a);
  const { p } = fisherExact({ a: a.moved, b: a.of - a.moved, c: b.moved, d: b.of - b.moved });
  const { tells, words: chance } = verdict(p);
  const sentence = `${words}. ${inWords(first, second, ratio)} ${inWords(second, first, inverse)} ${chance}`;
  return { first: a, second: b, ratio, inverse, p, tells, sentence };
}

function inWords(one: Selection, other: Selection, { estimate, lower, upper }: RatioInterval): string {
  if (typeof estimate === "string")
    return `${one.label} against ${other.label}: no ratio, as nobody in the second moved on.`;
  const range =
    typeof upper === "string"
      ? `${lower.toFixed(2)} or more`
      : `between ${lower.toFixed(2)} and ${upper.toFixed(2)}`;
  return `${sentenceCase(peopleOf(one))} were ${estimate.toFixed(2)} times as likely (${range}, when chance is allowed for) to move on as ${peopleOf(other)}.`;
}
