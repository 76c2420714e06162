import { plainWord } from "../spreadsheet/plain-word.ts";
import { answerNames, noReasonNames } from "./answer.ts";
import { jurisdictionNames } from "./bank-holidays.ts";
import { channelNames } from "./report-back.ts";
import { wordsUseNames } from "./said.ts";
import { sourceNames } from "./source.ts";
import { importColumns, missingColumns, type ImportColumn } from "./import-columns.ts";

/** What a column holds, in words that may stand over it as well, and what its cells may say where that is not free. */
type Heading = { title: string; also?: readonly string[]; choices?: Record<string, string> };

/** Every column as people name it. The names of an export, such as `held_on`, are read too. */
export const importHeadings: Record<ImportColumn, Heading> = {
  source_kind: { title: "Kind of source", also: ["Source", "Where"], choices: sourceNames },
  source_title: { title: "Name of the source", also: ["Title", "Source name"] },
  held_on: { title: "Held on", also: ["Date", "Date held", "Held or collected on"] },
  source_people: { title: "How many took part", also: ["Took part", "Attended", "Respondents"] },
  words: { title: "What people said", also: ["What they said", "Feedback", "Comment", "You said"] },
  in_their_words: { title: "In their own words" },
  by_whom: { title: "Who said it", also: ["Said by"] },
  people: { title: "How many said it", also: ["How many", "Number of people"] },
  asked_for: { title: "What they asked for", also: ["They asked for"] },
  sensitivity: {
    title: "How sensitive",
    choices: { open: "Open", careful: "Careful", confidential: "Confidential" },
  },
  words_use: { title: "What may be published", choices: wordsUseNames },
  summary: { title: "Summary" },
  said_on: { title: "Said on", also: ["Date said"] },
  received_on: { title: "Reached us on", also: ["Date received", "Received"] },
  answer_kind: {
    title: "What came of it",
    also: ["Kind of answer", "Outcome"],
    choices: answerNames,
  },
  answer_text: { title: "Answer", also: ["What we said", "Response", "We did"] },
  answered_on: { title: "Answered on", also: ["Date answered", "Date of answer"] },
  since: { title: "Since when" },
  evidence: { title: "How anybody can see it" },
  next_step: { title: "Next step" },
  by: { title: "By when", also: ["Next step by"] },
  reason: { title: "Reason", also: ["Why not"], choices: noReasonNames },
  told_on: { title: "People were told on", also: ["Reported back on", "Date told"] },
  channels: { title: "How they were told", also: ["How told", "Channel"], choices: channelNames },
  told: { title: "How many were told", also: ["Number told"] },
  told_of: { title: "Told of how many", also: ["Out of"] },
  acknowledged_on: { title: "Acknowledged on" },
  why_revised: { title: "Why the answer was revised" },
  taken_back_on: { title: "Taken back on" },
  loop: { title: "Loop" },
  row: { title: "What the row is" },
  answer_number: { title: "Number of the answer" },
  acknowledge_within: { title: "Promised to acknowledge within (working days)" },
  answer_within: { title: "Promised to answer within (working days)" },
  jurisdiction: { title: "Bank holidays of", choices: jurisdictionNames },
  paused_from: { title: "Clock stopped from" },
  paused_to: { title: "Clock stopped to" },
  pause_reason: { title: "Why the clock stopped" },
};

const byName = new Map<string, ImportColumn>(
  importColumns.flatMap((column) => {
    const { title, also = [] } = importHeadings[column];
    return [column, title, ...also].map((name): [string, ImportColumn] => [plainWord(name), column]);
  }),
);

/** Which column a heading names: by its export name, its title or another usual word for it; capitals and signs do not count. */
export function columnNamed(heading: string): ImportColumn | undefined {
  return byName.get(plainWord(heading));
}

/** A cell of a column with choices as the choice it means, by id or by name: “We did” is `we-did`. Anything else as it is. */
export function choiceIn(column: ImportColumn, text: string): string {
  const wanted = plainWord(text);
  const found = Object.entries(importHeadings[column].choices ?? {}).find(([id, name]) =>
    [id, name].some((one) => plainWord(one) === wanted),
  );
  return found?.[0] ?? text;
}

/** What the cells of a column may say, as a sentence; empty where they are free. */
export function choicesOf(column: ImportColumn): string {
  const { choices } = importHeadings[column];
  return choices ? `Write one of these: ${Object.values(choices).join(", ")}.` : "";
}

/** Problems and warnings name columns by their export names; here each is named as the file itself heads it, or would. */
export function inTheirHeadings(
  problems: readonly string[],
  headings: ReadonlyMap<string, string>,
): string[] {
  return problems.map((problem) => {
    const [, column = "", rest = ""] = /^([a-z_]+): (.*)$/su.exec(problem) ?? [];
    const heading = headings.get(column) ?? importHeadings[column as ImportColumn]?.title;
    return heading === undefined || heading === column ? problem : `“${heading}”: ${rest}`;
  });
}

/** What is wrong with the first line of a file: a column that it cannot do without, or two that hold the same; else undefined. */
export function headingProblem(header: readonly string[], names: readonly string[]): string | undefined {
  const missing = missingColumns(names).map((column) => `“${importHeadings[column].title}”`);
  if (missing.length > 0)
    return `The file has no column ${missing.join(", ")}. Name ${missing.length === 1 ? "it" : "them"} in the first line.`;
  const twice = names.findIndex((name, at) => name !== "" && names.indexOf(name) < at);
  if (twice < 0) return undefined;
  const first = header[names.indexOf(names[twice]!)]!.trim();
  return `Two columns hold the same: “${first}” and “${header[twice]!.trim()}”. Keep one of them.`;
}
