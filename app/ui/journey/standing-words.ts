import { countOf } from "#app/domain/counted.ts";
import type { Standing } from "#app/domain/journey/standing.ts";
import { formatDate } from "../format.ts";
import { markMeaning } from "../marks/mark-kinds.ts";

/** A standing as exactly as we know it: “18 days overdue”, “Stalled since 1 July 2026”, “Done, says Northgate”. */
export function standingWords(standing: Standing, organisation: string): string {
  if (standing.stalledSince) {
    const overdue = standing.overdueDays > 0 ? `, ${countOf(standing.overdueDays, "day")} overdue` : "";
    return `Stalled since ${formatDate(standing.stalledSince)}${overdue}`;
  }
  if (standing.mark === "overdue") return `${countOf(standing.overdueDays, "day")} overdue`;
  if (standing.mark === "done-claimed") return `Done, says ${organisation}`;
  return markMeaning[standing.mark].word;
}
