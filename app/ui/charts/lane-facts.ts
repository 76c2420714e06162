import { formatDate } from "../format.ts";
import { markMeaning } from "../marks/mark-kinds.ts";
import type { Lane, SegmentStyle } from "./lane.ts";

const words: Record<SegmentStyle, string> = {
  "under-way": "Under way",
  stalled: "Stalled",
  overdue: "Overdue",
  done: "Done",
};

/** What a lane shows, as dated sentences in order of time: the table under the strip says all that the strip does. */
export function laneFacts(lane: Lane): { on: string; sentence: string }[] {
  return [
    ...lane.segments.map((segment) => ({
      on: segment.from,
      sentence: `${words[segment.style]} from ${formatDate(segment.from)} to ${formatDate(segment.to)}`,
    })),
    ...lane.marks.map((mark) => ({
      on: mark.on,
      sentence: `${markMeaning[mark.kind].word}, ${formatDate(mark.on)}: ${mark.label}`,
    })),
    ...(lane.dueOn ? [{ on: lane.dueOn, sentence: `Due ${formatDate(lane.dueOn)}` }] : []),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
