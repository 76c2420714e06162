import { isInside, levelNumber, voiceWords } from "./answer.ts";
import { type Given, gapsIn, spreadOf, widestFirst } from "./findings.ts";
import { type Instrument, levels, levelWords, type Question } from "./instrument.ts";
import { voices } from "./answer.ts";

export type DraftPromise = { title: string; what: string; why: string };

/**
 * What an answer suggests to promise: the level above where the most cautious voice is, in the instrument's own words, and why.
 * Never less than *practised*: to talk, or to try once, is nothing to promise.
 * @returns undefined for a question that was not asked
 */
export function promiseFromAnswer(
  round: { title: string; instrument: Instrument; given: readonly Given[] },
  questionId: string,
): DraftPromise | undefined {
  const question = round.instrument.questions.find(({ id }) => id === questionId);
  if (!question) return undefined;
  const spreads = voices.flatMap((voice) => spreadOf(round.given, questionId, voice) ?? []);
  const known = spreads.flatMap(({ median }) => (median ? [levelNumber(median)] : []));
  const above = (known.length > 0 ? Math.min(...known) : 0) + 1;
  const next = levels[Math.min(levels.length - 1, Math.max(above, levelNumber("practised")))]!;
  return {
    title: question.title,
    what: question.levels[next],
    why: [`Self-audit “${round.title}”.`, ...whyWords(question, spreads)].join(" "),
  };
}

function whyWords(question: Question, spreads: Parameters<typeof gapsIn>[1]): string[] {
  const [widest] = widestFirst(gapsIn(question.id, spreads));
  if (widest)
    return [
      `${voiceWords[widest.higher]}: “${levelWords[widest.higherLevel]}”. ${voiceWords[widest.lower]}: “${levelWords[widest.lowerLevel]}”.`,
    ];
  return spreads
    .filter(({ median }) => median !== null)
    .sort((a, b) => Number(isInside(a.voice)) - Number(isInside(b.voice)))
    .map(({ voice, median }) => `${voiceWords[voice]}: “${levelWords[median!]}”.`);
}
