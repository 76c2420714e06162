import { z } from "zod";
import { Answer } from "./answer.ts";
import type { RowCells } from "./import-cells.ts";
import { choiceIn } from "./import-headings.ts";
import { ReportOnFile, type Told } from "./report-back.ts";

/** One answer as it is brought in; `why` it replaced the one before, empty for the first. */
export type ImportedAnswer = { content: Answer; on: string; why: string };

/** That people were told of one of the answers: `answer` is its number, 1 being the first. */
export type ImportedReport = Told & { answer: number };

/** The answer in a row, or null; what is wrong is among the problems of the row. */
export function readAnswer({ cell, problems, read }: RowCells): ImportedAnswer | null {
  if (cell("answer_kind") === "") return null;
  const on = cell("answered_on");
  if (!z.iso.date().safeParse(on).success)
    problems.push("answered_on: give the day of the answer, such as 31/03/2026 or 2026-03-31.");
  const given = {
    kind: cell("answer_kind"),
    text: cell("answer_text"),
    since: cell("since") || on,
    evidence: cell("evidence"),
    nextStep: cell("next_step"),
    by: cell("by"),
    reason: cell("reason"),
  };
  const content = read(Answer, given, { kind: "answer_kind" });
  return content && { content, on, why: cell("why_revised").slice(0, 1000) };
}

/** The report in a row, or null. @param people who spoke: how many it is out of, where the row does not say */
export function readReport({ cell, number, read }: RowCells, people: number | undefined): Told | null {
  if (cell("told_on") === "") return null;
  return read(ReportOnFile, {
    on: cell("told_on"),
    channels: cell("channels")
      .split(/[;,]/)
      .map((channel) => choiceIn("channels", channel.trim()))
      .filter(Boolean),
    told: number("told"),
    of: number("told_of") ?? people,
  });
}
