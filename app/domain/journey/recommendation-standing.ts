import { frameworkKey, type Framework, type Recommendation } from "../framework/framework.ts";
import type { CommitmentView } from "./commitment-view.ts";

/** Where one recommendation stands with an organisation: the promises that answer it, perhaps none. */
export type RecommendationStanding = {
  framework: string;
  recommendation: Recommendation;
  commitments: CommitmentView[];
};

/** Every recommendation of every framework given, in the framework's order, also those that nobody answered. */
export function recommendationStandings(
  commitments: readonly CommitmentView[],
  frameworks: readonly Framework[],
): RecommendationStanding[] {
  return frameworks.flatMap((framework) => {
    const key = frameworkKey(framework);
    return framework.recommendations.map((recommendation) => ({
      framework: key,
      recommendation,
      commitments: commitments.filter((commitment) =>
        commitment.recommendations.some(
          (reference) => reference.framework === key && reference.id === recommendation.id,
        ),
      ),
    }));
  });
}
