import { addMonths } from "../dates/days.ts";
import { type AuditAnswer, levelNumber, type Voice, voices } from "./answer.ts";
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
  const gaps: PerceptionGap[] = [];
  for (const { id } of instrument.questions) {
    const of = new Map(voices.map((voice) => [voice, spreadOf(given, id, voice)?.median ?? null]));
    for (const higher of ["team", "board"] as const)
      for (const lower of ["co-producers", "partners"] as const) {
        const [up, down] = [of.get(higher), of.get(lower)];
        if (!up || !down) continue;
        const between = levelNumber(up) - levelNumber(down);
        if (between > 0)
          gaps.push({ question: id, higher, higherLevel: up, lower, lowerLevel: down, levels: between });
      }
  }
  return gaps.sort((a, b) => b.levels - a.levels || a.question.localeCompare(b.question));
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
  const oldest = addMonths(today, -12);
  return given.filter(
    ({ answer }) =>
      answer.level !== "unknown" &&
      levelNumber(answer.level) > levelNumber("trying") &&
      answer.evidenceOn !== null &&
      answer.evidenceOn < oldest,
  );
}
