import { addDays } from "#app/domain/dates/days.ts";
import type { Answer } from "#app/domain/feedback/answer.ts";
import type { Verdict } from "#app/domain/feedback/attestation.ts";
import type { SaidInput } from "#app/domain/feedback/said.ts";
import type { HeardInput } from "#app/domain/feedback/voice.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { openRound } from "#db/attestation.server.ts";
import { attest } from "#db/attestation-answer.server.ts";
import { listCommitments } from "#db/commitment-list.server.ts";
import { promiseClock } from "#db/feedback-clock.server.ts";
import { requireLoop } from "#db/feedback-read.server.ts";
import { addSource, writeDown } from "#db/feedback.server.ts";
import { answerLoop, reportBack } from "#db/feedback-answer.server.ts";
import { pauseClock } from "#db/feedback-pause.server.ts";
import { issueLoopLinks, makeLoopLinkAnew } from "#db/feedback-links.server.ts";
import { hear } from "#db/feedback-voices.server.ts";
import { ask } from "#db/open-door.server.ts";
import { listCases, refuseCase } from "#db/open-door-moderation.server.ts";
import { openLink } from "#db/private-link.server.ts";
import { previewPublication, publish } from "#db/publishing.server.ts";

import { seedProtected } from "./protected.ts";
import { reviewerOf } from "./reviewer.ts";

type Past = { scope: Scope; slug: string; today: string };

type Told = {
  daysAgo: number;
  words: string;
  byWhom: string;
  people: number;
  askedFor?: string;
  wordsUse?: SaidInput["wordsUse"];
  summary?: string;
  paused?: { after: number; reason: string };
  answer?: { after: number; content: Answer };
  told?: { after: number; people: number };
  heard?: readonly HeardInput["reflects"][];
  /** The number of a link that was lost, and made anew so many days after. */
  lost?: { number: number; after: number };
};

/**
 * What people told the invented health trust: some of it closed and agreed, some disputed, some late, some answered and never
 * told. The other organisations of the demonstration have not begun, and that shows as well.
 */
export async function seedFeedback(past: Past): Promise<void> {
  const { scope, today } = past;
  const day = (daysAgo: number) => addDays(today, -daysAgo);
  await promiseClock(
    scope,
    0,
    { acknowledgeWithin: 5, answerWithin: 30, jurisdiction: "england_wales" },
    day(300),
  );
  const evening = await addSource(
    scope,
    { kind: "session", title: "Evening on how we meet", heldOn: day(150), people: 24 },
    day(150),
  );
  const survey = await addSource(
    scope,
    { kind: "survey", title: "Survey of paid contributors", heldOn: day(90), people: 41 },
    day(90),
  );
  for (const told of fromTheEvening(day)) await carryOut(past, evening, told);
  for (const told of fromTheSurvey(day)) await carryOut(past, survey, told);
  await openTheDoor(past);
  await seedProtected({ ...past, board: await reviewerOf(scope) });
  await askAboutAPromise(past);
  const { fingerprint } = await previewPublication(scope);
  await publish(scope, { fingerprint, reasons: {} });
}

const fromTheEvening = (day: (daysAgo: number) => string): Told[] => [
  {
    daysAgo: 150,
    words: "Meetings at two in the afternoon shut out everyone who works or fetches children.",
    byWhom: "people who work days, and parents",
    people: 17,
    askedFor: "Two evening dates in every round",
    answer: {
      after: 20,
      content: {
        kind: "we-did",
        text: "Every round now has two evening dates, and we pay for somebody to look after children.",
        since: day(131),
        evidence: "The dates are on the noticeboard and on our website.",
      },
    },
    told: { after: 24, people: 17 },
    heard: ["yes", "yes", "yes", "yes", "partly", "yes", "no", "yes", "yes"],
    lost: { number: 12, after: 33 },
  },
  {
    daysAgo: 150,
    words: "When somebody says a racist thing in a meeting, the chair moves on. Stop the meeting instead.",
    byWhom: "members of the co-production group",
    people: 9,
    askedFor: "That the chair stops and names it",
    answer: {
      after: 26,
      content: {
        kind: "we-did",
        text: "We wrote a guide for chairs and asked all of them to read it.",
        since: day(125),
        evidence: "",
      },
    },
    told: { after: 40, people: 3 },
    heard: ["no", "no", "partly", "no", "no", "no"],
  },
  {
    daysAgo: 150,
    words: "Hold one session in four at the community centre instead of the hospital.",
    byWhom: "people from the north of the city",
    people: 12,
    answer: {
      after: 38,
      content: {
        kind: "we-could-not",
        reason: "budget",
        text: "The centre costs more than the room we have, and the group chose to keep the travel fund instead when we asked in May. We will ask again when next year’s money is set.",
      },
    },
  },
];

const fromTheSurvey = (day: (daysAgo: number) => string): Told[] => [
  {
    daysAgo: 90,
    words: "I waited seven weeks for forty pounds and had to ask three times.",
    byWhom: "somebody who answered the survey",
    people: 1,
    wordsUse: "in-summary",
    summary: "Payment came late, and only after asking.",
    answer: {
      after: 12,
      content: {
        kind: "we-are-doing",
        text: "Finance now pays contributors on Fridays without an invoice. It works for half of the payments so far.",
        nextStep: "Bring the other half in",
        by: day(-40),
      },
    },
    told: { after: 15, people: 1 },
  },
  {
    daysAgo: 90,
    words: "Tell us what became of the ideas from last year.",
    byWhom: "people who answered the survey",
    people: 15,
  },
  {
    daysAgo: 30,
    words: "The consent form is in English only.",
    byWhom: "people who answered the survey",
    people: 8,
    paused: { after: 9, reason: "The translators come back from leave and then give a date." },
  },
];

async function carryOut({ scope, today }: Past, sourceId: string, told: Told): Promise<void> {
  const on = (after: number) => addDays(today, after - told.daysAgo);
  const { words, byWhom, people, askedFor = "", wordsUse = "as-said", summary = "" } = told;
  const said = { sourceId, words, byWhom, people, askedFor, wordsUse, summary, inTheirWords: true };
  const days = { saidOn: on(0), receivedOn: on(0) };
  const id = await writeDown(scope, { ...said, ...days, sensitivity: "open" }, on(0));
  if (told.paused) await pauseClock(scope, id, { reason: told.paused.reason }, on(told.paused.after));
  if (!told.answer) return;
  const { version } = await requireLoop(scope, id, today);
  await answerLoop(scope, id, version, told.answer.content, on(told.answer.after), { confirmed: true });
  if (!told.told) return;
  const report = { on: on(told.told.after), channels: ["letter", "in-a-session"], told: told.told.people };
  await reportBack(scope, id, report, on(told.told.after));
  if (!told.heard) return;
  const tokens = await issueLoopLinks(scope, id, told.people, on(told.told.after));
  for (const [position, reflects] of told.heard.entries()) {
    const link = await openLink(tokens[position]!, "answer-loop", new Date());
    const changed = reflects === "yes" ? ("yes" as const) : ("too-early" as const);
    await hear(link, { reflects, changed, comment: "", commentUse: "organisation" });
  }
  if (told.lost) await makeLoopLinkAnew(scope, id, told.lost.number, on(told.lost.after));
}

async function openTheDoor({ scope, slug, today }: Past): Promise<void> {
  const passphrase = "only for the demonstration";
  const asked = { kind: "ask" as const, wordsUse: "as-said" as const, passphrase };
  await ask(
    slug,
    undefined,
    { ...asked, words: "Who decides which personas are used?" },
    addDays(today, -12),
  );
  await ask(slug, undefined, { ...asked, words: "Cheap watches, buy now." }, addDays(today, -10));
  const advert = (await listCases(scope)).find(({ words }) => words.startsWith("Cheap"))!;
  const note = "It advertises something and asks nothing of us.";
  await refuseCase(scope, advert.id, { ground: "spam", note }, addDays(today, -9));
}

async function askAboutAPromise({ scope, today }: Past): Promise<void> {
  const [done] = await listCommitments(scope, { status: "done" });
  if (!done) return;
  const opened = addDays(today, -45);
  const { tokens } = await openRound(
    scope,
    done.id,
    {
      invited: 24,
      affected: 60,
      howChosen: "Everybody who took part in a session in the last six months and agreed to be written to.",
      days: 60,
    },
    opened,
  );
  const verdicts: Verdict[] = [
    ...Array<Verdict>(15).fill("kept"),
    "partly",
    "partly",
    "partly",
    "not-kept",
    "cannot-tell",
    "cannot-tell",
  ];
  for (const [position, verdict] of verdicts.entries()) {
    const link = await openLink(tokens[position]!, "attest", new Date());
    const comment =
      verdict === "not-kept" ? "I was paid twice in time, and the third time only after I had asked." : "";
    await attest(link, { verdict, comment, commentUse: comment ? "public" : "organisation" });
  }
}
