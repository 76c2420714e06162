import { countOf } from "../counted.ts";
import { daysBetween } from "../dates/days.ts";
import { writtenDay } from "../dates/written-day.ts";
import type { Status } from "./public.ts";
import { isOpen, statusWords } from "./transitions.ts";

/** A quarter: boards meet about that often, so a silence this long spans a meeting. */
export const silentAfterDays = 90;

/** A target that was moved in the workspace, in words ready to show. */
export type MovedTarget = { measure: string; was: string; now: string; on: string; reason: string };

/** What the board view needs to know of one commitment. Days are ISO dates. */
export type Standing = {
  id: string;
  title: string;
  status: Status;
  statusOn: string;
  statusReason: string;
  startOn: string;
  dueOn: string;
  /** The latest update or change of status, whichever is later. */
  lastWordOn: string;
  evidence: number;
  movedTargets: readonly MovedTarget[];
  /** People affected have agreed that it is done. */
  attested: boolean;
};

export const findingKinds = [
  "overdue",
  "stalled",
  "no-evidence",
  "no-update",
  "target-moved",
  "not-attested",
] as const;
export type FindingKind = (typeof findingKinds)[number];

export type Finding = { kind: FindingKind; commitment: string; title: string; sentence: string };

/**
 * What a board should ask about, in the order of `findingKinds`. A finding is a question, not a verdict.
 * @param today ISO date
 */
export function boardFindings(standings: readonly Standing[], today: string): Finding[] {
  return findingKinds.flatMap((kind) =>
    standings.flatMap((standing) =>
      sentences[kind](standing, today).map((sentence) => ({
        kind,
        commitment: standing.id,
        title: standing.title,
        sentence,
      })),
    ),
  );
}

const sentences: Record<FindingKind, (standing: Standing, today: string) => string[]> = {
  overdue: ({ status, dueOn }, today) =>
    isOpen(status) && dueOn < today
      ? [`It was due on ${writtenDay(dueOn)}, ${countOf(daysBetween(dueOn, today), "day")} ago.`]
      : [],
  stalled: ({ status, statusOn, statusReason }, today) =>
    status === "stalled"
      ? [
          `It has been stalled for ${countOf(daysBetween(statusOn, today), "day")}. The reason given: ${statusReason}`,
        ]
      : [],
  "no-evidence": ({ status, statusOn, evidence, startOn }, today) =>
    evidence === 0 && startOn <= today && status !== "planned" && status !== "dropped"
      ? [
          `It is “${statusWords[status]}” since ${writtenDay(statusOn)}, and nothing has been put forward that shows the work.`,
        ]
      : [],
  "no-update": ({ status, startOn, lastWordOn }, today) => {
    const since = lastWordOn > startOn ? lastWordOn : startOn;
    const silent = daysBetween(since, today);
    return isOpen(status) && silent >= silentAfterDays
      ? [`Nothing has been said about it for ${countOf(silent, "day")}, since ${writtenDay(since)}.`]
      : [];
  },
  "target-moved": ({ movedTargets }) =>
    movedTargets.map(
      ({ measure, was, now, on, reason }) =>
        `${measure}: ${was} became ${now} on ${writtenDay(on)}. ${reason ? `The reason given: ${reason}` : "No reason has been given yet."}`,
    ),
  "not-attested": ({ status, attested }) =>
    status === "done" && !attested
      ? ["We say it is done. The people affected have not been heard on it yet."]
      : [],
};
