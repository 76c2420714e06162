import { pausesProblem } from "./import-clock.ts";
import type { ImportedAnswer, ImportedReport } from "./import-answers.ts";
import type { HistoryPart, ImportResult } from "./import-row.ts";

/**
 * Puts the rows of each loop together: what was answered before, and every report, goes to the row of what was said, wherever in
 * the file they stand. What does not fit is a problem of the row that it stands in.
 */
export function joinRows(results: readonly ImportResult[]): ImportResult[] {
  const heads = new Map<string, ImportResult>();
  for (const result of results)
    if (result.name !== "" && !isPart(result) && !heads.has(result.name)) heads.set(result.name, result);
  const parts = new Map<string, ImportResult[]>();
  for (const result of results)
    if (isPart(result)) parts.set(result.name, [...(parts.get(result.name) ?? []), result]);
  return results.map((result) => {
    if (isPart(result))
      return heads.has(result.name)
        ? result
        : withProblem(result, `loop: no row of something said is named ${result.name || "by it"}.`);
    if (!result.loop) return result;
    if (result.name !== "" && heads.get(result.name) !== result)
      return withProblem(result, `loop: row ${heads.get(result.name)!.row} is named ${result.name} as well.`);
    return joined(result, result.name === "" ? [] : (parts.get(result.name) ?? []));
  });
}

/** Whether the row belongs to another: it has no loop of its own, and is no row that could not be read or was taken back. */
function isPart({ loop, part }: ImportResult): boolean {
  return loop === null && part !== null;
}

function joined(head: ImportResult, parts: readonly ImportResult[]): ImportResult {
  const loop = head.loop!;
  const own: HistoryPart[] = [...(head.part ? [head.part] : []), ...parts.map(({ part }) => part!)];
  const answers = own
    .flatMap(({ number, answer }) => (answer ? [{ number, answer }] : []))
    .sort((a, b) => a.number - b.number);
  const reports: ImportedReport[] = [
    ...loop.reports,
    ...own.flatMap(({ number, report }) => (report ? [{ ...report, answer: number }] : [])),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const pauses = own
    .flatMap(({ pause }) => pause ?? [])
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const problem =
    pausesProblem(pauses, loop.said.receivedOn, answers[0]?.answer.on) ??
    numbersProblem(
      answers.map(({ number }) => number),
      head.part?.number,
    ) ??
    daysProblem(
      answers.map(({ answer }) => answer),
      loop.said.receivedOn,
    ) ??
    reports
      .map((report) =>
        reportProblem(
          report,
          answers.map(({ answer }) => answer),
        ),
      )
      .find(Boolean);
  if (problem) return withProblem(head, problem);
  return {
    ...head,
    loop: {
      ...loop,
      answers: answers.map(({ answer }, position) => (position === 0 ? { ...answer, why: "" } : answer)),
      reports,
      pauses,
    },
  };
}

function numbersProblem(numbers: readonly number[], standing: number | undefined): string | undefined {
  if (numbers.some((number, position) => number !== position + 1))
    return `answer_number: the answers are numbered ${numbers.join(", ")}. Number them from 1, each once, and leave none out.`;
  if (standing !== undefined && standing !== numbers.length)
    return "answer_number: the answer in the row of what was said is the latest, so it has the highest number.";
  return undefined;
}

function daysProblem(answers: readonly ImportedAnswer[], receivedOn: string): string | undefined {
  for (const [position, { on, why }] of answers.entries()) {
    if (on < (answers[position - 1]?.on ?? receivedOn))
      return `answered_on: answer ${position + 1} is dated before what it answers or replaces.`;
    if (position > 0 && why.length < 10)
      return `why_revised: say in a sentence why answer ${position + 1} replaced the one before. It is published.`;
  }
  return undefined;
}

function reportProblem(report: ImportedReport, answers: readonly ImportedAnswer[]): string | undefined {
  const answer = answers[report.answer - 1];
  if (!answer) return `answer_number: people were told of answer ${report.answer}, and there is none.`;
  return report.on < answer.on ? "told_on: people are told after the answer, not before." : undefined;
}

function withProblem(result: ImportResult, problem: string): ImportResult {
  return { ...result, loop: null, problems: [...result.problems, problem] };
}
