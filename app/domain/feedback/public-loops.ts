import { contentOf, currentOf } from "../journey/content.ts";
import type { AuthorRole, RecordState, Version } from "../record/state.ts";
import type { Answer } from "./answer.ts";
import { commentsIn } from "./comment.ts";
import { timesUsed } from "./explanation.ts";
import type { Heard } from "./loop.ts";
import { median } from "./median.ts";
import { ClockPromiseContent, feedbackSubject, LoopContent, OpenDoorContent } from "./public.ts";
import { daysUntilTold } from "./until-told.ts";
import { viewLoop, type LoopFacts, type LoopView } from "./view.ts";

export type PublicLoop = LoopContent &
  Pick<LoopView, "state" | "due" | "acknowledgementLate" | "stepLate"> & {
    id: string;
    index: number;
    /** Comments that were published and are gone: taken back by who wrote them, or taken down by the organisation. */
    commentsGone: { takenBack: number; takenDown: number };
    /** Loops answered “we could not” with this same explanation, itself counted; 1 for every other answer. */
    sameExplanation: number;
    /** Loops in which the same words are written down, itself counted: one thing said can be made to look like many. */
    sameWords: number;
  };

export type LoopCounts = {
  all: number;
  /** Sessions, surveys and other places where it was said. */
  sources: number;
  /** Those whose words stand in another loop as well. */
  repeated: number;
  /** No answer yet. */
  open: number;
  /** Answered, and nobody who spoke was told. */
  untold: number;
  /** Reported back, whatever people say of it. */
  closed: number;
  overdue: number;
  /** Reported back, but to fewer than half of those who spoke. */
  toldFew: number;
  /** The clock is stopped, so that nothing counts as overdue. */
  paused: number;
  /** Overdue, with neither an answer nor a pause to explain it. */
  unexplained: number;
  agreed: number;
  disputed: number;
  /** Closed, but too few people said whether they agree. */
  unheard: number;
  /** Brought in from a spreadsheet: their days are the organisation's word. */
  imported: number;
  /** From reception to the first report of an answer, of those that no spreadsheet brought. */
  medianDays: number | null;
};

/** Loops whose words are gone since they were published, by whose will, each once. All of them are counted. */
export type WordsGone = {
  takenBack: number;
  takenDown: number;
  /** Of both, those of which nothing was published since: how they stand cannot be told. */
  unpublished: number;
};

/** What a journey's page about loops says, folded from the record alone. Newest first, each where its answer puts it. */
export type PublicLoops = {
  promise: ClockPromiseContent | null;
  openDoor: OpenDoorContent | null;
  did: PublicLoop[];
  doing: PublicLoop[];
  couldNot: PublicLoop[];
  waiting: PublicLoop[];
  wordsGone: WordsGone;
  counts: LoopCounts;
};

export function publicLoops(state: RecordState, today: string): PublicLoops {
  const commentsOf = commentsIn(state);
  const loops = currentOf(state, "loop", LoopContent)
    .map(({ id, content, latest }): PublicLoop => {
      const { state, due, acknowledgementLate, stepLate } = viewLoop(factsOf(content), today);
      const { texts, takenBack, takenDown } = commentsOf(id.split("~")[0]!);
      return {
        ...content,
        comments: [...content.comments, ...texts],
        commentsGone: { takenBack, takenDown },
        state,
        due,
        acknowledgementLate,
        stepLate,
        id,
        index: latest.index,
        sameExplanation: 1,
        sameWords: 1,
      };
    })
    .sort((a, b) => (a.receivedOn < b.receivedOn ? 1 : a.receivedOn > b.receivedOn ? -1 : b.index - a.index));
  markRepeats(loops);
  const gone = wordsGone(state);
  const answered = (kind: Answer["kind"]) => loops.filter((loop) => loop.answer?.kind === kind);
  return {
    promise: single(state, feedbackSubject.clock, ClockPromiseContent),
    openDoor: single(state, feedbackSubject.openDoor, OpenDoorContent),
    did: answered("we-did"),
    doing: answered("we-are-doing"),
    couldNot: answered("we-could-not"),
    waiting: loops.filter((loop) => !loop.answer),
    wordsGone: gone,
    counts: countsOf(loops, gone.unpublished),
  };
}

function markRepeats(loops: readonly PublicLoop[]): void {
  const explained = loops.filter(({ answer }) => answer?.kind === "we-could-not" && answer.text !== "");
  const used = timesUsed(explained.map(({ answer }) => answer!.text));
  for (const [position, loop] of explained.entries()) loop.sameExplanation = used[position]!;
  const said = loops.filter((loop) => loop.said !== "");
  const written = timesUsed(said.map((loop) => loop.said));
  for (const [position, loop] of said.entries()) loop.sameWords = written[position]!;
}

/** No answer in time, or a next step whose day has passed. */
export function isOverdue({ due, stepLate }: Pick<LoopView, "due" | "stepLate">): boolean {
  return due.state === "overdue" || stepLate;
}

/** @param unpublished loops whose words are gone and of which nothing was published since: counted, and with no answer to show */
function countsOf(loops: readonly PublicLoop[], unpublished: number): LoopCounts {
  const count = (test: (loop: PublicLoop) => boolean) => loops.filter(test).length;
  return {
    all: loops.length + unpublished,
    sources: new Set(loops.map(({ source: { kind, title, heldOn } }) => `${kind} ${heldOn} ${title}`)).size,
    repeated: count(({ sameWords }) => sameWords > 1),
    open: count(({ answer }) => answer === null) + unpublished,
    untold: count(({ answer, reports }) => answer !== null && reports.length === 0),
    closed: count(({ reports }) => reports.length > 0),
    overdue: count(isOverdue),
    toldFew: count(({ reports }) => reports.length > 0 && reports.every(({ reach }) => reach === "few")),
    paused: count(({ due }) => due.state === "paused"),
    unexplained: count(({ due, pauses }) => due.state === "overdue" && pauses.length === 0),
    agreed: count(({ state }) => state === "agreed"),
    disputed: count(({ state }) => state === "disputed"),
    unheard: count(({ reports, heard }) => reports.length > 0 && heard === null),
    imported: count(({ imported }) => imported === true),
    medianDays: median(daysUntilTold(loops.filter(({ imported }) => !imported))),
  };
}

/** From content to facts: of an answer only what its state depends on, of people's verdicts only how many. */
function factsOf(content: LoopContent): LoopFacts {
  const { answer, reports, heard } = content;
  const standing: Answer | null = answer && {
    kind: "we-are-doing",
    text: answer.text,
    nextStep: answer.nextStep ?? "",
    by: answer.kind === "we-are-doing" ? (answer.by ?? "9999-12-31") : "9999-12-31",
  };
  const voice = (reflects: Heard["reflects"], count: number, earlier = false) =>
    Array<Heard>(count).fill({ reflects, changed: "yes", earlier });
  return {
    receivedOn: content.receivedOn,
    promise: content.promise,
    acknowledgedOn: content.acknowledgedOn,
    pauses: content.pauses,
    answers:
      answer && standing
        ? [
            { on: answer.firstOn, answer: standing },
            { on: answer.on, answer: standing },
          ]
        : [],
    reports: reports.map(({ on, channels }) => ({ on, channels, told: 1, of: 1 })),
    heard: heard
      ? [
          ...voice("yes", heard.yesNow),
          ...voice("yes", heard.yes - heard.yesNow, true),
          ...voice("partly", heard.partly),
          ...voice("no", heard.no),
        ]
      : [],
  };
}

function single<Content>(
  state: RecordState,
  subject: string,
  schema: Parameters<typeof contentOf<Content>>[1],
): Content | null {
  const latest = state.subjects.get(subject)?.at(-1);
  return (latest && contentOf(latest, schema)) ?? null;
}

function wordsGone(state: RecordState): WordsGone {
  const loops = new Map<string, { step: number; latest: Version; by: Set<AuthorRole> }>();
  for (const [subject, versions] of state.subjects) {
    if (!subject.startsWith("loop:")) continue;
    const [id = "", step = "0"] = subject.slice("loop:".length).split("~");
    const latest = versions.at(-1)!;
    const known = loops.get(id) ?? { step: -1, latest, by: new Set() };
    if (latest.withdrawn) known.by.add(latest.withdrawn.role);
    if (Number(step) > known.step) Object.assign(known, { step: Number(step), latest });
    loops.set(id, known);
  }
  const gone = [...loops.values()].filter(({ by }) => by.size > 0);
  const takenBack = gone.filter(({ by }) => by.has("participant")).length;
  return {
    takenBack,
    takenDown: gone.length - takenBack,
    unpublished: gone.filter(({ latest }) => latest.withdrawn).length,
  };
}
