import { expect, it } from "vitest";
import { builtInFrameworks } from "#app/domain/framework/built-in.ts";
import { listIndicators } from "#db/indicators.server.ts";

it("suggests only figures that a room works out, in the direction that the room calls better", () => {
  const known = new Map(listIndicators().map((one) => [one.id, one]));
  for (const { recommendations } of builtInFrameworks)
    for (const measure of recommendations.flatMap((one) => one.measures)) {
      if (!measure.indicator) continue;
      expect(known.get(measure.indicator), measure.indicator).toMatchObject({ direction: measure.direction });
    }
});
