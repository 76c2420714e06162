import type { Computed, Indicator, IndicatorFacts } from "#app/domain/commitment/indicator.ts";
import { indicators as feedbackIndicators } from "#app/domain/feedback/indicators.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { recruitmentIndicators } from "#app/domain/recruitment/indicators.ts";
import { indicators as sessionIndicators } from "#app/domain/session/indicators.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { loadRecruitment } from "./recruitment-indicators.server.ts";
import { indicators as payIndicators } from "#app/domain/remuneration/indicators.ts";
import { sessionFacts } from "./session-indicators.server.ts";
import { readLedger } from "./pay-ledger.server.ts";
import { readFeedback } from "./feedback-figures.server.ts";
import { indicators as personaIndicators } from "#app/domain/persona/indicators.ts";
import { indicators as preflightIndicators } from "#app/domain/session/preflight-indicators.ts";
import { indicators as trainingIndicators } from "#app/domain/training/indicators.ts";
import { personaFacts } from "./persona-indicators.server.ts";
import { preflightRows } from "./preflight-indicators.server.ts";
import { trainingFacts } from "./training.server.ts";

/** An indicator together with the way to its data. */
export type Registered = {
  facts: IndicatorFacts;
  compute: (scope: Scope, today: string) => Promise<Computed>;
};

/** A room's indicators, all computed from what one load brings. */
export function registered<Data>(
  indicators: readonly Indicator<Data>[],
  load: (scope: Scope, today: string) => Promise<Data>,
): Registered[] {
  return indicators.map((indicator) => ({
    facts: indicator,
    compute: async (scope, today) => indicator.compute(await load(scope, today), today),
  }));
}

/** Every figure that a measure can be tied to. Each practice room adds its own here. */
const registry: readonly Registered[] = [
  ...registered(feedbackIndicators, readFeedback),
  ...registered(payIndicators, readLedger),
  ...registered(recruitmentIndicators, loadRecruitment),
  ...registered(sessionIndicators, sessionFacts),
  ...registered(personaIndicators, personaFacts),
  ...registered(preflightIndicators, preflightRows),
  ...registered(trainingIndicators, trainingFacts),
];

export function listIndicators(): IndicatorFacts[] {
  return registry
    .map(({ facts: { id, room, title, unit, direction, caveat } }) => ({
      id,
      room,
      title,
      unit,
      direction,
      caveat,
    }))
    .sort((a, b) => a.id.localeCompare(b.id, "en"));
}

/** The longest caveat of a reading that the public record takes. */
const longestCaveat = 1000;

/**
 * The figure with everything that must be known about it: a reading goes to the public, where the indicator's own caveat stands
 * nowhere else.
 * @throws Refusal (404) when no room offers it (any more)
 */
export async function computeIndicator(scope: Scope, id: string, today: string): Promise<Computed> {
  const found = registry.find((one) => one.facts.id === id);
  if (!found) throw Refusal.notFound("figure");
  const computed = await found.compute(scope, today);
  const both = `${computed.caveat} ${found.facts.caveat}`.trim();
  const known = computed.caveat.includes(found.facts.caveat) || both.length > longestCaveat;
  return known ? computed : { ...computed, caveat: both };
}
