import { writtenDay } from "../dates/written-day.ts";
import { answerNames } from "../feedback/answer.ts";
import type { CommentContent } from "../feedback/comment.ts";
import type { ClockPromiseContent, LoopContent, OpenDoorContent } from "../feedback/public.ts";
import { noted, reworded, type Difference } from "./difference.ts";

/** More time to answer is a weaker promise. */
export function clockPromiseDifferences(
  before: ClockPromiseContent,
  after: ClockPromiseContent,
): Difference[] {
  return [
    ...days("Acknowledged within", before.acknowledgeWithin, after.acknowledgeWithin),
    ...days("Answered within", before.answerWithin, after.answerWithin),
    ...reworded("Bank holidays of", before.jurisdiction, after.jurisdiction),
  ];
}

function days(field: string, was: number, now: number): Difference[] {
  if (was === now) return [];
  const words = (count: number) => `${count} working days`;
  return [{ field, direction: now > was ? "weakened" : "strengthened", was: words(was), now: words(now) }];
}

/**
 * An answer taken down to “we could not”, people's words edited, fewer people said to have spoken, a report that is gone: each
 * has to be explained. What participants answer changes by itself.
 */
export function loopDifferences(before: LoopContent, after: LoopContent): Difference[] {
  return [
    ...reworded("What people said", before.said, after.said),
    ...reworded("What they asked for", before.askedFor, after.askedFor),
    ...noted("Who said it", before.byWhom, after.byWhom),
    ...fewer("People who said it", before.people, after.people),
    ...noted("Where it was said", before.source.title, after.source.title),
    ...noted("People who took part", takenPart(before), takenPart(after)),
    ...noted("Written down here", dayWords(before.writtenOn ?? null), dayWords(after.writtenOn ?? null)),
    ...noted("Acknowledged", dayWords(before.acknowledgedOn), dayWords(after.acknowledgedOn)),
    ...noted("Clock stopped", pauseWords(before), pauseWords(after)),
    ...answerDifferences(before, after),
    ...noted("Reported back", reportWords(before), reportWords(after)),
    ...noted("Asked whether it reflects what they said", String(before.asked), String(after.asked)),
    ...noted("Links", linkWords(before), linkWords(after)),
    ...noted("Does it reflect what people said", heardWords(before), heardWords(after)),
    ...noted("Comments", before.comments.join(" / "), after.comments.join(" / ")),
  ];
}

function answerDifferences(before: LoopContent, after: LoopContent): Difference[] {
  const [was, now] = [before.answer, after.answer];
  if (!was || !now)
    return was === now
      ? []
      : [
          {
            field: "Answer",
            direction: now ? "strengthened" : "weakened",
            was: was ? answerNames[was.kind] : "none yet",
            now: now ? answerNames[now.kind] : "none",
          },
        ];
  const kind: Difference[] =
    was.kind === now.kind
      ? []
      : [
          {
            field: "Answer",
            direction: rank[now.kind] < rank[was.kind] ? "weakened" : "strengthened",
            was: answerNames[was.kind],
            now: answerNames[now.kind],
          },
        ];
  return [
    ...kind,
    ...reworded("Words of the answer", was.text, now.text),
    ...reworded("Next step", was.nextStep ?? "", now.nextStep ?? ""),
    ...reworded("Next step by", dayWords(was.by ?? null), dayWords(now.by ?? null)),
    ...noted("Since", dayWords(was.since ?? null), dayWords(now.since ?? null)),
    ...noted("Evidence", was.evidence ?? "", now.evidence ?? ""),
    ...noted("Reason", was.reason ?? "", now.reason ?? ""),
  ];
}

const rank = { "we-could-not": 0, "we-are-doing": 1, "we-did": 2 } as const;

function fewer(field: string, was: number | null, now: number | null): Difference[] {
  if (was === now) return [];
  return [
    {
      field,
      direction: (now ?? 0) < (was ?? 0) ? "weakened" : "strengthened",
      was: peopleWords(was),
      now: peopleWords(now),
    },
  ];
}

function peopleWords(count: number | null): string {
  return count === null ? "fewer than 8" : `about ${count}`;
}

function takenPart({ source: { heldOn, people } }: LoopContent): string {
  if (people === undefined) return "";
  return [peopleWords(people), dayWords(heldOn ?? null)].filter(Boolean).join(", ");
}

function dayWords(day: string | null): string {
  return day ? writtenDay(day) : "";
}

function pauseWords({ pauses }: LoopContent): string {
  return pauses
    .map(({ from, to, reason }) => `from ${writtenDay(from)}${to ? ` to ${writtenDay(to)}` : ""}: ${reason}`)
    .join("; ");
}

function reportWords({ reports }: LoopContent): string {
  return reports
    .map(({ on, told, of }) => `${writtenDay(on)}: ${peopleWords(told)} of ${peopleWords(of)}`)
    .join("; ");
}

function linkWords({ sentAgain = 0, switchedOff = 0, anew, kinder }: LoopContent): string {
  const newer = [
    anew ? `${anew} answers over them` : "",
    kinder ? `${kinder} kinder answers not counted` : "",
  ].filter(Boolean);
  return `${sentAgain} made anew${newer.length > 0 ? ` (${newer.join(", ")})` : ""}, ${switchedOff} switched off`;
}

function heardWords({ heard }: LoopContent): string {
  if (!heard) return "too few answered";
  return `${heard.yes} yes, ${heard.partly} partly, ${heard.no} no; now changed: ${heard.changedYes} yes, ${heard.changedPartly} partly, ${heard.changedNo} no, ${heard.tooEarly} too early`;
}

/** A comment is published once; other words are another comment. */
export function commentDifferences(before: CommentContent, after: CommentContent): Difference[] {
  return reworded("Comment", before.text, after.text);
}

/** Counts grow by themselves; a count that shrinks is a correction and has to be explained. */
export function openDoorDifferences(before: OpenDoorContent, after: OpenDoorContent): Difference[] {
  const [was, now] = [openDoorWords(before), openDoorWords(after)];
  if (was === now) return [];
  const shrank =
    after.received < before.received ||
    (after.protected?.received ?? 0) < (before.protected?.received ?? 0) ||
    refusedIn(after) < refusedIn(before);
  return [{ field: "Open door", direction: shrank ? "weakened" : "changed", was, now }];
}

function refusedIn({ refused }: OpenDoorContent): number {
  return Object.values(refused).reduce((sum, count) => sum + count, 0);
}

function openDoorWords(content: OpenDoorContent): string {
  const { received, waiting, waitingTooLong, taken, refused } = content;
  const wrong = content.refusedWrongly ? ` (${content.refusedWrongly} wrongly, say those who asked)` : "";
  const grounds = Object.entries(refused)
    .map(([ground, count]) => `${ground} ${count}`)
    .sort();
  const { protected: kept } = content;
  return [
    `${received} came in, ${taken} taken up, ${waiting} waiting (${waitingTooLong} too long)`,
    `refused: ${grounds.join(", ") || "none"}${wrong}`,
    kept
      ? `protected: ${kept.received}, answered ${kept.answered}, reprisals ${kept.reprisals ?? "not shown"}`
      : "protected: not shown",
  ].join("; ");
}
