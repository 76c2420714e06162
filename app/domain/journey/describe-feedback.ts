import { answerNames } from "../feedback/answer.ts";
import { CommentContent } from "../feedback/comment.ts";
import { ClockPromiseContent, LoopContent, OpenDoorContent } from "../feedback/public.ts";
import { contentOf } from "./content.ts";
import type { Mark } from "./mark.ts";
import type { Description } from "./moment.ts";
import type { Move } from "./moves.ts";

const answerMarks: Record<keyof typeof answerNames, Mark> = {
  "we-did": "progress",
  "we-are-doing": "under-way",
  "we-could-not": "setback",
};

/** Something people said as the change that matters most to a reader: said, answered, told, or judged by those who spoke. */
export function describeLoop({ version, before }: Move): Description | undefined {
  const content = contentOf(version, LoopContent);
  if (!content) return undefined;
  const was = before && contentOf(before, LoopContent);
  const title = `What people said: ${content.source.title}`;
  const { answer, heard } = content;
  const text = answer?.text || content.said || undefined;
  const told = (of: LoopContent | null | undefined) => (of ? of.reports.length : 0);
  const base = { group: "voices" as const, title, ...(text ? { text } : {}) };
  if (heard && !was?.heard)
    return {
      ...base,
      mark: heard.no > heard.yesNow ? "disputed" : "progress",
      word: "People who spoke have answered",
      text: `Does it reflect what they said? ${heard.yes} yes, ${heard.partly} partly, ${heard.no} no.`,
    };
  if (answer && answer.on !== was?.answer?.on)
    return {
      ...base,
      mark: answerMarks[answer.kind],
      word: was?.answer ? `Answer revised: ${answerNames[answer.kind]}` : answerNames[answer.kind],
    };
  if (told(content) > told(was)) return { ...base, mark: "progress", word: "Reported back" };
  return before
    ? { ...base, mark: "progress", word: "Loop brought up to date" }
    : { ...base, mark: "promised", word: "People said" };
}

/** What one person wrote, as they allowed. */
export function describeComment({ version }: Move): Description | undefined {
  const content = contentOf(version, CommentContent);
  return (
    content && {
      group: "voices",
      mark: "progress",
      word: content.commitment ? "Somebody affected says" : "Somebody who spoke says",
      ...(content.commitment ? {} : { title: "What people said" }),
      text: content.text,
    }
  );
}

export function describeClock({ version, before }: Move): Description | undefined {
  const content = contentOf(version, ClockPromiseContent);
  return (
    content && {
      group: before ? "changes" : "promises",
      mark: before ? "target-moved" : "promised",
      word: before ? "Time to answer changed" : "Time to answer promised",
      title: "How soon we answer",
      text: `Acknowledged within ${content.acknowledgeWithin} working days, answered within ${content.answerWithin}.`,
    }
  );
}

export function describeOpenDoor({ version }: Move): Description | undefined {
  const content = contentOf(version, OpenDoorContent);
  if (!content) return undefined;
  const refused = Object.values(content.refused).reduce((sum, count) => sum + count, 0);
  return {
    group: "voices",
    mark: "progress",
    word: "Open door counted",
    title: "What came through the open door",
    text: `${content.received} came in, ${content.taken} taken up, ${refused} refused, ${content.waiting} waiting.`,
  };
}
