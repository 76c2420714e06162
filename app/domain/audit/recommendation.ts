import { recommendationKey } from "../commitment/commitment-input.ts";
import { type Framework, frameworkKey } from "../framework/framework.ts";

export type AuditedRecommendation = {
  key: string;
  title: string;
  /** What ought to be done, in the framework's words. */
  text: string;
  /** Titles of the measures that the framework suggests. */
  measures: string[];
};

/** The recommendation that a question audits, from the newest listed version of its framework. */
export function findRecommendationOf(
  frameworks: readonly Framework[],
  frameworkId: string | null,
  id: string | null,
): AuditedRecommendation | undefined {
  for (const framework of [...frameworks].reverse()) {
    if (framework.id !== frameworkId) continue;
    const found = framework.recommendations.find((recommendation) => recommendation.id === id);
    if (found)
      return {
        key: recommendationKey({ framework: frameworkKey(framework), id: found.id }),
        title: `${found.number}. ${found.title}`,
        text: found.text,
        measures: found.measures.map(({ title }) => title),
      };
  }
  return undefined;
}
