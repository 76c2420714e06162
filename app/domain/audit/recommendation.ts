import { recommendationKey } from "../commitment/commitment-input.ts";
import { type Framework, frameworkKey } from "../framework/framework.ts";

/** The recommendation that a question audits, from the newest listed version of its framework. */
export function findRecommendationOf(
  frameworks: readonly Framework[],
  frameworkId: string,
  id: string,
): { key: string; title: string } | undefined {
  for (const framework of [...frameworks].reverse()) {
    if (framework.id !== frameworkId) continue;
    const found = framework.recommendations.find((recommendation) => recommendation.id === id);
    if (found)
      return {
        key: recommendationKey({ framework: frameworkKey(framework), id }),
        title: `${found.number}. ${found.title}`,
      };
  }
  return undefined;
}
