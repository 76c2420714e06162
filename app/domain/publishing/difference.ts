/** How two versions of a subject differ in one field: what the “was / now” box shows. */
export type Difference = {
  field: string;
  direction: "weakened" | "strengthened" | "changed";
  /** Plain values for the "was / now" box. */
  was: string;
  now: string;
  /**
   * True where software cannot tell whether the promise grew or shrank (its words, who it is for, how it is counted):
   * then a person has to say why, as for a promise that shrank.
   */
  explain?: true;
};

/** Whether a difference may be published only with a reason. */
export function demandsReason(difference: Difference): boolean {
  return difference.direction === "weakened" || difference.explain === true;
}

/** The words of something published were edited: shown, explained, and judged by the reader. */
export function reworded(field: string, was: string, now: string): Difference[] {
  return was === now
    ? []
    : [{ field, direction: "changed", was: was || "nothing", now: now || "nothing", explain: true }];
}

/** Changed in a way that makes no promise smaller or larger: visible, but nobody has to explain it. */
export function noted(field: string, was: string, now: string): Difference[] {
  return was === now ? [] : [{ field, direction: "changed", was: was || "nothing", now: now || "nothing" }];
}
