import { addDays, addMonths } from "../dates/days.ts";
import { writtenDay } from "../dates/written-day.ts";
import type { Role } from "../organisation/scope.ts";

/** What people are reminded of. Most pressing first. */
export const reminderKinds = [
  "action-overdue",
  "overdue",
  "milestone-overdue",
  "answer-overdue",
  "case-overdue",
  "pay-overdue",
  "action-soon",
  "due-soon",
  "milestone-soon",
  "answer-soon",
  "case-soon",
  "pay-soon",
  "meeting-soon",
  "session-touched",
  "announcement-awaited",
  "audit-closes",
  "audit-next",
  "evidence-lapsed",
  "training-lapsed",
  "training-soon",
  "training-prompt",
  "persona-review",
  "benchmark-review",
] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** How many days before a day people hear of it. */
const noticeDays = 14;
/** A self-audit is due a year after the last one closed. */
const auditEveryMonths = 12;

export type DueItem = {
  /** Names the item and its day, never the day on which somebody looked: a moved date is a new item, a second look is not. */
  key: string;
  kind: ReminderKind;
  title: string;
  because: string;
  href: string;
  /** ISO date. */
  dueOn: string;
};

/** What the rooms know. Dates are ISO. */
export type DueFacts = {
  /** Open ones only. */
  commitments: readonly { id: string; title: string; dueOn: string }[];
  /** Neither met nor given up, of open commitments. */
  milestones: readonly { id: string; commitmentId: string; title: string; dueOn: string }[];
  /** Questions and actions of the board without an answer. */
  actions: readonly { id: string; commitmentId: string; title: string; actionBy: string }[];
  /** What people said and nobody answered: due soon or overdue. */
  loops: readonly { id: string; answerBy: string }[];
  nextMeetingOn: string | null;
  openRounds: readonly { id: string; title: string; closesOn: string }[];
  /** Null when there never was a round: nobody is told to begin. */
  lastRoundClosedOn: string | null;
  lapsed: readonly { key: string; title: string; since: string; href: string }[];
};

/** Everything that is due or nearly due on a day, most pressing first. @param base address of the workspace */
export function dueItems(facts: DueFacts, base: string, today: string): DueItem[] {
  const soonUntil = addDays(today, noticeDays);
  const dated = (
    on: string,
    late: ReminderKind,
    soon: ReminderKind,
    item: { id: string; title: string; href: string },
  ): DueItem[] => {
    if (on > soonUntil) return [];
    const kind = on < today ? late : soon;
    const because = on < today ? `It was due on ${writtenDay(on)}.` : `It is due on ${writtenDay(on)}.`;
    return [
      { key: `${kind}:${item.id}:${on}`, kind, title: item.title, because, href: item.href, dueOn: on },
    ];
  };
  const commitment = (id: string) => `${base}/commitments/${id}`;
  const found = [
    ...facts.commitments.flatMap(({ id, title, dueOn }) =>
      dated(dueOn, "overdue", "due-soon", { id, title, href: commitment(id) }),
    ),
    ...facts.milestones.flatMap(({ id, commitmentId, title, dueOn }) =>
      dated(dueOn, "milestone-overdue", "milestone-soon", {
        id,
        title,
        href: `${commitment(commitmentId)}/milestones`,
      }),
    ),
    ...facts.actions.flatMap(({ id, commitmentId, title, actionBy }) =>
      dated(actionBy, "action-overdue", "action-soon", {
        id,
        title: `The board waits: ${title}`,
        href: `${commitment(commitmentId)}/review`,
      }),
    ),
    ...facts.loops.flatMap(({ id, answerBy }) =>
      dated(answerBy, "answer-overdue", "answer-soon", {
        id,
        title: "Something people told us",
        href: `${base}/feedback/loops/${id}`,
      }),
    ),
    ...(facts.nextMeetingOn !== null && facts.nextMeetingOn >= today
      ? dated(facts.nextMeetingOn, "meeting-soon", "meeting-soon", {
          id: "board",
          title: "The board meets",
          href: `${base}/board`,
        })
      : []),
    ...facts.openRounds.flatMap(({ id, title, closesOn }) =>
      dated(closesOn, "audit-closes", "audit-closes", {
        id,
        title: `Answers end: ${title}`,
        href: `${base}/audit/${id}`,
      }),
    ),
    ...nextAudit(facts, base, dated),
    ...facts.lapsed.map(({ key, title, since, href }): DueItem => ({
      key: `evidence-lapsed:${key}:${since}`,
      kind: "evidence-lapsed",
      title,
      because: `Its evidence has been out of date since ${writtenDay(since)}.`,
      href,
      dueOn: since,
    })),
  ];
  return mostPressingFirst(found);
}

export function mostPressingFirst(items: readonly DueItem[]): DueItem[] {
  return [...items].sort(
    (a, b) => reminderKinds.indexOf(a.kind) - reminderKinds.indexOf(b.kind) || a.dueOn.localeCompare(b.dueOn),
  );
}

function nextAudit(
  { lastRoundClosedOn, openRounds }: DueFacts,
  base: string,
  dated: (
    on: string,
    late: ReminderKind,
    soon: ReminderKind,
    item: { id: string; title: string; href: string },
  ) => DueItem[],
): DueItem[] {
  if (lastRoundClosedOn === null || openRounds.length > 0) return [];
  const item = { id: "next", title: "The next self-audit", href: `${base}/audit` };
  return dated(addMonths(lastRoundClosedOn, auditEveryMonths), "audit-next", "audit-next", item);
}

const forTheBoard: ReadonlySet<ReminderKind> = new Set([
  "action-overdue",
  "overdue",
  "meeting-soon",
  "audit-closes",
  "audit-next",
  "evidence-lapsed",
]);

/** Reviewers hear what a board looks at; those who do the work hear everything. */
export function itemsFor(role: Role, items: readonly DueItem[]): DueItem[] {
  return role === "reviewer" ? items.filter(({ kind }) => forTheBoard.has(kind)) : [...items];
}
