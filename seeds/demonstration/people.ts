import { addDays } from "#app/domain/dates/days.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { starterBehaviours, starterTitle } from "#app/domain/handout/starter.ts";
import { saveHandout, saveTranslation } from "#db/handout.server.ts";
import { recordAnswers, startCheck } from "#db/need-check.server.ts";
import {
  draftPersona,
  givePersonaNeed,
  offerPersona,
  recordProvenance,
  requirePersona,
} from "#db/persona.server.ts";
import { previewPublication, publish } from "#db/publishing.server.ts";
import {
  addCourse,
  addFacilitator,
  answerPrompt,
  markAsLeft,
  recordCompletion,
} from "#db/training.server.ts";
import { listBidChoices, planTraining, recordSpend } from "#db/training-money.server.ts";

import { handoutInPolish, handoutInUrdu } from "./handout-languages.ts";
import { tellPreflights } from "./preflights.ts";

/** An example persona that is no one's portrait, a check with gaps, training that lapses, and a handout. */
export async function tellPeople(scope: Scope, today: string): Promise<void> {
  const persona = await examplePersona(scope, today);
  const check = await startCheck(
    scope,
    { subject: "venue", title: "The hall on Mill Street", everyone: false, personas: [persona] },
    today,
  );
  const answers = [
    { need: "by-phone", answer: "not-met" as const, evidence: "" },
    { need: "notice", answer: "met" as const, evidence: "Invitations leave three weeks ahead" },
  ];
  await recordAnswers(scope, check, { answers }, today);
  await tellPreflights(scope, today, await training(scope, today));
  const agreedWith = "The co-production group, at two of its evenings";
  const behaviours = starterBehaviours.slice(0, 8);
  await saveHandout(
    scope,
    0,
    { title: starterTitle, behaviours, agreedWith, shared: true },
    addDays(today, -90),
  );
  await saveTranslation(scope, 1, handoutInUrdu, addDays(today, -80));
  await saveTranslation(scope, 2, handoutInPolish, addDays(today, -80));
  const { fingerprint } = await previewPublication(scope);
  await publish(scope, { fingerprint, reasons: {} });
}

async function examplePersona(scope: Scope, today: string): Promise<string> {
  const words = {
    title: "A night-shift porter who keeps bees",
    about:
      "An invented example that shows how the page works. Works nights at a hospital, keeps bees on an allotment, knows everybody on three wards.",
    strengths: ["Explains hard things in few words", "Known and trusted on three wards"],
    hopes: "A rota that people can plan a life around.",
    sources: ["Invented for this demonstration"],
    example: true,
  };
  const id = await draftPersona(scope, words, today);
  const version = async () => (await requirePersona(scope, id)).version;
  const provenance = {
    madeWith: [
      { name: "Riverside Night Workers (invented)", part: "Would have written it" },
      { name: "Mill Street Allotments (invented)", part: "Would have read it" },
    ],
    howPaid: "Nobody was paid: this is an invented example.",
    consent: "Nobody had to agree: this is an invented example.",
    consentOn: addDays(today, -60),
    licence: "CC0-1.0" as const,
    reviewOn: addDays(today, 300),
  };
  await recordProvenance(scope, id, await version(), { provenance }, today);
  await givePersonaNeed(
    scope,
    id,
    await version(),
    { need: "by-phone", why: "Sleeps by day, talks on the walk home", from: "night work" },
    today,
  );
  await givePersonaNeed(
    scope,
    id,
    await version(),
    { need: "notice", why: "The rota is fixed two weeks ahead", from: "night work" },
    today,
  );
  await givePersonaNeed(scope, id, await version(), { need: "breaks", from: "a bad back" }, today);
  await offerPersona(scope, id, await version(), today);
  return id;
}

/** Returns the facilitators who lead sessions, by id. */
async function training(scope: Scope, today: string): Promise<string[]> {
  const courseId = await addCourse(scope, {
    title: "Holding a room when racism is named",
    provider: "Riverside Facilitators (invented)",
    topics: ["racism", "microaggressions", "holding-challenge"],
    hours: 12,
    costPence: 48_000,
    designedBy: "Three facilitators with lived experience",
    livedExperiencePaid: "yes",
    validMonths: 18,
  });
  const done = async (label: string, basis: "internal" | "external", daysAgo: number) => {
    const facilitatorId = await addFacilitator(scope, {
      label,
      basis,
      recommendedBy: "The co-production group",
    });
    const completion = {
      facilitatorId,
      courseId,
      completedOn: addDays(today, -daysAgo),
      evidence: "Trainer's letter",
    };
    return { facilitatorId, completionId: await recordCompletion(scope, completion, today) };
  };
  const first = await done("Facilitator A", "external", 430);
  const second = await done("Facilitator B", "external", 200);
  const gone = await done("Facilitator C", "internal", 610);
  await addFacilitator(scope, { label: "Facilitator D", basis: "internal" });
  await markAsLeft(scope, gone.facilitatorId, addDays(today, -140), today);
  const text = "We stop the room now when something is said. Before, we spoke about it afterwards.";
  await answerPrompt(scope, { completionId: first.completionId, askedFor: "3-months", text }, today);
  const [bid] = await listBidChoices(scope);
  const plan = {
    title: "Refresh for all facilitators",
    plannedPence: 240_000,
    ...(bid ? { bidId: bid.id } : { project: "Autumn workshops" }),
  };
  const planId = await planTraining(scope, { ...plan, plannedBy: addDays(today, -20) });
  await recordSpend(
    scope,
    { planId, amountPence: 96_000, spentOn: addDays(today, -75), note: "Two places" },
    today,
  );
  return [first.facilitatorId, second.facilitatorId];
}
