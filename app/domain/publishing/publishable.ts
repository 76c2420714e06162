import type { EntryBody } from "../record/state.ts";

/**
 * Something in the workspace that is meant for the public, as it stands now. Each room's operations list theirs; the
 * publishing desk compares them with the record and appends what differs. A publishable that was published and is now
 * missing from the list is an error of the room: published things are dropped or retired, never removed.
 */
export type Publishable = {
  kind: string;
  subject: string;
  effectiveOn: string;
  content: EntryBody["content"];
  /** For the publishing page: "Measure: people paid within 10 days". */
  label: string;
  /** Reason already given in the workspace (a status change carries its own). */
  reason?: string;
};
