import { expect, it } from "vitest";
import { Instrument } from "#app/domain/audit/instrument.ts";
import shipped from "#seeds/instruments/anti-racism-in-co-production.json" with { type: "json" };

it("ships one valid instrument that asks about each of the twelve recommendations", () => {
  const instrument = Instrument.parse(shipped);
  expect(new Set(instrument.questions.map((question) => question.recommendation)).size).toBe(12);
});
