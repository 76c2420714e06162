import { z } from "zod";
import { optionalWords } from "../commitment/fields.ts";
import { verdicts, type Verdict } from "./attestation.ts";
import { changes, reflections, type Changed, type Reflection } from "./loop.ts";
import { channels, type Channel } from "./report-back.ts";

/** Who may read a comment. The writer chooses; nobody else can widen it. */
export const commentUses = ["organisation", "board", "public"] as const;
export type CommentUse = (typeof commentUses)[number];

export const commentUseNames: Record<CommentUse, string> = {
  organisation: "The organisation may read it",
  board: "Only the board may read it",
  public: "It may be published, without saying who wrote it",
};

const Comment = {
  comment: optionalWords(2000),
  commentUse: z.enum(commentUses, "Say who may read your comment."),
};

/** One participant’s word on an answer, as it counts. `answerId` is the answer they spoke of. */
export type HeardVoice = {
  reflects: Reflection;
  changed: Changed;
  comment: string;
  commentUse: CommentUse;
  channel: Channel | null;
  answerId: string;
};

/** One word on a promise, as it counts. */
export type AttestedVoice = { verdict: Verdict; comment: string; commentUse: CommentUse };

const kindness = (order: readonly string[]) => (word: string) => order.indexOf(word);
const reflectsRank = kindness(["no", "partly", "yes"]);
const changedRank = kindness(["no", "too-early", "partly", "yes"]);
const verdictRank = kindness(["not-kept", "partly", "cannot-tell", "kept"] satisfies Verdict[]);

/** Of two answers of one person the one that is less kind to the organisation. A yes to earlier words is less than a yes to these. */
export function lessKindHeard(older: HeardVoice, newer: HeardVoice): HeardVoice {
  const [was, now] = [reflectsRank(older.reflects), reflectsRank(newer.reflects)];
  const { reflects, answerId } = now < was || (now === was && newer.reflects !== "yes") ? newer : older;
  const changed = changedRank(newer.changed) < changedRank(older.changed) ? newer.changed : older.changed;
  return { ...newer, reflects, answerId, changed, channel: newer.channel ?? older.channel };
}

export function isKinderHeard(newest: HeardVoice, counted: HeardVoice): boolean {
  return newest.reflects !== counted.reflects || newest.answerId !== counted.answerId;
}

/** Of two words of one person on a promise the one that is less kind to the organisation. */
export function lessKindAttested(older: AttestedVoice, newer: AttestedVoice): AttestedVoice {
  return verdictRank(newer.verdict) <= verdictRank(older.verdict) ? newer : older;
}

export function isKinderAttested(newest: AttestedVoice, counted: AttestedVoice): boolean {
  return newest.verdict !== counted.verdict;
}

/** What a participant says of an answer. */
export const HeardInput = z.object({
  reflects: z.enum(reflections, "Say whether this reflects what you said."),
  changed: z.enum(changes, "Say whether anything changed."),
  ...Comment,
  /** How they would rather be told next time. */
  channel: z.enum(channels).optional(),
});
export type HeardInput = z.input<typeof HeardInput>;

/** What somebody affected says of a promise. */
export const AttestInput = z.object({
  verdict: z.enum(verdicts, "Say whether the promise was kept."),
  ...Comment,
});
export type AttestInput = z.input<typeof AttestInput>;

/** Whether a reader in this place may see a comment. */
export function mayRead(use: CommentUse, reader: "organisation" | "board" | "public"): boolean {
  if (use === "public") return true;
  return use === "board" ? reader === "board" : reader !== "public";
}
