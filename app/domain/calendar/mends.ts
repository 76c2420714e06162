import { Temporal } from "temporal-polyfill";
import { type Block } from "./blocks.ts";
import { type Slot } from "./conflicts.ts";

const HOUR_MS = 3_600_000;

const clock = (instant: number) =>
  Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO("Europe/London")
    .toPlainTime()
    .toString({ smallestUnit: "minute" });

/** What would mend a conflict, the surest first. */
export function mendsFor(slot: Slot, { observance, start, end }: Block): string[] {
  if (observance.id === "jumuah") {
    return [
      "End by 12:30 or start after 14:30.",
      "Add a break over Dhuhr, from 12:30 to 14:30, and offer a room to pray in.",
      "Move to another day.",
    ];
  }
  if (observance.id === "shabbat" && slot.start < start) {
    return [
      `End before candle-lighting at ${clock(start)}, with time to travel home.`,
      "Move to Sunday to Thursday.",
    ];
  }
  if (observance.id === "ramadan_day") {
    return [
      "Shorten it to under four hours, in the morning.",
      `End an hour before sunset at ${clock(end)}, or stay for iftar: dates, water and a halal meal.`,
      "Serve no food in daylight, or serve it apart.",
      "Move it to after Eid.",
    ];
  }
  if (observance.severity === "fast" || observance.kind === "fast") {
    return [
      "Move it to another day.",
      "Offer separate plates and food that fits the fast.",
      "Keep it short.",
    ];
  }
  if (observance.severity === "minor") return ["Ask the people you invite whether the day suits them."];
  const earlier = slot.start < start ? [`End an hour before it begins, at ${clock(start - HOUR_MS)}.`] : [];
  return [...earlier, "Move it to another day.", "Hold a second session on another day, with equal say."];
}
