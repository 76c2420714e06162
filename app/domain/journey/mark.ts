import type { Status } from "../commitment/public.ts";
import type { Agreement } from "./attestation.ts";

/** What stands on a thread: the states of a promise, then what else can happen to one. Each has a shape and a word in `ui/marks`. */
export type Mark =
  | "planned"
  | "under-way"
  | "stalled"
  | "done-claimed"
  | "agreed"
  | "disputed"
  | "tried"
  | "dropped"
  | "overdue"
  | "target-moved"
  | "setback"
  | "promised"
  | "progress"
  | "learning"
  | "course-changed"
  | "milestone"
  | "withdrawn";

/** The mark of a status; “done” is only a claim until the people affected have spoken. */
export function statusMark(status: Status, agreement: Agreement): Mark {
  if (status === "done")
    return agreement === "agreed" || agreement === "disputed" ? agreement : "done-claimed";
  return status === "did-not-work" ? "tried" : status;
}
