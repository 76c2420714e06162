import type { Bid, bidStages } from "./bid.ts";
import type { fundKinds, LinePurpose } from "./fund.ts";
import type { activities, Choice, timings } from "./offer.ts";
import type { WagePlace } from "./rate.ts";

/** What the codes of this room are called on pages, in files and in the record. */
export const purposeNames: Record<LinePurpose, string> = {
  "participant-time": "Participant time",
  "preparation-and-debrief": "Preparation and debrief",
  "access-and-support": "Access and support",
  travel: "Travel",
  childcare: "Childcare",
  interpreters: "Interpreters",
  facilitation: "Facilitation",
  "facilitator-training": "Facilitator training",
  food: "Food",
};

export const fundKindNames: Record<(typeof fundKinds)[number], string> = {
  "ring-fenced": "Ring-fenced for paying people",
  project: "Part of a project",
  seed: "Seed money, before a bid is written",
  grant: "Grant",
};

export const choiceNames: Record<Choice, string> = {
  "bank-transfer": "Bank transfer",
  cash: "Cash",
  voucher: "Voucher",
  "gift-to-charity": "A gift to a charity",
  "time-in-kind": "Time or training in return",
  less: "Less than was offered",
  nothing: "Nothing",
};

export const timingNames: Record<(typeof timings)[number], string> = {
  before: "Before the day",
  "on-the-day": "On the day",
  after: "After the day",
};

export const activityNames: Record<(typeof activities)[number], string> = {
  meeting: "Meeting or workshop",
  preparation: "Preparation",
  debrief: "Debrief",
  travel: "Travel time",
  recovery: "Rest and recovery",
};

export const stageNames: Record<(typeof bidStages)[number], string> = {
  idea: "Idea",
  writing: "Being written",
  submitted: "Submitted",
  won: "Won",
  "not-won": "Not won",
  withdrawn: "Withdrawn",
} satisfies Record<Bid["stage"], string>;

export const placeNames: Record<WagePlace, string> = { uk: "UK outside London", london: "London" };

export const paymentKindNames = {
  fee: "Fee for time",
  expenses: "Expenses",
  other: "Other cost",
} as const;
export type PaymentKind = keyof typeof paymentKindNames;
