import type { Difference } from "../publishing/difference.ts";
import type { AuthorRole } from "../record/state.ts";
import type { Mark } from "./mark.ts";

/** What a reader may filter a timeline by. */
export const momentGroups = {
  promises: "Promises made",
  changes: "Promises changed",
  status: "Where promises stand",
  updates: "Updates",
  setbacks: "Setbacks",
  figures: "Figures",
  evidence: "Evidence",
  voices: "What people affected say",
  other: "Everything else",
} as const;
export type MomentGroup = keyof typeof momentGroups;

/** What one entry says, in words: the part of a moment that depends on the kind of entry. */
export type Description = {
  group: MomentGroup;
  mark: Mark;
  /** Says the mark more exactly: “Target lowered”. */
  word: string;
  /** Left out where the commitment's title says it. */
  title?: string;
  text?: string;
  /** Describes harm: a note stands before the words. */
  contentNote?: string;
  /** The organisation's claim beside the word of the people affected. */
  sides?: { who: string; says: string }[];
  link?: { href: string; label: string };
};

/** One entry on the timeline. */
export type Moment = Omit<Description, "title"> & {
  index: number;
  kind: string;
  subject: string;
  commitment: string | null;
  title: string;
  /** ISO date on which it happened. */
  on: string;
  /** ISO date (London) on which it was recorded. */
  recordedOn: string;
  /** Recorded more than 30 days after it happened. */
  late: boolean;
  role: AuthorRole;
  author?: string;
  differences: Difference[];
  reason?: string;
  withdrawn?: { on: string; because: string };
};
