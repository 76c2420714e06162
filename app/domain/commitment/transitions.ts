import { Refusal } from "../refusal.ts";
import { writtenDay } from "../dates/written-day.ts";
import type { Status } from "./public.ts";

/** A status in words, as a page shows it. “Done” is always the organisation's claim. */
export const statusWords: Record<Status, string> = {
  planned: "Planned",
  "under-way": "Under way",
  stalled: "Stalled",
  "did-not-work": "Tried, did not work",
  done: "Done, we say",
  dropped: "Dropped",
};

/** Where each status can lead. Nothing is ever deleted: what was dropped can be taken up again. */
const next: Record<Status, readonly Status[]> = {
  planned: ["under-way", "stalled", "dropped"],
  "under-way": ["stalled", "did-not-work", "done", "dropped"],
  stalled: ["under-way", "did-not-work", "dropped"],
  "did-not-work": ["under-way", "dropped"],
  done: ["under-way"],
  dropped: ["planned", "under-way"],
};

export function nextStatuses(status: Status): readonly Status[] {
  return next[status];
}

/** Still owed: neither claimed as done, nor given up, nor found not to work. */
export function isOpen(status: Status): boolean {
  return status === "planned" || status === "under-way" || status === "stalled";
}

export type StatusChange = { status: Status; effectiveOn: string };

/**
 * @param now the present status and the day from which it held
 * @throws Refusal (400) with the field and a sentence when the change cannot be made
 */
export function checkStatusChange(now: StatusChange, change: StatusChange, today: string): void {
  if (change.status === now.status)
    throw Refusal.invalid({
      status: [`The status is already “${statusWords[now.status]}”. Choose another.`],
    });
  if (!next[now.status].includes(change.status))
    throw Refusal.invalid({ status: [`${whyNot(now.status, change.status)} ${canBecome(now.status)}`] });
  if (change.effectiveOn > today)
    throw Refusal.invalid({
      effectiveOn: ["A status cannot begin in the future. Give today or an earlier day."],
    });
  if (change.effectiveOn < now.effectiveOn)
    throw Refusal.invalid({
      effectiveOn: [
        `The present status began on ${writtenDay(now.effectiveOn)}. Give that day or a later one.`,
      ],
    });
}

function whyNot(from: Status, to: Status): string {
  if (to === "done") return "Only a promise that is under way can be claimed as done.";
  if (to === "did-not-work") return "Only something that was tried can be said not to have worked.";
  if (from === "done")
    return "A claim of done can be taken back only by putting the promise under way again.";
  return `“${statusWords[from]}” cannot become “${statusWords[to]}”.`;
}

function canBecome(from: Status): string {
  const names = next[from].map((status) => `“${statusWords[status]}”`);
  return names.length === 1 ? `Choose ${names[0]}.` : `Choose one of ${names.join(", ")}.`;
}
