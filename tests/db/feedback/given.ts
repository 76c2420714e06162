import type { Scope } from "#app/domain/organisation/scope.ts";
import type { SaidInput } from "#app/domain/feedback/said.ts";
import { openRound } from "#db/attestation.server.ts";
import { adopt, requireCommitment, setStatus } from "#db/commitment.server.ts";
import { addSource, writeDown } from "#db/feedback.server.ts";
import { answerLoop, reportBack } from "#db/feedback-answer.server.ts";
import { requireLoop } from "#db/feedback-read.server.ts";
import { previewPublication, publish } from "#db/publishing.server.ts";

export const monday = "2026-03-02";

export const did = {
  kind: "we-did" as const,
  text: "Every session now begins at six, after work.",
  since: monday,
  evidence: "",
};

/** Something that a number of people said on a Monday, and its id. */
export async function givenSaid(scope: Scope, changes: Partial<SaidInput> = {}): Promise<string> {
  const people = changes.people ?? 10;
  const sourceId = await addSource(
    scope,
    { kind: "session", title: "Spring evening", heldOn: monday, people },
    monday,
  );
  return writeDown(
    scope,
    {
      sourceId,
      words: "Hold the sessions after work, not at noon.",
      inTheirWords: true,
      byWhom: "people who work days",
      people,
      askedFor: "Sessions in the evening",
      sensitivity: "open",
      wordsUse: "as-said",
      saidOn: monday,
      receivedOn: monday,
      ...changes,
    },
    monday,
  );
}

export async function versionOf(scope: Scope, id: string): Promise<number> {
  return (await requireLoop(scope, id, monday)).version;
}

/** Answers, or revises, whatever the version. */
export async function givenAnswer(
  scope: Scope,
  id: string,
  on: string,
  answer: unknown = did,
  why = "We looked again at what was asked.",
) {
  await answerLoop(scope, id, await versionOf(scope, id), answer, on, { why, confirmed: true });
}

export async function givenTold(scope: Scope, id: string, on: string, told = 10) {
  await reportBack(scope, id, { on, channels: ["letter"], told }, on);
}

export async function publishAll(scope: Scope) {
  const { fingerprint, proposal } = await previewPublication(scope);
  const reasons = Object.fromEntries(proposal.changes.map(({ key }) => [key, "Because it changed."]));
  await publish(scope, { fingerprint, reasons });
}

const promise = {
  title: "Pay within ten days",
  what: "Everyone is paid within ten working days.",
  why: "",
  answerable: "Director of Finance",
  forWhom: "Everyone who takes part",
  startOn: "2026-01-01",
  dueOn: "2030-12-31",
  recommendations: [],
};

/** A promise that people can be asked about, and its id. */
export function givenPromise(scope: Scope, today: string): Promise<string> {
  return adopt(scope, promise, today);
}

/** The same, claimed done. */
export async function givenClaim(scope: Scope, today: string): Promise<string> {
  const id = await givenPromise(scope, today);
  for (const status of ["under-way", "done"] as const) {
    const { version } = await requireCommitment(scope, id);
    await setStatus(scope, id, version, { status, reason: "It is so.", effectiveOn: today }, today);
  }
  return id;
}

/** Three people of thirty invited by letter to say whether a promise was kept. */
export function givenRound(scope: Scope, commitment: string, today: string) {
  const round = { invited: 3, affected: 30, howChosen: "Everybody paid in May, by letter.", days: 30 };
  return openRound(scope, commitment, round, today);
}
