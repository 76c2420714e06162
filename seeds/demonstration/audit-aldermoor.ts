import { addDays } from "#app/domain/dates/days.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { chooseForPublic } from "#db/audit-publishables.server.ts";
import { planMeeting, recordMeeting } from "#db/board-plan.server.ts";
import { listCommitments } from "#db/commitment-list.server.ts";
import { previewPublication, publish } from "#db/publishing.server.ts";
import { answerReview } from "#db/review.server.ts";
import { type Answers, sign, tellRound } from "./audit.ts";
import { reviewerOf } from "./reviewer.ts";

/** Of those asked, some did not answer: a voice of two stays silent. */
const first: Answers = {
  team: [
    ["feedback-loops", ["trying", "trying", "practised", "talking", "trying"]],
    ["recruitment-leading-teams", ["talking", "trying", "trying", "unknown", "talking"]],
    ["transparency-policy", ["trying", "practised", "trying", "trying", "trying"]],
  ],
  board: [["transparency-policy", ["practised", "trying"]]],
  "co-producers": [
    ["feedback-loops", ["talking", "talking", "not-started", "trying"]],
    ["recruitment-leading-teams", ["talking", "not-started", "talking", "unknown"]],
    ["transparency-policy", ["trying", "talking", "trying", "trying"]],
  ],
};

const second: Answers = {
  team: [
    ["feedback-loops", ["practised", "practised", "owned", "practised", "trying"]],
    ["recruitment-leading-teams", ["practised", "practised", "trying", "practised", "trying"]],
    ["transparency-policy", ["practised", "practised", "trying", "practised", "practised"]],
  ],
  board: [
    ["feedback-loops", ["practised", "practised", "trying"]],
    ["transparency-policy", ["practised", "practised", "unknown"]],
  ],
  "co-producers": [
    ["feedback-loops", ["talking", "talking", "trying", "talking", "not-started"]],
    ["recruitment-leading-teams", ["trying", "trying", "practised", "trying", "unknown"]],
    ["transparency-policy", ["practised", "trying", "practised", "practised", "trying"]],
  ],
};

/** Two self-audits with three voices, a year apart, and what a board made of them. */
export async function tellAldermoorAudit(scope: Scope, today: string): Promise<void> {
  const day = (daysAgo: number) => addDays(today, -daysAgo);
  await tellRound(scope, "First self-audit", first, {
    opensOn: day(430),
    closesOn: day(400),
    evidenceOn: () => day(470),
  });
  // The evidence of the second round was old when it was given, and has lapsed since.
  const latest = await tellRound(scope, "A year on", second, {
    opensOn: day(60),
    closesOn: day(32),
    evidenceOn: () => day(375),
  });
  await chooseForPublic(scope, latest, ["feedback-loops", "recruitment-leading-teams"], today);
  await tellBoard(scope, day, today);
  const { fingerprint } = await previewPublication(scope);
  await publish(scope, { fingerprint, reasons: {} });
}

async function tellBoard(scope: Scope, day: (daysAgo: number) => string, today: string): Promise<void> {
  const reviewer = await reviewerOf(scope);
  await recordMeeting(reviewer, { heldOn: day(120), title: "Summer meeting" }, day(120));
  await recordMeeting(reviewer, { heldOn: day(45), title: "Autumn meeting" }, day(45));
  await planMeeting(reviewer, addDays(today, 12), today);
  const [one, two] = await listCommitments(scope, {});
  if (!one || !two) return;
  const asked = await sign(reviewer, one.id, day(120), {
    decision: "question",
    text: "Who has waited longest, and have they been told why?",
    actionBy: day(95),
  });
  await answerReview(
    scope,
    one.id,
    asked,
    "We have written to each person who waits, and offered to meet.",
    day(99),
  );
  await sign(reviewer, one.id, day(45), {
    decision: "require-action",
    text: "Bring the figures by quarter, with the people who were left out of them.",
    actionBy: day(10),
  });
  await sign(reviewer, two.id, day(45), {
    decision: "accept",
    text: "Clear, dated, and the setback is told with it.",
    publish: true,
  });
}
