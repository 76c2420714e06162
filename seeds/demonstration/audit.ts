import type { Voice } from "#app/domain/audit/answer.ts";
import { builtInInstruments } from "#app/domain/audit/built-in.ts";
import type { Level } from "#app/domain/audit/instrument.ts";
import { addDays } from "#app/domain/dates/days.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { chooseForPublic } from "#db/audit-publishables.server.ts";
import { answerAudit, inviteVoices } from "#db/audit-seats.server.ts";
import { openRound } from "#db/audit.server.ts";
import { planMeeting, recordMeeting } from "#db/board-plan.server.ts";
import { listCommitments } from "#db/commitment-list.server.ts";
import { openLink } from "#db/private-link.server.ts";
import { previewPublication, publish } from "#db/publishing.server.ts";
import { answerReview, decide, type NewReview, readReviews } from "#db/review.server.ts";
import { reviewerOf } from "./reviewer.ts";

type Said = Level | "unknown";
type Answers = Partial<Record<Voice, [question: string, said: Said[]][]>>;

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
export async function seedAudit(scope: Scope, today: string): Promise<void> {
  const day = (daysAgo: number) => addDays(today, -daysAgo);
  await tellRound(scope, "First self-audit", first, day(430), day(400), day(470));
  // The evidence of the second round was old when it was given, and has lapsed since.
  const latest = await tellRound(scope, "A year on", second, day(60), day(32), day(375));
  await chooseForPublic(scope, latest, ["feedback-loops", "recruitment-leading-teams"], today);
  await tellBoard(scope, day, today);
  const { fingerprint } = await previewPublication(scope);
  await publish(scope, { fingerprint, reasons: {} });
}

async function tellRound(
  scope: Scope,
  title: string,
  said: Answers,
  opensOn: string,
  closesOn: string,
  evidenceOn: string,
): Promise<string> {
  const round = await openRound(scope, { title, instrument: builtInInstruments[0]!, opensOn, closesOn });
  const then = addDays(opensOn, 5);
  for (const [voice, questions] of Object.entries(said) as [Voice, [string, Said[]][]][]) {
    const people = Math.max(...questions.map(([, levels]) => levels.length));
    const tokens = await inviteVoices(scope, round, voice, people + 2, then);
    for (const [person, token] of tokens.slice(0, people).entries()) {
      const inside = voice === "team" || voice === "board";
      const answers = questions.flatMap(([question, levels]) => {
        const level = levels[person];
        if (!level) return [];
        const shown = inside
          ? "Minutes and letters in our shared folder"
          : "I was told myself, at two meetings";
        const owed = inside || level === "practised" || level === "owned";
        return [
          {
            question,
            level,
            evidence: owed ? shown : "",
            evidenceOn: owed ? evidenceOn : null,
            note: "",
          },
        ];
      });
      await answerAudit(await openLink(token, "answer-audit", new Date(`${then}T12:00:00Z`)), answers, then);
    }
  }
  return round;
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

async function sign(
  reviewer: Scope,
  commitmentId: string,
  on: string,
  word: Pick<NewReview, "decision" | "text"> & Partial<NewReview>,
): Promise<string> {
  const { seen, reviews } = await readReviews(reviewer, commitmentId);
  const read = { seen: seen.fingerprint, after: reviews.at(-1)?.id ?? "" };
  return decide(
    reviewer,
    commitmentId,
    { ...read, actionBy: null, conflict: "", publish: false, ...word },
    on,
  );
}
