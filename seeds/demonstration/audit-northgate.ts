import { addDays } from "#app/domain/dates/days.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { chooseForPublic } from "#db/audit-publishables.server.ts";
import { planMeeting, recordMeeting } from "#db/board-plan.server.ts";
import { listCommitments } from "#db/commitment-list.server.ts";
import { answerReview } from "#db/review.server.ts";
import { type Answers, sign, tellRound } from "./audit.ts";
import { reviewerOf } from "./reviewer.ts";

const first: Answers = {
  team: [
    ["transparency-policy", ["talking", "trying", "trying", "talking"]],
    ["feedback-loops", ["trying", "trying", "talking", "trying"]],
    ["fair-reimbursement", ["trying", "practised", "trying", "unknown"]],
    ["facilitator-training", ["practised", "practised", "trying", "practised"]],
  ],
  board: [
    ["transparency-policy", ["trying", "trying", "practised"]],
    ["feedback-loops", ["trying", "talking", "trying"]],
    ["facilitator-training", ["trying", "practised", "unknown"]],
  ],
  "co-producers": [
    ["transparency-policy", ["talking", "not-started", "talking", "talking", "unknown"]],
    ["feedback-loops", ["talking", "not-started", "not-started", "talking", "talking"]],
    ["fair-reimbursement", ["talking", "trying", "talking", "talking", "not-started"]],
    ["facilitator-training", ["trying", "trying", "talking", "trying", "talking"]],
  ],
  partners: [
    ["feedback-loops", ["talking", "talking", "trying"]],
    ["fair-reimbursement", ["trying", "talking", "unknown"]],
  ],
};

/** Pay came closer to what people see of it; what people hear afterwards is further from it than before. */
const second: Answers = {
  team: [
    ["transparency-policy", ["trying", "trying", "trying", "practised", "trying"]],
    ["feedback-loops", ["practised", "practised", "owned", "practised", "trying"]],
    ["fair-reimbursement", ["practised", "practised", "practised", "owned", "practised"]],
    ["facilitator-training", ["practised", "trying", "practised", "practised", "trying"]],
    ["faith-and-food-resources", ["practised", "owned", "practised", "practised", "practised"]],
  ],
  board: [
    ["transparency-policy", ["practised", "trying", "practised"]],
    ["feedback-loops", ["practised", "practised", "unknown"]],
    ["fair-reimbursement", ["practised", "practised", "trying"]],
    ["facilitator-training", ["trying", "practised", "practised"]],
  ],
  "co-producers": [
    ["transparency-policy", ["trying", "talking", "trying", "talking", "trying", "unknown"]],
    ["feedback-loops", ["talking", "talking", "trying", "talking", "not-started", "talking"]],
    ["fair-reimbursement", ["practised", "practised", "trying", "practised", "owned", "trying"]],
    ["facilitator-training", ["talking", "talking", "not-started", "trying", "talking", "unknown"]],
    ["faith-and-food-resources", ["practised", "practised", "trying", "practised", "owned", "practised"]],
  ],
  partners: [
    ["feedback-loops", ["trying", "talking", "trying", "talking"]],
    ["fair-reimbursement", ["practised", "trying", "practised", "practised"]],
    ["faith-and-food-resources", ["practised", "practised", "unknown", "trying"]],
  ],
};

/** Three of a voice have to answer before anybody sees what it says: here only the team has, so far. */
const underWay: Answers = {
  team: [
    ["transparency-policy", ["trying", "practised", "trying"]],
    ["feedback-loops", ["trying", "trying", "practised"]],
  ],
  "co-producers": [["feedback-loops", ["talking", "trying"]]],
};

/**
 * Three self-audits with four voices, the third still open, and a board that meets, asks and decides. What is chosen for the
 * public goes there with the next publication of the story.
 */
export async function tellNorthgateAudit(scope: Scope, today: string): Promise<void> {
  const day = (daysAgo: number) => addDays(today, -daysAgo);
  await tellRound(scope, "Where we start", first, {
    opensOn: day(425),
    closesOn: day(396),
    evidenceOn: () => day(450),
  });
  // What was shown of the training was nearly a year old, and holds no more.
  const latest = await tellRound(scope, "A year on", second, {
    opensOn: day(75),
    closesOn: day(46),
    evidenceOn: (question) => day(question === "facilitator-training" ? 400 : 90),
  });
  await chooseForPublic(scope, latest, ["feedback-loops", "fair-reimbursement"], today);
  await tellRound(scope, "After the changes to how we answer", underWay, {
    opensOn: day(6),
    closesOn: addDays(today, 21),
    evidenceOn: () => day(30),
  });
  await tellBoard(scope, day, today);
}

async function tellBoard(scope: Scope, day: (daysAgo: number) => string, today: string): Promise<void> {
  const reviewer = await reviewerOf(scope);
  await recordMeeting(reviewer, { heldOn: day(131), title: "Board, after the summer" }, day(131));
  await recordMeeting(reviewer, { heldOn: day(40), title: "Board, a year on" }, day(40));
  await planMeeting(reviewer, addDays(today, 16), today);
  const promises = await listCommitments(scope, {});
  const about = (start: string) => promises.find(({ title }) => title.startsWith(start))!.id;

  const asked = await sign(reviewer, about("Facilitators"), day(131), {
    decision: "question",
    text: "Which sessions went ahead with nobody in date, and were people told beforehand?",
    actionBy: day(100),
  });
  await answerReview(
    scope,
    about("Facilitators"),
    asked,
    "Three did. Nobody was told. We have written to everyone who came and said so.",
    day(104),
  );
  await sign(reviewer, about("Facilitators"), day(40), {
    decision: "require-action",
    text: "Put the budget line back and name who trains facilitators until a trainer is found.",
    actionBy: day(12),
    publish: true,
  });
  await sign(reviewer, about("Pay "), day(40), {
    decision: "accept",
    text: "The figures are there and so is the mistake with the vouchers. Keep counting.",
    publish: true,
  });
  await sign(reviewer, about("Seed money"), day(3), {
    decision: "question",
    text: "Who decided to send the two bids, and what would have stopped them?",
    actionBy: addDays(today, 18),
  });
}
