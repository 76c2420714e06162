import { MeasureContent } from "../commitment/public.ts";
import { londonDay } from "../dates/days.ts";
import { isRecordedLate } from "../record/lateness.ts";
import type { RecordState } from "../record/state.ts";
import { contentOf } from "./content.ts";
import { describe, type Names } from "./describe.ts";
import type { Moment } from "./moment.ts";
import { commitmentOf, movesOf, type Move } from "./moves.ts";
import { withdrawalWords } from "./withdrawal-words.ts";

/**
 * Every entry as a moment, newest first: by the day it happened, then by when it was recorded. One entry, one moment;
 * a withdrawal is a moment of its own beside the tombstone it leaves.
 *
 * @param organisation how the organisation is called in a sentence
 */
export function timelineOf(state: RecordState, organisation: string): Moment[] {
  const names = namesIn(state, organisation);
  const titles = commitmentTitles(state);
  return movesOf(state)
    .flatMap((move) => momentsOf(move, names, titles))
    .sort((a, b) => (a.on === b.on ? b.index - a.index : a.on < b.on ? 1 : -1));
}

function momentsOf(move: Move, names: Names, titles: ReadonlyMap<string, string>): Moment[] {
  const { version } = move;
  const commitment = commitmentOf(version);
  const owner = commitment ? titles.get(commitment) : undefined;
  const described = version.body
    ? describe(move, names)
    : ({ group: "other", mark: "withdrawn", word: "Withdrawn" } as const);
  const moment: Moment = {
    ...described,
    index: version.index,
    kind: version.kind,
    subject: version.subject,
    commitment,
    title: ("title" in described && described.title) || owner || names.organisation,
    on: version.effectiveOn,
    recordedOn: londonDay(version.recordedAt),
    late: isRecordedLate(version),
    role: version.role,
    ...(version.author ? { author: version.author } : {}),
    differences: move.differences,
    ...(move.reason ? { reason: move.reason } : {}),
  };
  const gone = version.withdrawn;
  if (!gone) return [moment];
  const on = londonDay(gone.recordedAt);
  const withdrawn = { on, because: withdrawalWords[gone.reason] };
  return [
    { ...moment, title: "Withdrawn words", withdrawn },
    {
      ...moment,
      index: gone.index,
      kind: "withdrawn",
      group: "changes",
      word: "Words withdrawn",
      title: `Entry ${version.index} was withdrawn`,
      text: `Reason given: ${withdrawn.because}`,
      on,
      recordedOn: on,
      late: false,
    },
  ];
}

function commitmentTitles(state: RecordState): Map<string, string> {
  const titles = new Map<string, string>();
  for (const versions of state.subjects.values())
    for (const version of versions) {
      const title = version.kind === "commitment" ? version.body?.content.title : undefined;
      if (typeof title === "string") titles.set(version.subject.slice("commitment:".length), title);
    }
  return titles;
}

function namesIn(state: RecordState, organisation: string): Names {
  const measure = (id: string) => {
    const latest = state.subjects.get(`measure:${id}`)?.at(-1);
    return latest && contentOf(latest, MeasureContent);
  };
  return {
    organisation,
    measureTitle: (id) => measure(id)?.title,
    measureUnit: (id) => measure(id)?.unit,
  };
}
