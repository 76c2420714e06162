import { SYMBOLS } from "#app/domain/disclosure/symbols.ts";
import { sentenceCase } from "../sentence-case.ts";
import { answerInSentence, characteristicName, choicesOf, type Characteristic } from "./characteristics.ts";
import { writtenDay } from "../dates/written-day.ts";
import { cellAt } from "./figures.ts";
import type { OtherBenchmark } from "./public-benchmark.ts";
import {
  againstBenchmark,
  at as cellIn,
  passageFinding,
  shareFinding,
  shown,
  type Figures,
  type PublicFinding,
} from "./public-finding.ts";
import { peopleOf, type Selection } from "./selection.ts";
import { stageWords } from "./stage-words.ts";

/** Answers that are two sides of one question: who went on can be compared. Of several, each has its share alone. */
const COMPARED: Partial<Record<Characteristic, readonly [first: string, second: string]>> = {
  disability: ["disabled", "not_disabled"],
  gender: ["woman", "man"],
};

/**
 * What the other characteristic shows, from the published figures alone: who was appointed (or got as far as was counted), of
 * everyone there, and who went on. Answers that nobody gave are passed by; hidden ones are not.
 */
export function publicOtherFindings(figures: Figures, benchmark: OtherBenchmark | null): PublicFinding[] {
  const { characteristic, stages } = figures;
  if (!characteristic) return [];
  const at = stages.includes("appointed") ? "appointed" : stages.at(-1);
  if (!at) return [];
  const answers = choicesOf(characteristic).map((choice): Selection & { id: string; row: string } => ({
    ...choice,
    ids: [choice.id],
    row: `other:${choice.id}`,
  }));
  const given = answers.filter(({ row }) =>
    stages.some((stage) => {
      const cell = cellAt(figures, stage, row);
      return cell && !(cell.kind === "exact" && cell.value === 0);
    }),
  );
  if (given.length === 0) return [];
  const name = characteristicName(characteristic);
  const said = (id: string) => {
    const cell = cellAt(figures, at, `other:${id}`);
    return cell ? shown(cell) : SYMBOLS.notCollected.symbol;
  };
  const noAnswer = `People who preferred not to say (${said("prefer_not_to_say")}) and those not recorded (${said("not_recorded")}) are among everyone that the share is of.`;
  // A benchmark counts answers alone, and everyone stands for those who answered only where nobody left it open.
  const allAnswered = ["prefer_not_to_say", "not_recorded"].every((id) => {
    const cell = cellAt(figures, at, `other:${id}`);
    return cell?.kind === "exact" && cell.value === 0;
  });
  const shares = given
    .filter(({ id }) => id !== "prefer_not_to_say" && id !== "not_recorded")
    .map((answer) => {
      const word = answerInSentence(characteristic, answer.label);
      const finding = shareFinding(figures, {
        id: `other-${answer.id}`,
        title: `${name}, ${stageWords(at)}: ${word}`,
        part: [at, answer.row],
        whole: [at, "all"],
        words: `people ${stageWords(at)} are ${answer.phrase ?? word}`,
      });
      const percent = benchmark?.percents[answer.id];
      if (!benchmark || percent === undefined || !allAnswered)
        return { ...finding, caveat: `${finding.caveat} ${noAnswer} ${whyAlone(benchmark, allAnswered)}` };
      const cells = [cellIn(figures, at, answer.row), cellIn(figures, at, "all")] as const;
      return {
        ...againstBenchmark(finding, cells, { place: benchmark.place, percent }),
        caveat: `${finding.caveat} ${noAnswer} Compared with ${benchmark.source}, ${writtenDay(benchmark.on)}.`,
      };
    });
  return [...shares, ...steps(figures, characteristic, given)];
}

/** Why a share stands beside no benchmark here, where the organisation's own members may see one. */
function whyAlone(benchmark: OtherBenchmark | null, allAnswered: boolean): string {
  if (!allAnswered)
    return "A benchmark counts answers alone, and the released figures do not give how many answered: so it is compared with none here.";
  return benchmark
    ? "The census counts this answer as one with others: so it is not compared here."
    : "No benchmark by these answers is public: so it is compared with none here.";
}

function steps(
  figures: Figures,
  characteristic: Characteristic,
  given: readonly (Selection & { id: string; row: string })[],
): PublicFinding[] {
  const [first, second] = (COMPARED[characteristic] ?? []).map((id) => given.find((one) => one.id === id));
  if (!first || !second) return [];
  const side = (one: typeof first) => {
    const people = peopleOf(one);
    const begins = sentenceCase(people);
    return { row: one.row, label: begins, people: begins, inShort: people.toLowerCase() };
  };
  return figures.stages.slice(1).map((to, index) => {
    const from = figures.stages[index]!;
    return passageFinding(figures, from, to, {
      id: `other-step-${from}-${to}`,
      title: `From ${stageWords(from)} to ${stageWords(to)}, by ${characteristicName(characteristic).toLowerCase()}`,
      first: side(first),
      second: side(second),
    });
  });
}

/** The rows that a finding of these compares, to draw them. */
export function comparedAnswers(characteristic: Characteristic): { row: string; label: string }[] {
  const labels = new Map(choicesOf(characteristic).map(({ id, label }) => [id, label]));
  return (COMPARED[characteristic] ?? []).map((id) => ({ row: `other:${id}`, label: labels.get(id) ?? id }));
}
