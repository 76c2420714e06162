import { type Stepped, stepsNow } from "../disclosure/steps.ts";
import { fewestAnswers } from "./loop.ts";
import type { CommentUse } from "./voice.ts";

/**
 * The tally of a loop moves in steps (see disclosure/steps.ts). When asking is over, whatever is left is let out on a day
 * fixed beforehand, which tells nobody’s time of answering.
 */
export type { Stepped };

type Commented = { comment: string; commentUse: CommentUse };

/** Whether the tally moves now, and every voice counts as it stands. */
export function movesNow<Voice extends object>(voices: readonly Stepped<Voice>[]): boolean {
  return stepsNow(voices, fewestAnswers);
}

/** The voices that count, each as it counts. @param over asking has ended: all of them, as they stand */
export function countedVoices<Voice extends object, Named extends { commentId: string }>(
  voices: readonly (Stepped<Voice> & Named)[],
  over: boolean,
): { commentId: string; counted: Voice }[] {
  return voices.flatMap(({ commentId, now, released }) => {
    const counted = over ? now : released;
    return counted ? [{ commentId, counted }] : [];
  });
}

const width: Record<CommentUse, number> = { board: 0, organisation: 1, public: 2 };

/**
 * Whether a comment may stay on show at once, before the next step: not when its writer changed or narrowed it. Taking words
 * back never waits for other people.
 */
export function staysOnShow(shown: Commented, now: Commented): boolean {
  if (shown.comment === "") return true;
  return shown.comment === now.comment && width[now.commentUse] >= width[shown.commentUse];
}
