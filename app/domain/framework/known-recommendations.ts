import { recommendationReference } from "../commitment/commitment-input.ts";
import { Refusal } from "../refusal.ts";
import { findRecommendation, type Framework } from "./framework.ts";

/** @throws Refusal (400) when a promise is to answer a recommendation that this organisation has not got */
export function requireKnownRecommendations(keys: readonly string[], frameworks: readonly Framework[]): void {
  const unknown = keys.filter((key) => !findRecommendation(frameworks, recommendationReference(key)));
  if (unknown.length > 0)
    throw Refusal.invalid({
      recommendations: [
        `We do not know ${unknown.map((key) => `“${key}”`).join(", ")}. Choose from the list, or import the framework first.`,
      ],
    });
}
