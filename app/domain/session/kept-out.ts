/** Somebody whom a session as planned would keep out, and what to change. */
export type KeptOut = {
  who: string;
  why: string;
  change: string;
  /** The written reason for which that was accepted; empty while it was not. */
  accepted: string;
};
