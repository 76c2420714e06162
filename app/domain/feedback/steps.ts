import { countOf } from "../counted.ts";
import { isNew, type Stepped } from "../disclosure/steps.ts";
import { groupBy } from "../journey/content.ts";
import { fewestAnswers } from "./loop.ts";
import type { CommentUse } from "./voice.ts";

/**
 * The tally of a loop moves in steps (see disclosure/steps.ts). When asking is over, whatever is left is let out on a day
 * fixed beforehand, which tells nobody’s time of answering.
 */
export type { Stepped };

type Commented = { comment: string; commentUse: CommentUse };

/** What was answered with one link. */
export type LinkVoice<Voice> = Stepped<Voice> & {
  commentId: string;
  /** One number is one person, however many links were made under it. */
  person: string;
  /** The link took the place of one before it. */
  again: boolean;
};

/** One person’s voice as it counts. */
export type OneVoice<Voice> = {
  counted: Voice;
  /** Every comment that they left and did not take back, with whichever link; not what goes with an answer that is not counted. */
  comments: (Commented & { commentId: string })[];
  /** All that counts was answered with a link that was made anew. */
  anew: boolean;
  /** They answered with a link before, and more kindly with one that was made anew: the first answer counts. */
  kinder: boolean;
};

/** Whether the tally moves now, and every voice counts as it stands: three or more people are new. */
export function movesNow<Voice extends object>(voices: readonly LinkVoice<Voice>[]): boolean {
  return new Set(voices.filter(isNew).map(({ person }) => person)).size >= fewestAnswers;
}

/**
 * The voices that count, one for each person. Whoever can make a link anew can answer with it, the organisation too: so where
 * somebody answered with a link and again with one that took its place, the answer that is less kind to the organisation counts.
 * @param voices oldest link first
 * @param over asking has ended: all of them, as they stand
 * @param lessKind of an older and a newer answer the one that counts
 */
export function countedVoices<Voice extends Commented>(
  voices: readonly LinkVoice<Voice>[],
  over: boolean,
  lessKind: (older: Voice, newer: Voice) => Voice,
  isKinder: (newest: Voice, counted: Voice) => boolean,
): OneVoice<Voice>[] {
  return [...groupBy(voices, ({ person }) => person).values()].flatMap((own) => {
    const given = own.flatMap(({ commentId, again, now, released }) => {
      const voice = over ? now : released;
      return voice ? [{ commentId, again, voice }] : [];
    });
    const newest = given.at(-1);
    if (!newest) return [];
    const counted = given.map(({ voice }) => voice).reduce(lessKind);
    return [
      {
        counted,
        comments: given
          .filter(
            ({ voice }, position) => voice.comment !== "" && !(position > 0 && isKinder(voice, counted)),
          )
          .map(({ commentId, voice: { comment, commentUse } }) => ({ commentId, comment, commentUse })),
        anew: given.every(({ again }) => again),
        kinder: given.length > 1 && isKinder(newest.voice, counted),
      },
    ];
  });
}

/** Answers over links that were made anew, each from 3 up: fewer would tell what became of one link. */
export type OverNewLinks = {
  /** That count, from people who had not answered before. */
  anew?: number;
  /** From people whose answer before was less kind, and counts. */
  kinder?: number;
};

export function overNewLinks(voices: readonly Pick<OneVoice<unknown>, "anew" | "kinder">[]): OverNewLinks {
  if (voices.length < fewestAnswers) return {};
  const from = (which: "anew" | "kinder") => {
    const count = voices.filter((voice) => voice[which]).length;
    return count < fewestAnswers ? {} : { [which]: count };
  };
  return { ...from("anew"), ...from("kinder") };
}

/** What must be known of a tally whose organisation made links anew; empty when it made none. */
export function newLinksWords({
  sentAgain = 0,
  anew,
  kinder,
}: OverNewLinks & { sentAgain?: number }): string {
  if (sentAgain === 0) return "";
  const links = countOf(sentAgain, "link");
  return [
    `The organisation made ${links} anew. It can answer with such a link itself, so an answer given before stays, and a kinder one given later changes nothing.`,
    anew ? `${anew} of the answers came over a link that was made anew.` : "",
    kinder ? `${kinder} people had answered before, and the newer answer was kinder: it is not counted.` : "",
  ]
    .filter(Boolean)
    .join(" ");
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
