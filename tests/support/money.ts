import type { Scope } from "#app/domain/organisation/scope.ts";
import { addLine, openFund } from "#db/remuneration.server.ts";

/** A fund of £1,000 for the year from April 2025. Spread it, and say what a test is about. */
export const voicesFund = {
  title: "Voices",
  kind: "ring-fenced" as const,
  source: "The trust",
  restrictions: "",
  startsOn: "2025-04-01",
  endsOn: "2026-03-31",
  amountPence: 100_000,
  carriedOverPence: 0,
};

/** That fund, with a line for participants' time of all of it or of `amountPence`. */
export async function givenLine(scope: Scope, amountPence = voicesFund.amountPence) {
  const fundId = await openFund(scope, voicesFund);
  const lineId = await addLine(scope, { fundId, purpose: "participant-time", title: "Time", amountPence });
  return { fundId, lineId };
}
