import { type AuditAnswer, hasLapsed, levelNumber, owesEvidence, type Voice, voices } from "./answer.ts";
import { type Instrument, type Level, levels } from "./instrument.ts";

/** Fewest people of a voice at which its answers are shown. Below it the voice is silent for everybody. */
export const fewestInVoice = 3;

export type Spread = {
  voice: Voice;
  /** Lower median of those who gave a level: with an even number the more cautious of the two. Never an average. */
  median: Level | null;
  counts: Record<Level | "unknown", number>;
  answered: number;
};

export type Given = { voice: Voice; person: string; answer: AuditAnswer };

/** How one voice answered one question; undefined when fewer than three people of that voice did. */
export function spreadOf(given: readonly Given[], question: string, voice: Voice): Spread | undefined {
  const answers = given.filter((each) => each.voice === voice && each.answer.question === question);
  if (new Set(answers.map((each) => each.person)).size < fewestInVoice) return undefined;
  const counts = Object.fromEntries([...levels, "unknown"].map((level) => [level, 0])) as Spread["counts"];
  for (const { answer } of answers) counts[answer.level] += 1;
  const known = answers
    .flatMap(({ answer }) => (answer.level === "unknown" ? [] : [levelNumber(answer.level)]))
    .sort((a, b) => a - b);
  const median = known.length === 0 ? null : levels[known[(known.length - 1) >> 1]!]!;
  return { voice, median, counts, answered: answers.length };
}

export type PerceptionGap = {
  question: string;
  higher: Voice;
  higherLevel: Level;
  lower: Voice;
  lowerLevel: Level;
  /** Whole levels between the two, from 1 to 4. */
  levels: number;
};

/**
 * Where the organisation (team or board) sees itself higher than co-producers or partners do, widest first. Only a gap in
 * that direction is named: people who see more than the organisation claims are no reason for concern.
 */
export function perceptionGaps(instrument: Instrument, given: readonly Given[]): PerceptionGap[] {
  return widestFirst(
    instrument.questions.flatMap(({ id }) =>
      gapsIn(
        id,
        voices.flatMap((voice) => spreadOf(given, id, voice) ?? []),
      ),
    ),
  );
}

/** The gaps of one question, from what may be shown of it: so the public page finds what the organisation found. */
export function gapsIn(
  question: string,
  spreads: readonly Pick<Spread, "voice" | "median">[],
): PerceptionGap[] {
  const medianOf = (voice: Voice) => spreads.find((spread) => spread.voice === voice)?.median;
  return (["team", "board"] as const).flatMap((higher) =>
    (["co-producers", "partners"] as const).flatMap((lower): PerceptionGap[] => {
      const [up, down] = [medianOf(higher), medianOf(lower)];
      const between = up && down ? levelNumber(up) - levelNumber(down) : 0;
      return between > 0
        ? [{ question, higher, higherLevel: up!, lower, lowerLevel: down!, levels: between }]
        : [];
    }),
  );
}

export function widestFirst(gaps: readonly PerceptionGap[]): PerceptionGap[] {
  return [...gaps].sort((a, b) => b.levels - a.levels || a.question.localeCompare(b.question));
}

export type Shift = { question: string; voice: Voice; from: Level; to: Level; levels: number };

/** What moved between two rounds, voice by voice, where both rounds can be shown. */
export function compareRounds(
  instrument: Instrument,
  before: readonly Given[],
  after: readonly Given[],
): Shift[] {
  return instrument.questions.flatMap(({ id }) =>
    voices.flatMap((voice) => {
      const from = spreadOf(before, id, voice)?.median;
      const to = spreadOf(after, id, voice)?.median;
      if (!from || !to) return [];
      return [{ question: id, voice, from, to, levels: levelNumber(to) - levelNumber(from) }];
    }),
  );
}

/** Answers above *trying* whose evidence is older than a year: it shows what was, not what is. */
export function lapsedEvidence(given: readonly Given[], today: string): Given[] {
  return given.filter(
    ({ answer }) => owesEvidence(answer) && answer.evidenceOn !== null && hasLapsed(answer.evidenceOn, today),
  );
}
