import { MeasureContent } from "../commitment/public.ts";
import { targetWords } from "../publishing/differences-measure.ts";
import { contentOf } from "./content.ts";
import type { Description } from "./moment.ts";
import type { Move } from "./moves.ts";

/** A measure's entry as the change that matters most to a reader. */
export function describeMeasure({ version, before, differences }: Move): Description | undefined {
  const content = contentOf(version, MeasureContent);
  if (!content) return undefined;
  const title = content.title;
  if (!before)
    return {
      group: "promises",
      mark: "promised",
      word: "Measure set",
      title,
      text: content.target ? `Target: ${targetWords(content)}.` : "No target yet.",
    };
  const direction = (field: string) =>
    differences.find((difference) => difference.field === field)?.direction;
  const change = (word: string): Description => ({ group: "changes", mark: "target-moved", word, title });
  if (content.retired) return { group: "changes", mark: "dropped", word: "No longer measured", title };
  if (!content.target && direction("Target")) return change("Target removed");
  if (direction("Target") === "weakened") return change("Target lowered");
  if (direction("Target") === "strengthened") return change("Target raised");
  if (direction("Target date") === "weakened") return change("Target moved later");
  if (direction("Target date") === "strengthened") return change("Target moved earlier");
  return change(direction("First target") ? "Target set" : "Measure changed");
}
