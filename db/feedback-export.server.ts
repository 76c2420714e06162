import type { Answer } from "#app/domain/feedback/answer.ts";
import type { ImportColumn } from "#app/domain/feedback/import-columns.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { inScope } from "./client.server.ts";
import { loadLoops, type Loop } from "./feedback-load.server.ts";

export type ExportedRow = Partial<Record<ImportColumn, string | number>>;

/**
 * Every loop as rows that can be brought in again: one for what was said with its promise, the answer that stands and its latest
 * report, and one for each answer and each report before and for each stop of the clock. What participants answered over private
 * links is in no file: it is theirs, and nobody can bring it in for them. Words that were taken back leave with no file.
 */
export function exportLoops(scope: Scope): Promise<ExportedRow[]> {
  requireAbility(scope, "workspace.read");
  return inScope(scope, async (tx) => {
    const all = await loadLoops(tx, scope.organisationId, "all");
    return all.flatMap((loop, position) => rowsOf(loop, String(position + 1)));
  });
}

function rowsOf(loop: Loop, name: string): ExportedRow[] {
  if (loop.takenBackOn) return [{ ...saidCells(loop, name), taken_back_on: loop.takenBackOn }];
  const { answers, everyReport } = loop;
  const current = answers.at(-1);
  const latest = loop.reports.at(-1);
  const numberOf = new Map(answers.map(({ id }, position) => [id, position + 1]));
  return [
    {
      ...saidCells(loop, name),
      ...(current ? answerCells(current) : {}),
      ...(latest ? reportCells(latest) : {}),
      ...(current ? { answer_number: answers.length } : {}),
    },
    ...answers.slice(0, -1).map((answer, position) => ({
      loop: name,
      row: "earlier-answer",
      answer_number: position + 1,
      ...answerCells(answer),
    })),
    ...everyReport
      .filter(({ id }) => id !== latest?.id)
      .map((report) => ({
        loop: name,
        row: "report",
        answer_number: numberOf.get(report.answerId)!,
        ...reportCells(report),
      })),
    ...loop.facts.pauses.map(({ from, to, reason }) => ({
      loop: name,
      row: "pause",
      paused_from: from,
      paused_to: to ?? "",
      pause_reason: reason,
    })),
  ];
}

function saidCells(loop: Loop, name: string): ExportedRow {
  const shown = (words: string) => (loop.takenBackOn ? "" : words);
  return {
    loop: name,
    row: "said",
    source_kind: loop.source.kind,
    source_title: loop.source.title,
    held_on: loop.source.heldOn,
    source_people: loop.source.people,
    words: shown(loop.words),
    in_their_words: loop.inTheirWords ? "yes" : "no",
    by_whom: shown(loop.byWhom),
    people: loop.people,
    asked_for: shown(loop.askedFor),
    sensitivity: loop.sensitivity,
    words_use: loop.wordsUse,
    summary: shown(loop.summary),
    said_on: loop.saidOn,
    received_on: loop.receivedOn,
    acknowledged_on: loop.acknowledgedOn ?? "",
    acknowledge_within: loop.acknowledgeWithin,
    answer_within: loop.answerWithin,
    jurisdiction: loop.jurisdiction,
  };
}

function answerCells({ content, answeredOn, why }: Loop["answers"][number]): ExportedRow {
  const { kind, text, ...rest } = content;
  const extra: Partial<Record<"since" | "evidence" | "nextStep" | "by" | "reason", string>> = rest;
  return {
    answer_kind: kind satisfies Answer["kind"],
    answer_text: text,
    answered_on: answeredOn,
    since: extra.since ?? "",
    evidence: extra.evidence ?? "",
    next_step: extra.nextStep ?? "",
    by: extra.by ?? "",
    reason: extra.reason ?? "",
    why_revised: why,
  };
}

function reportCells({ toldOn, channels, told, of }: Loop["reports"][number]): ExportedRow {
  return { told_on: toldOn, channels: channels.join(";"), told, told_of: of };
}
