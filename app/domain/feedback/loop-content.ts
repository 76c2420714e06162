import { protectCount } from "../disclosure/rule.ts";
import { stillTheirWords, type DoorWords } from "./door-words.ts";
import type { LoopFacts } from "./view.ts";
import { tallyChanged, tallyHeard } from "./loop.ts";
import type { LoopContent } from "./public.ts";
import { reachOf } from "./report-back.ts";
import type { WordsUse } from "./said.ts";
import type { SourceKind } from "./source.ts";
import type { OverNewLinks } from "./steps.ts";

/** What the workspace knows of a loop beside what its state is worked out from. */
export type LoopWords = {
  source: { kind: SourceKind; title: string; heldOn?: string; people?: number };
  words: string;
  inTheirWords: boolean;
  wordsUse: WordsUse;
  summary: string;
  byWhom: string;
  people: number;
  askedFor: string;
  /** As it was asked, when it came through the open door. */
  door?: DoorWords | null;
  saidOn: string;
  /** Why each answer after the first replaced the one before; as many as there are answers, the first empty. */
  whys: readonly string[];
  asked: number;
  /** Links made anew, and links switched off and not made anew. */
  sentAgain?: number;
  switchedOff?: number;
  overNewLinks?: OverNewLinks;
  takenBack: boolean;
  /** Nobody took the words back: an owner withdrew what was published. */
  takenDown?: boolean;
  /** Day on which it was written down here. */
  writtenOn?: string;
  /** A spreadsheet brought it, with days that nobody here saw. */
  imported?: boolean;
};

/**
 * A loop as the public may read it: words only as people agreed, counts of people rounded and hidden when small. Every loop
 * is listed, answered or not, so that what was not answered cannot be left out.
 */
export function loopContent(facts: LoopFacts, words: LoopWords): LoopContent {
  const shown = shownWords(words);
  const current = facts.answers.at(-1);
  const heard = tallyHeard(facts.heard);
  const changed = tallyChanged(facts.heard);
  return {
    source: sourceOf(words),
    ...shown,
    people: publicPeople(words.people),
    saidOn: words.saidOn,
    receivedOn: facts.receivedOn,
    ...(words.writtenOn ? { writtenOn: words.writtenOn } : {}),
    ...(words.imported ? { imported: true } : {}),
    promise: facts.promise,
    acknowledgedOn: facts.acknowledgedOn,
    pauses: facts.pauses.map(({ from, to, reason }) => ({ from, to, reason })),
    answer: current
      ? { firstOn: facts.answers[0]!.on, on: current.on, ...answerWords(current.answer, words.takenBack) }
      : null,
    revisions: facts.answers.slice(1).map(({ on }, position) => ({
      on,
      was: facts.answers[position]!.answer.kind,
      why: words.whys[position + 1] ?? "",
    })),
    reports: facts.reports.map(({ on, channels, told, of: then }) => {
      // Out of as many as are said to have spoken now: nobody makes them few for a day to have told them all.
      const of = Math.max(then, words.people);
      return {
        on,
        channels: [...channels],
        reach: reachOf({ told, of }),
        told: publicPeople(told),
        of: publicPeople(of),
      };
    }),
    asked: words.asked,
    ...(words.sentAgain ? { sentAgain: words.sentAgain, ...words.overNewLinks } : {}),
    ...(words.switchedOff ? { switchedOff: words.switchedOff } : {}),
    heard:
      heard && changed
        ? {
            yes: heard.yes,
            partly: heard.partly,
            no: heard.no,
            yesNow: facts.heard.filter((each) => each.reflects === "yes" && !each.earlier).length,
            changedYes: changed.yes,
            changedPartly: changed.partly,
            changedNo: changed.no,
            tooEarly: changed.tooEarly,
          }
        : null,
    // Each an entry of its own since: this is where older entries hold theirs.
    comments: [],
    takenBack: words.takenBack,
    ...(words.takenDown ? { takenDown: true } : {}),
  };
}

/** With how many took part, so that one session written down as many small ones can be seen. */
function sourceOf({ source: { kind, title, heldOn, people } }: LoopWords): LoopContent["source"] {
  return {
    kind,
    title,
    ...(heldOn ? { heldOn } : {}),
    ...(people === undefined ? {} : { people: publicPeople(people) }),
  };
}

function shownWords(words: LoopWords): Pick<LoopContent, "said" | "whose" | "byWhom" | "askedFor"> {
  const { door, wordsUse, byWhom } = words;
  if (words.takenBack) return { said: "", whose: "not-shown", byWhom: "", askedFor: "" };
  if (wordsUse === "not-published")
    return {
      said: "",
      whose: door?.wordsUse === "in-summary" ? "summary-owed" : "not-shown",
      byWhom: "",
      askedFor: "",
    };
  if (wordsUse === "in-summary")
    return { said: words.summary, whose: door ? "own-summary" : "summary", byWhom, askedFor: "" };
  return { said: words.words, whose: whoseWords(words), byWhom, askedFor: words.askedFor };
}

function whoseWords({ door, words, inTheirWords }: LoopWords): LoopContent["whose"] {
  if (door) return stillTheirWords(door, words) ? "their-words" : "shortened";
  return inTheirWords ? "their-words" : "agreed-words";
}

function answerWords(answer: LoopFacts["answers"][number]["answer"], takenBack: boolean) {
  if (!takenBack) return answer;
  return answer.kind === "we-could-not"
    ? { kind: answer.kind, reason: answer.reason, text: "" }
    : { kind: answer.kind, text: "" };
}

function publicPeople(count: number): number | null {
  const shown = protectCount(count, "People");
  return shown.kind === "rounded" ? shown.value : null;
}
