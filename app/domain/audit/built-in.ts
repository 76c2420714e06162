import report from "#seeds/instruments/anti-racism-in-co-production.json" with { type: "json" };
import { Instrument } from "./instrument.ts";

/** The instruments that come with the product: one, for the report's recommendations. */
export const builtInInstruments: readonly Instrument[] = [Instrument.parse(report)];
