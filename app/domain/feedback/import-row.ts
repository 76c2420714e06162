import type { z } from "zod";
import { writtenDay } from "../dates/written-day.ts";
import { cellsOf, type Cells, type RowCells } from "./import-cells.ts";
import { rowKinds } from "./import-columns.ts";
import { readAnswer, readReport, type ImportedAnswer, type ImportedReport } from "./import-answers.ts";
import type { Pause } from "./clock.ts";
import { readPause, readPromise } from "./import-clock.ts";
import type { LoopFacts } from "./view.ts";
import { SaidInput } from "./said.ts";
import { detailWarnings } from "./save-warnings.ts";
import { SourceInput } from "./source.ts";

/** One past loop, as far as the file tells it. */
export type ImportedLoop = {
  source: z.output<typeof SourceInput>;
  said: Omit<z.output<typeof SaidInput>, "sourceId">;
  acknowledgedOn: string | null;
  /** Of the day it was received; null for that of today. */
  promise: LoopFacts["promise"] | null;
  pauses: Pause[];
  /** Oldest first; the last one stands. */
  answers: ImportedAnswer[];
  reports: ImportedReport[];
};

/** What a row beside that of the loop itself adds to it: an answer from before, a report, or a stop of the clock. */
export type HistoryPart = {
  number: number;
  answer: ImportedAnswer | null;
  report: Omit<ImportedReport, "answer"> | null;
  pause?: Pause;
};

/** `warnings` are pointed out and stop nothing; `known`: it is here already, or in a row above, and is left out. */
export type ImportResult = {
  row: number;
  loop: ImportedLoop | null;
  problems: string[];
  warnings: string[];
  known: boolean;
  /** By which its rows are found; empty where it has one row. */
  name: string;
  part: HistoryPart | null;
};

const nothing = { loop: null, problems: [], warnings: [], known: false, name: "", part: null };

/**
 * Reads one row; every problem is a sentence that names the column. Rows of the same loop are put together by `joinRows`.
 * @param row 1 for the first line below the headings, plus 1: as a spreadsheet numbers it
 */
export function readImportRow(cells: Cells, row: number, today: string): ImportResult {
  const it = cellsOf(cells);
  const kind = it.cell("row").toLowerCase().replaceAll(" ", "-") || "said";
  const name = it.cell("loop");
  if (!(rowKinds as readonly string[]).includes(kind))
    return { ...nothing, row, problems: [`row: write ${rowKinds.join(", ")}, or leave it empty.`] };
  if (kind !== "said") return { ...readPart(it, kind, today), row, name };
  // What was taken back left with no words, and comes back with none.
  if (it.cell("taken_back_on") !== "" && it.cell("words") === "")
    return {
      ...nothing,
      row,
      name,
      known: true,
      warnings: ["The words of this were taken back, so there is nothing to bring in. It is left out."],
    };
  return { ...readLoop(it, today), row, name };
}

function readLoop(it: RowCells, today: string): Omit<ImportResult, "row" | "name"> {
  const { cell, number, read, problems } = it;
  const source = read(SourceInput, {
    kind: cell("source_kind"),
    title: cell("source_title"),
    heldOn: cell("held_on"),
    people: number("source_people") ?? number("people"),
  });
  const said = read(SaidInput, {
    // Filled in once the source is stored.
    sourceId: "00000000-0000-4000-8000-000000000000",
    words: cell("words"),
    inTheirWords: /^(yes|true|1)$/i.test(cell("in_their_words")),
    byWhom: cell("by_whom") || "not written down",
    people: number("people"),
    askedFor: cell("asked_for"),
    sensitivity: cell("sensitivity") || "careful",
    wordsUse: cell("words_use") || "not-published",
    summary: cell("summary"),
    saidOn: cell("said_on") || cell("held_on"),
    receivedOn: cell("received_on") || cell("said_on") || cell("held_on"),
  });
  const answer = readAnswer(it);
  const report = readReport(it, number("people"));
  const promise = readPromise(it);
  const acknowledgedOn = cell("acknowledged_on") || null;
  problems.push(...orderProblems({ said, answer, hasAnswer: cell("answer_kind") !== "", report, today }));
  if (acknowledgedOn && (acknowledgedOn > today || (said && acknowledgedOn < said.receivedOn)))
    problems.push("acknowledged_on: people are told that it arrived after it did, and not in the future.");
  if (source && said && said.people > source.people)
    problems.push(`people: the source names ${source.people} people. More of them cannot have said it.`);
  if (problems.length > 0 || !source || !said) return { ...nothing, problems };
  const { sourceId: _later, ...words } = said;
  const position = number("answer_number") ?? 1;
  return {
    ...nothing,
    loop: {
      source,
      said: words,
      acknowledgedOn,
      promise,
      pauses: [],
      answers: answer ? [answer] : [],
      reports: report ? [{ ...report, answer: position }] : [],
    },
    part: answer && { number: position, answer, report: null },
    warnings: detailWarnings([
      source.title,
      words.words,
      words.byWhom,
      words.askedFor,
      words.summary,
      ...(answer ? answerTexts(answer) : []),
    ]),
  };
}

function readPart(it: RowCells, kind: string, today: string): Omit<ImportResult, "row" | "name"> {
  const { cell, number, problems } = it;
  const position = number("answer_number");
  if (cell("loop") === "") problems.push("loop: say which row above this belongs to.");
  if (kind === "pause") {
    const pause = readPause(it, today);
    if (problems.length > 0 || !pause) return { ...nothing, problems };
    return {
      ...nothing,
      part: { number: 0, answer: null, report: null, pause },
      warnings: detailWarnings([pause.reason]),
    };
  }
  if (position === undefined || !Number.isInteger(position) || position < 1)
    problems.push("answer_number: say which answer it is: 1 is the first.");
  const answer = kind === "report" ? null : readAnswer(it);
  const report = kind === "report" ? readReport(it, undefined) : null;
  if (kind === "report" && cell("told_on") === "") problems.push("told_on: give the day people were told.");
  if (kind !== "report" && cell("answer_kind") === "") problems.push("answer_kind: say what the answer was.");
  if (report && report.on > today) problems.push("told_on: people cannot have been told in the future.");
  if (problems.length > 0) return { ...nothing, problems };
  return {
    ...nothing,
    part: { number: position!, answer, report },
    warnings: answer ? detailWarnings(answerTexts(answer)) : [],
  };
}

function answerTexts({ content, why }: ImportedAnswer): string[] {
  return [
    content.text,
    why,
    ...(content.kind === "we-did" ? [content.evidence] : []),
    ...(content.kind === "we-are-doing" ? [content.nextStep] : []),
  ];
}

function orderProblems({
  said,
  answer,
  hasAnswer,
  report,
  today,
}: {
  said: { receivedOn: string } | null;
  answer: ImportedAnswer | null;
  hasAnswer: boolean;
  report: { on: string } | null;
  today: string;
}): string[] {
  const problems: string[] = [];
  if (said && said.receivedOn > today) problems.push("received_on: it cannot reach you in the future.");
  if (answer && (answer.on > today || (said && answer.on < said.receivedOn)))
    problems.push("answered_on: an answer comes after what it answers, and not in the future.");
  if (report && !hasAnswer) problems.push("told_on: people were told, but the row has no answer to tell.");
  else if (report && ((answer && report.on < answer.on) || report.on > today))
    problems.push("told_on: people are told after the answer, and not in the future.");
  return problems;
}

/** By what two loops are the same: the source, the words and the day they were said. Spaces and capitals do not count. */
export function loopKey({
  source,
  said,
}: {
  source: Pick<ImportedLoop["source"], "kind" | "title" | "heldOn">;
  said: Pick<ImportedLoop["said"], "words" | "saidOn">;
}): string {
  const plain = (text: string) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
  return JSON.stringify([source.kind, plain(source.title), source.heldOn, plain(said.words), said.saidOn]);
}

/** What the organisation holds, so that a file neither doubles it nor brings back what was taken back. */
export type Present = {
  /** Keys (`loopKey`) of every loop. */
  keys: ReadonlySet<string>;
  /** Days on which words were taken back, by their mark. */
  takenBack: ReadonlyMap<string, string>;
  /** The mark of a text: what is destroyed can be recognised, and not read. */
  markOf: (text: string) => string;
};

/**
 * Marks the rows that are here already, were taken back, or stand further up in the same file, with the reason among their
 * warnings; what belongs to a row that is left out is left out with it.
 */
export function markKnown(results: readonly ImportResult[], present: Present): ImportResult[] {
  const above = new Map<string, number>();
  const gone = new Set<string>();
  const marked = results.map((result) => {
    if (!result.loop) {
      if (result.known && result.name) gone.add(result.name);
      return result;
    }
    const key = loopKey(result.loop);
    const twin = above.get(key);
    if (twin === undefined) above.set(key, result.row);
    const reason = whyLeftOut(result.loop, key, twin, present);
    if (!reason) return result;
    if (result.name) gone.add(result.name);
    return { ...result, known: true, warnings: [`${reason} It is left out.`, ...result.warnings] };
  });
  return marked.map((result) =>
    result.loop === null && result.part && gone.has(result.name)
      ? { ...result, known: true, warnings: ["It belongs to a row that is left out."] }
      : result,
  );
}

function whyLeftOut(
  { said }: ImportedLoop,
  key: string,
  twin: number | undefined,
  { keys, takenBack, markOf }: Present,
): string | undefined {
  if (keys.has(key)) return "This is here already.";
  const back = [said.words, said.summary]
    .filter(Boolean)
    .flatMap((text) => takenBack.get(markOf(text)) ?? []);
  if (back[0])
    return `Whoever said this took the words back on ${writtenDay(back[0])}. They are gone, and a file does not bring them back.`;
  return twin === undefined ? undefined : `This is the same as row ${twin}.`;
}
