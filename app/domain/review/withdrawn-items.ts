import { addMonths, londonDay } from "../dates/days.ts";
import type { RecordState } from "../record/state.ts";
import type { WithdrawalReason } from "../record/withdrawal.ts";
import type { AgendaItem } from "./agenda.ts";

/** What an organisation says itself. What people said, made or told is theirs to take back, and nobody asks them why. */
const ownWords: Readonly<Record<string, string>> = {
  evidence: "Evidence",
  handout: "A handout",
  session: "A session’s record",
  update: "An update",
};

const reasonWords: Record<WithdrawalReason, string> = {
  "consent-taken-back": "somebody took their consent back",
  "erasure-request": "somebody asked for their data to be erased",
  "harmful-mistake": "it was a mistake that could harm somebody",
};

/**
 * The organisation's own published words that were destroyed in the last twelve months. An owner does so alone and at once,
 * because it may protect somebody; the board looks at it afterwards.
 * @param entries address of the entries of the public record
 */
export function withdrawnItems(state: RecordState, entries: string, today: string): AgendaItem[] {
  const yearAgo = addMonths(today, -12);
  return [...state.subjects.values()].flat().flatMap(({ kind, index, withdrawn }): AgendaItem[] => {
    const what = ownWords[kind];
    if (!what || !withdrawn) return [];
    const on = londonDay(withdrawn.recordedAt);
    if (on <= yearAgo) return [];
    return [
      {
        concern: "words-withdrawn",
        title: `${what}, entry ${index}`,
        because: `The reason given: ${reasonWords[withdrawn.reason]}. The words are gone; that they were there stays in the record.`,
        href: `${entries}/${index}`,
        since: on,
      },
    ];
  });
}
