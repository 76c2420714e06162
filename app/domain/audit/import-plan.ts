import { type AuditAnswer, hasLapsed, missingEvidence, owesEvidence, type Voice, voices } from "./answer.ts";
import { fewestInVoice } from "./findings.ts";
import type { Instrument } from "./instrument.ts";

/** One past round as a file tells it. People have a voice and answers; whatever the file called them is not kept. */
export type PlannedRound = {
  title: string;
  opensOn: string;
  closesOn: string;
  people: { voice: Voice; answers: AuditAnswer[] }[];
};

/** What an import would add: rounds that all asked the same instrument, oldest first. */
export type AnswersPlan = {
  instrument: Instrument;
  rounds: PlannedRound[];
  /** Columns of a spreadsheet that nobody reads, as they are told: “Email” in quotation marks, or the place of one without a name. */
  passedOver?: string[];
};

/** What a file came to: a plan, or everything that has to be put right, each with its place. */
export type ReadAnswers = { ok: true; plan: AnswersPlan } | { ok: false; problems: string[] };

/** Rounds in one file: yearly rounds of two decades. */
export const mostRounds = 24;
/** People in one round, as many as could be invited by hand. */
export const mostPeople = 1000;

const mostProblems = 40;

/** @returns the problems that a reader is shown: the first forty, and how many more there are */
export function fewProblems(problems: readonly string[]): string[] {
  const more = problems.length - mostProblems;
  return more > 0
    ? [...problems.slice(0, mostProblems), `And ${more} more. Put these right first.`]
    : [...problems];
}

/**
 * What is wrong with the dates of a round that is over.
 * @returns a sentence, or undefined
 */
export function roundProblem(
  { title, opensOn, closesOn }: Omit<PlannedRound, "people">,
  today: string,
): string | undefined {
  if (closesOn < opensOn) return `The round “${title}” closes on ${closesOn}, before it opens on ${opensOn}.`;
  if (closesOn >= today)
    return `The round “${title}” is not over: its last day is ${closesOn}. Only past rounds can be imported; invite people to this one instead.`;
  return undefined;
}

/** What is missing from an imported answer. Old evidence is no error: it is told as lapsed. @returns sentences */
export function answerProblems(voice: Voice, answer: AuditAnswer, lastDay: string): string[] {
  return Object.values(missingEvidence(voice, answer, lastDay)).flat();
}

export type RoundPreview = Omit<PlannedRound, "people"> & {
  answers: number;
  /** Answers above *trying* whose evidence was more than a year old on the round's last day. */
  lapsed: number;
  voices: { voice: Voice; asked: number; answered: number; silent: boolean }[];
};

/** What the person who imports sees before anything is stored: how many, never who said what. */
export function previewOf({ rounds }: AnswersPlan): RoundPreview[] {
  return rounds.map(({ people, ...round }) => ({
    ...round,
    answers: people.reduce((sum, { answers }) => sum + answers.length, 0),
    lapsed: people
      .flatMap(({ answers }) => answers)
      .filter(
        (answer) =>
          owesEvidence(answer) && answer.evidenceOn !== null && hasLapsed(answer.evidenceOn, round.closesOn),
      ).length,
    voices: voices.flatMap((voice) => {
      const own = people.filter((person) => person.voice === voice);
      const answered = own.filter(({ answers }) => answers.length > 0).length;
      return own.length > 0 ? [{ voice, asked: own.length, answered, silent: answered < fewestInVoice }] : [];
    }),
  }));
}
