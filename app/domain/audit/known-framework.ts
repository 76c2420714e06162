import type { Framework } from "../framework/framework.ts";
import type { Instrument } from "./instrument.ts";
import { findRecommendationOf } from "./recommendation.ts";

/**
 * What stands between an instrument and the framework that it audits: without it no answer can be turned into a commitment.
 * @returns sentences with their place, empty when every question has its recommendation
 */
export function frameworkErrors(instrument: Instrument, frameworks: readonly Framework[]): string[] {
  if (instrument.framework === null)
    return instrument.questions.flatMap(({ recommendation }, index) =>
      recommendation === null
        ? []
        : [
            `questions[${index}].recommendation: the file names no framework. Name it under “framework”, or write null here.`,
          ],
    );
  const versions = frameworks.filter(({ id }) => id === instrument.framework);
  if (versions.length === 0) {
    const known = [...new Set(frameworks.map(({ id }) => `“${id}”`))].join(", ");
    return [
      `framework: there is no framework “${instrument.framework}” here. Import it first, name one of these (${known}), or write null.`,
    ];
  }
  return instrument.questions.flatMap(({ recommendation }, index) =>
    recommendation === null || findRecommendationOf(versions, instrument.framework, recommendation)
      ? []
      : [
          `questions[${index}].recommendation: “${instrument.framework}” has no recommendation “${recommendation}”.`,
        ],
  );
}
