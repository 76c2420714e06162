import { and, eq } from "drizzle-orm";
import { loopKey, type ImportedLoop } from "#app/domain/feedback/import-row.ts";
import { answerNames, noReasonNames } from "#app/domain/feedback/answer.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { loadLoops } from "./feedback-read.server.ts";
import { insertLoop, insertSource } from "./feedback.server.ts";
import { feedbackSources, loopAnswers, loopReports } from "./schema/feedback.ts";

/** More rows than this are brought in as several files. */
export const mostRows = 2000;

/** Brings past loops in, all of them or none. They carry their own days; the history says where they came from. */
export async function importLoops(
  scope: Scope,
  loops: readonly ImportedLoop[],
  today: string,
): Promise<void> {
  requireAbility(scope, "workspace.edit");
  await inScope(scope, async (tx) => {
    for (const loop of loops) await importOne(tx, scope, loop, today);
  });
}

/** Keys (`loopKey`) of every loop that is here, so that a file brought in twice is noticed. Words taken back match nothing. */
export function presentLoops(scope: Scope): Promise<ReadonlySet<string>> {
  requireAbility(scope, "workspace.edit");
  return inScope(scope, async (tx) => {
    const all = await loadLoops(tx, scope.organisationId, "all");
    return new Set(all.map((loop) => loopKey({ source: loop.source, said: loop })));
  });
}

async function importOne(
  tx: Transaction,
  { organisationId, userId }: Scope,
  { source, said, answer, report }: ImportedLoop,
  today: string,
): Promise<void> {
  const sourceId =
    (await findSource(tx, organisationId, source)) ?? (await insertSource(tx, organisationId, source));
  const values = { ...said, sourceId, acknowledgedOn: answer?.on ?? null };
  const loopId = await insertLoop(tx, organisationId, userId, values, today, "imported");
  if (!answer) return;
  const [made] = await tx
    .insert(loopAnswers)
    .values({ organisationId, loopId, content: answer.content, answeredOn: answer.on, position: 0 })
    .returning({ id: loopAnswers.id });
  if (!report) return;
  const { on: toldOn, channels, told, of } = report;
  await tx
    .insert(loopReports)
    .values({ organisationId, loopId, answerId: made!.id, toldOn, channels, told, of });
}

async function findSource(
  tx: Transaction,
  organisationId: string,
  { kind, title, heldOn }: ImportedLoop["source"],
): Promise<string | undefined> {
  const [known] = await tx
    .select({ id: feedbackSources.id })
    .from(feedbackSources)
    .where(
      and(
        eq(feedbackSources.organisationId, organisationId),
        eq(feedbackSources.kind, kind),
        eq(feedbackSources.title, title),
        eq(feedbackSources.heldOn, heldOn),
      ),
    )
    .limit(1);
  return known?.id;
}

/**
 * Every loop with its latest answer and report, as rows of the same columns that can be brought in; beside them, in words, the
 * answers that were revised and every report.
 */
export function exportLoops(scope: Scope): Promise<Record<string, string | number>[]> {
  requireAbility(scope, "workspace.read");
  return inScope(scope, async (tx) => {
    const all = await loadLoops(tx, scope.organisationId, "all");
    return all.map((loop) => {
      const answer = loop.answers.at(-1);
      // Words that were taken back leave with no file.
      const shown = (words: string) => (loop.takenBackOn ? "" : words);
      const { kind, text, ...rest } = answer?.content ?? { kind: "", text: "" };
      const extra = rest as Partial<Record<"since" | "evidence" | "nextStep" | "by" | "reason", string>>;
      const report = loop.reports.at(-1);
      return {
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
        answer_kind: kind,
        answer_text: shown(text),
        answered_on: answer?.answeredOn ?? "",
        since: extra.since ?? "",
        evidence: shown(extra.evidence ?? ""),
        next_step: shown(extra.nextStep ?? ""),
        by: extra.by ?? "",
        reason: extra.reason ?? "",
        told_on: report?.toldOn ?? "",
        channels: report?.channels.join(";") ?? "",
        told: report?.told ?? "",
        earlier_answers: loop.answers
          .slice(0, -1)
          .map(({ answeredOn, content }, position) =>
            shown(
              [
                `${answeredOn} ${answerNames[content.kind]}: ${content.text}`,
                ...(content.kind === "we-did" ? [`Since ${content.since}. ${content.evidence}`.trim()] : []),
                ...(content.kind === "we-are-doing"
                  ? [`Next step by ${content.by}: ${content.nextStep}`]
                  : []),
                ...(content.kind === "we-could-not" ? [`Reason: ${noReasonNames[content.reason]}`] : []),
                `Revised because: ${loop.answers[position + 1]!.why}`,
              ].join("\n"),
            ),
          )
          .join("\n\n"),
        reports: loop.reports
          .map(({ toldOn, told, of, channels }) => `${toldOn}: ${told} of ${of} by ${channels.join(", ")}`)
          .join("\n"),
      };
    });
  });
}
