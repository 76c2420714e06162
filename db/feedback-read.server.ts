import { and, desc, eq, sql } from "drizzle-orm";
import { fewestAnswers } from "#app/domain/feedback/loop.ts";
import { isOverdue } from "#app/domain/feedback/public-loops.ts";
import { viewLoop, type LoopFacts, type LoopView } from "#app/domain/feedback/view.ts";
import { mayRead } from "#app/domain/feedback/voice.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { inScope } from "./client.server.ts";
import { loadLoops, type Loop } from "./feedback-load.server.ts";
import { users } from "./schema/accounts.ts";
import { feedbackSources, loopHistory, loops } from "./schema/feedback.ts";

/** What a page of the workspace may know of a loop: never one person's answer by itself. */
export type LoopPage = Omit<Loop, "voices" | "counted" | "facts"> & {
  view: LoopView;
  pauses: LoopFacts["pauses"];
  /** Comments whose writers let this reader see them; none while fewer than 3 people answered. */
  comments: string[];
  /** How people would rather be told, as counts; none while fewer than 3 people answered. */
  wishes: { channel: string; count: number }[];
};

export function pageOf(loop: Loop, scope: Pick<Scope, "role">, today: string): LoopPage {
  const { voices: _theirs, counted, facts, ...rest } = loop;
  const voices = counted.map((one) => one.counted);
  const reader = scope.role === "reviewer" ? "board" : "organisation";
  const enough = voices.length >= fewestAnswers;
  const wishes = new Map<string, number>();
  for (const { channel } of voices) if (channel) wishes.set(channel, (wishes.get(channel) ?? 0) + 1);
  return {
    ...rest,
    ...(loop.takenBackOn ? silence : {}),
    // An answer may repeat words that were taken back.
    answers: loop.takenBackOn ? loop.answers.map(hushed) : loop.answers,
    view: viewLoop(facts, today),
    pauses: facts.pauses,
    // Sorted, so that their order does not tell who wrote which.
    comments: enough
      ? counted
          .flatMap(({ comments }) => comments)
          .filter(({ commentUse }) => mayRead(commentUse, reader))
          .map(({ comment }) => comment)
          .sort()
      : [],
    wishes: enough ? [...wishes].map(([channel, count]) => ({ channel, count })).sort(byChannel) : [],
  };
}

const silence = { words: "", summary: "", askedFor: "", byWhom: "" };

function hushed(answer: Loop["answers"][number]): Loop["answers"][number] {
  const { content } = answer;
  if (content.kind === "we-did") return { ...answer, content: { ...content, text: "", evidence: "" } };
  if (content.kind === "we-are-doing") return { ...answer, content: { ...content, text: "", nextStep: "" } };
  return { ...answer, content: { ...content, text: "" } };
}

const byChannel = (a: { channel: string }, b: { channel: string }) => (a.channel < b.channel ? -1 : 1);

/** @throws Refusal (404), also for another organisation's id */
export function requireLoop(scope: Scope, id: string, today: string): Promise<LoopPage> {
  return inScope(scope, async (tx) => {
    const [loop] = await loadLoops(tx, scope.organisationId, [id]);
    if (!loop) throw Refusal.notFound("loop");
    return pageOf(loop, scope, today);
  });
}

/**
 * How something is written down, also after somebody of several took their words back: for the form on which the rest is written
 * down anew, and no other page. @throws Refusal (403), (404)
 */
export function requireSaid(scope: Scope, id: string) {
  requireAbility(scope, "workspace.edit");
  return inScope(scope, async (tx) => {
    const [loop] = await loadLoops(tx, scope.organisationId, [id]);
    if (!loop) throw Refusal.notFound("loop");
    return loop;
  });
}

export const loopsPerPage = 30;
export type LoopCursor = { receivedOn: string; id: string };

/** A page and one more, newest first. */
export function listLoops(scope: Scope, today: string, after?: LoopCursor): Promise<LoopPage[]> {
  return inScope(scope, async (tx) => {
    const ids = await tx
      .select({ id: loops.id })
      .from(loops)
      .where(
        and(
          eq(loops.organisationId, scope.organisationId),
          after
            ? sql`(${loops.receivedOn}, ${loops.id}) < (${after.receivedOn}::date, ${after.id}::uuid)`
            : undefined,
        ),
      )
      .orderBy(desc(loops.receivedOn), desc(loops.id))
      .limit(loopsPerPage + 1);
    const found = await loadLoops(
      tx,
      scope.organisationId,
      ids.map(({ id }) => id),
    );
    return found.map((loop) => pageOf(loop, scope, today));
  });
}

export type OwedLoops = {
  overdue: LoopPage[];
  nearlyDue: LoopPage[];
  /** Answered, and nobody who spoke was told. */
  untold: LoopPage[];
  disputed: LoopPage[];
  counts: { all: number; open: number; closed: number; agreed: number };
};

/** What the organisation owes people today, the longest owed first. */
export function listOwed(scope: Scope, today: string): Promise<OwedLoops> {
  return inScope(scope, async (tx) => {
    const all = (await loadLoops(tx, scope.organisationId, "all")).map((loop) => pageOf(loop, scope, today));
    const where = (test: (loop: LoopPage) => boolean) =>
      all.filter(test).sort((a, b) => (a.view.due.answerBy < b.view.due.answerBy ? -1 : 1));
    return {
      overdue: where(({ view }) => isOverdue(view)),
      nearlyDue: where(({ view }) => view.due.state === "nearly-due"),
      untold: where(({ answers, reports }) => answers.length > 0 && reports.length === 0),
      disputed: where(({ view }) => view.state === "disputed"),
      counts: {
        all: all.length,
        open: all.filter(({ answers }) => answers.length === 0).length,
        closed: all.filter(({ reports }) => reports.length > 0).length,
        agreed: all.filter(({ view }) => view.state === "agreed").length,
      },
    };
  });
}

/** Newest first. */
export function listLoopHistory(scope: Scope, loopId: string) {
  return inScope(scope, (tx) =>
    tx
      .select({
        id: loopHistory.id,
        kind: loopHistory.kind,
        detail: loopHistory.detail,
        happenedOn: loopHistory.happenedOn,
        recordedAt: loopHistory.recordedAt,
        by: users.name,
      })
      .from(loopHistory)
      .leftJoin(users, eq(users.id, loopHistory.userId))
      .where(and(eq(loopHistory.organisationId, scope.organisationId), eq(loopHistory.loopId, loopId)))
      .orderBy(desc(loopHistory.id))
      .limit(100),
  );
}

/** Newest first. */
export function listSources(scope: Scope) {
  return inScope(scope, (tx) =>
    tx
      .select()
      .from(feedbackSources)
      .where(eq(feedbackSources.organisationId, scope.organisationId))
      .orderBy(desc(feedbackSources.heldOn), desc(feedbackSources.id))
      .limit(500),
  );
}
