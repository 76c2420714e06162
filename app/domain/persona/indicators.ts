import type { Indicator } from "../commitment/indicator.ts";
import { share } from "../training/indicators.ts";
import { tallyCoverage, type Row } from "./check.ts";

/** Personas this organisation published: its own, offered, not taken back, and no examples. */
export type PersonaFacts = {
  published: readonly { reviewOn: string }[];
  /** The newest matrix of each check. */
  checks: readonly (readonly Row[])[];
};

const published: Indicator<PersonaFacts> = {
  id: "personas.published",
  room: "personas",
  title: "Personas made with communities and published openly",
  unit: "personas",
  direction: "up",
  caveat:
    "Invented examples and personas that were taken back are not counted. More personas are no better by themselves.",
  compute: ({ published: all }) => ({
    value: all.length,
    numerator: all.length,
    denominator: null,
    caveat: "As meant for the public today.",
  }),
};

const reviewed: Indicator<PersonaFacts> = {
  id: "personas.reviewed",
  room: "personas",
  title: "Personas whose review is up to date",
  unit: "%",
  direction: "up",
  caveat: "A review date that lies ahead. It does not say how the review was done.",
  compute({ published: all }, today) {
    const kept = all.filter(({ reviewOn }) => reviewOn >= today).length;
    return share(kept, all.length, "Published personas alone.", "No persona is published yet.");
  },
};

const met: Indicator<PersonaFacts> = {
  id: "personas.needs-met",
  room: "personas",
  title: "Needs met in checks",
  unit: "%",
  direction: "up",
  caveat: "As the organisation found, with its evidence. Those who came may see it otherwise.",
  compute({ checks }) {
    const tally = tallyCoverage(checks.flat());
    return share(tally.met, tally.asked, "The newest round of each check.", "No check was made yet.");
  },
};

const unknown: Indicator<PersonaFacts> = {
  id: "personas.needs-unknown",
  room: "personas",
  title: "Needs that nobody looked at in checks",
  unit: "%",
  direction: "down",
  caveat: "What is not known lets nobody in.",
  compute({ checks }) {
    const tally = tallyCoverage(checks.flat());
    return share(
      tally["not-known"],
      tally.asked,
      "The newest round of each check.",
      "No check was made yet.",
    );
  },
};

export const indicators = [met, unknown, published, reviewed];
