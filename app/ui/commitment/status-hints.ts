import type { Status } from "#app/domain/commitment/public.ts";

/** What choosing a status says to a reader. */
export const statusHints: Record<Status, string> = {
  planned: "Work has not begun.",
  "under-way": "Work is going on.",
  stalled: "Work has stopped for now. Say what it would take to go on.",
  "did-not-work":
    "You tried it in earnest and it did not do what you hoped. It stands beside “done” with equal weight.",
  done: "Your claim that the promise is kept. It stays a claim until people affected agree.",
  dropped: "You give it up. It stays in the record with your reason.",
};
