/** What verification found wrong, and with what. */
export interface Finding {
  readonly about:
    "key" | "signature" | "checkpoint" | "size" | "history" | "tree" | "entry" | "body" | "withdrawal";
  /** The number of the entry concerned, where it is one; the first entry is 0. */
  readonly entry?: number;
  /** One sentence. */
  readonly detail: string;
}
