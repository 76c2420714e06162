import { z } from "zod";
import { AuditAnswer, voices } from "./answer.ts";
import {
  answerProblems,
  fewProblems,
  mostPeople,
  mostRounds,
  type ReadAnswers,
  roundProblem,
} from "./import-plan.ts";
import { type Instrument, levels } from "./instrument.ts";
import { readJson } from "../read-json.ts";
import { placedSentence } from "./parse-instrument.ts";

const day = z.iso.date("Write the date as year-month-day, such as 2026-03-31.");

/** A file of past rounds, described for people in `docs/audit-format.md`. */
export const AnswersFile = z.strictObject({
  format: z.literal(1, "This version of Kept reads format 1."),
  /** `id@version`. */
  instrument: z.string("Name the instrument as id@version."),
  rounds: z
    .array(
      z.strictObject({
        title: z.string("Name the round.").trim().min(1, "Name the round.").max(200),
        opensOn: day,
        closesOn: day,
        people: z
          .array(
            z.strictObject({
              voice: z.enum(voices, `Give the voice: ${voices.join(", ")}.`),
              answers: z
                .array(
                  z.strictObject({
                    question: z.string("Give the id of the question."),
                    level: z.enum([...levels, "unknown"], `Give the level: ${levels.join(", ")} or unknown.`),
                    evidence: AuditAnswer.shape.evidence.default(""),
                    evidenceOn: AuditAnswer.shape.evidenceOn.default(null),
                    note: AuditAnswer.shape.note.default(""),
                  }),
                )
                .max(100, "A person answers 100 questions at most."),
            }),
          )
          .min(1, "A round has at least one person who was asked.")
          .max(mostPeople, `A round has ${mostPeople} people at most.`),
      }),
    )
    .min(1, "Give at least one round.")
    .max(mostRounds, `A file has ${mostRounds} rounds at most.`),
});

/**
 * Past rounds from a JSON file.
 * @param find the instrument by `id@version`, undefined when it is not here
 * @returns the plan, or everything that is wrong with its place, as “rounds[0].people[2].voice: …”
 */
export function readAnswersJson(
  json: string,
  find: (key: string) => Instrument | undefined,
  today: string,
): ReadAnswers {
  const read = readJson(json);
  if (!read.ok) return { ok: false, problems: [read.problem] };
  const { data } = read;
  const parsed = AnswersFile.safeParse(data);
  if (!parsed.success)
    return {
      ok: false,
      problems: fewProblems(parsed.error.issues.map(placedSentence)),
    };
  const { instrument: key, rounds } = parsed.data;
  const instrument = find(key);
  if (!instrument)
    return {
      ok: false,
      problems: [
        `instrument: there is no instrument “${key.slice(0, 100)}” here. Import it first, or correct its id and version.`,
      ],
    };
  const problems = [
    ...sameTitles(rounds.map(({ title }) => title)),
    ...rounds.flatMap((round, at) => roundProblems(round, `rounds[${at}]`, instrument, today)),
  ];
  if (problems.length > 0) return { ok: false, problems: fewProblems(problems) };
  return {
    ok: true,
    plan: { instrument, rounds: [...rounds].sort((a, b) => a.opensOn.localeCompare(b.opensOn)) },
  };
}

type Round = z.infer<typeof AnswersFile>["rounds"][number];

function roundProblems(round: Round, place: string, instrument: Instrument, today: string): string[] {
  const asked = new Set(instrument.questions.map(({ id }) => id));
  const dates = roundProblem(round, today);
  return [
    ...(dates ? [`${place}: ${dates}`] : []),
    ...round.people.flatMap(({ voice, answers }, person) => {
      const seen = new Set<string>();
      return answers.flatMap((answer, index) => {
        const here = `${place}.people[${person}].answers[${index}]`;
        if (!asked.has(answer.question))
          return [`${here}.question: “${answer.question.slice(0, 60)}” is not asked in this instrument.`];
        if (seen.has(answer.question)) return [`${here}.question: this person answered it already.`];
        seen.add(answer.question);
        return answerProblems(voice, answer, round.closesOn).map((sentence) => `${here}: ${sentence}`);
      });
    }),
  ];
}

function sameTitles(titles: readonly string[]): string[] {
  return titles.flatMap((title, index) => {
    const first = titles.findIndex((other) => other.toLowerCase() === title.toLowerCase());
    return first < index ? [`rounds[${index}].title: “${title}” is the name of rounds[${first}] too.`] : [];
  });
}
