import type { Outcome } from "./preflight-decision.ts";
import type { PreflightGroup, PreflightItem, RetiredItem } from "./preflight-items.ts";

export const groupNames: Record<PreflightGroup, string> = {
  time: "Time and faith",
  needs: "People's needs",
  facilitation: "Facilitation",
  money: "Money",
  food: "Food",
  venue: "Venue",
  joining: "Joining",
  loop: "The loop",
};

export const itemNames: Record<PreflightItem | RetiredItem, string> = {
  calendar: "Clear of faith observances",
  needs: "Checked against needs",
  facilitators: "At least two facilitators from racialised backgrounds",
  trained: "Facilitators trained on racism",
  "facilitators-paid": "Facilitators paid",
  "affinity-space": "An affinity space",
  "check-ins": "Debrief and check-ins",
  "content-note": "Content note",
  "stepping-out": "A plan for stepping out",
  responder: "Who responds when something is said",
  rate: "Rate of pay",
  "preparation-paid": "Preparation and debrief paid",
  "up-front": "Access and travel paid up front",
  "budget-line": "Budget line or seed money",
  food: "Food",
  venue: "Venue",
  "plain-invitation": "Invitation in plain language",
  "large-print": "Large print",
  interpreters: "Interpreters",
  phone: "Joining by phone",
  "other-channel": "Another channel",
  "other-formats": "Large print and interpreters",
  "other-channels": "Phone and another channel",
  handout: "Handout shared beforehand",
  invitation: "Invited only after a go",
  loop: "Who reports back, by when",
};

export const outcomeNames: Record<Outcome, string> = {
  go: "Go",
  "go-with-reasons": "Go, with accepted reasons",
  "not-yet": "Not yet",
};
