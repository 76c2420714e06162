import { z } from "zod";
import { contentOf, groupBy } from "../journey/content.ts";
import type { RecordState } from "../record/state.ts";
import { fewestAnswers } from "./loop.ts";
import type { CommentUse } from "./voice.ts";

/**
 * kind `comment`: what one person asked to have published, without saying who, of an answer or of a promise. Each comment is an
 * entry of its own, so that its writer can take it back by itself. Subject `comment:<loop or round>.<id>`.
 */
export const CommentContent = z
  .object({
    text: z.string().trim().min(1).max(2000),
    /** The promise, when it is about one. */
    commitment: z.uuid().optional(),
  })
  .strict();
export type CommentContent = z.infer<typeof CommentContent>;

export function commentSubject(owner: string, id: string): string {
  return `comment:${owner}.${id}`;
}

type Commented = { comments: readonly { commentId: string; comment: string; commentUse: CommentUse }[] };

/**
 * The comments of a loop or round that the public may read: as their writers allow, and none while fewer than 3 voices count,
 * when one comment would stand for one of two people. By id, so that their order tells nothing.
 */
export function publicComments(voices: readonly Commented[]): { id: string; text: string }[] {
  if (voices.length < fewestAnswers) return [];
  return voices
    .flatMap(({ comments }) => comments)
    .filter(({ commentUse }) => commentUse === "public")
    .map(({ commentId, comment }) => ({ id: commentId, text: comment }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What the record holds of comments, by loop or round. */
export type CommentsShown = {
  texts: string[];
  /** Taken back by their writers, and taken down by the organisation: the second is never the first. */
  takenBack: number;
  takenDown: number;
};

const nothing: CommentsShown = { texts: [], takenBack: 0, takenDown: 0 };

/** Every comment in the record, by the loop or round it belongs to. */
export function commentsIn(state: RecordState): (owner: string) => CommentsShown {
  const owned = groupBy(
    [...state.subjects].flatMap(([subject, versions]) => {
      const owner = /^comment:([^.]+)\./.exec(subject)?.[1];
      return owner ? [{ owner, latest: versions.at(-1)! }] : [];
    }),
    ({ owner }) => owner,
  );
  return (owner) => {
    const comments = owned.get(owner);
    if (!comments) return nothing;
    const gone = comments.flatMap(({ latest }) => (latest.withdrawn ? [latest.withdrawn.role] : []));
    // By who did it, and not by the reason given: a member may name any.
    const takenBack = gone.filter((role) => role === "participant").length;
    return {
      texts: comments.flatMap(({ latest }) => contentOf(latest, CommentContent)?.text ?? []),
      takenBack,
      takenDown: gone.length - takenBack,
    };
  };
}
