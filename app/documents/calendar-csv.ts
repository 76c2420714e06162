import papaparse from "papaparse";
import type { Observance } from "#app/domain/calendar/index.ts";
import { traditionName } from "#app/domain/calendar/tradition-names.ts";

/** Observances as CSV: a row for each date on which one may be kept; `rank` 1 is the likeliest. */
export function calendarCsv(observances: readonly Observance[]): string {
  const rows = observances.flatMap((one) =>
    one.variants.map((variant, index) => ({
      tradition: one.tradition,
      tradition_name: traditionName(one.tradition),
      observance: one.id,
      name: one.name,
      rank: index + 1,
      date: variant.date,
      end_date: variant.endDate ?? variant.date,
      start: variant.start,
      end: variant.end,
      status: variant.status,
      authority: variant.authority,
      severity: one.severity,
      kind: one.kind,
      meeting: one.meeting,
      food: one.food,
      source: one.source,
    })),
  );
  const fields = [
    "tradition",
    "tradition_name",
    "observance",
    "name",
    "rank",
    "date",
    "end_date",
    "start",
    "end",
    "status",
    "authority",
    "severity",
    "kind",
    "meeting",
    "food",
    "source",
  ];
  // Excel takes a file without a byte order mark for another alphabet.
  return `\uFEFF${papaparse.unparse({ fields, data: rows }, { newline: "\r\n", escapeFormulae: true })}\r\n`;
}
