import type { DueItem, ReminderKind } from "./due-items.ts";

/** What people choose between: each kind of reminder belongs to one topic. */
export const topics = [
  "promises",
  "board",
  "feedback",
  "pay",
  "audit",
  "sessions",
  "announcements",
  "training",
  "personas",
  "recruitment",
] as const;
export type Topic = (typeof topics)[number];

export const topicNames: Record<Topic, string> = {
  promises: "Promises and their milestones: due soon or overdue",
  board: "Board: meetings, and answers that it waits for",
  feedback: "What people told us or asked: answers due soon or overdue",
  pay: "Pay that was promised and is not paid",
  audit: "Self-audit: rounds, the next one, and evidence out of date",
  sessions: "Planned sessions that meet an observance",
  announcements: "Days that wait for an announcement, such as Eid",
  training: "Training: lapsed or soon to lapse, and what changed since",
  personas: "Personas whose review is due",
  recruitment: "Recruitment: whom you compare with, to look at again",
};

const topicOf: Record<ReminderKind, Topic> = {
  "action-overdue": "board",
  overdue: "promises",
  "milestone-overdue": "promises",
  "answer-overdue": "feedback",
  "case-overdue": "feedback",
  "pay-overdue": "pay",
  "action-soon": "board",
  "due-soon": "promises",
  "milestone-soon": "promises",
  "answer-soon": "feedback",
  "case-soon": "feedback",
  "pay-soon": "pay",
  "meeting-soon": "board",
  "session-touched": "sessions",
  "announcement-awaited": "announcements",
  "audit-closes": "audit",
  "audit-next": "audit",
  "evidence-lapsed": "audit",
  "training-lapsed": "training",
  "training-soon": "training",
  "training-prompt": "training",
  "persona-review": "personas",
  "benchmark-review": "recruitment",
};

/** What is left when somebody wants to hear nothing of some topics. */
export function wanted(items: readonly DueItem[], without: readonly string[]): DueItem[] {
  return items.filter(({ kind }) => !without.includes(topicOf[kind]));
}
