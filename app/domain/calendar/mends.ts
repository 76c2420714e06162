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
  if (observance.id === "shabbat") {
    const before = start - HOUR_MS;
    return [
      slot.start < before
        ? `End by ${clock(before)}: candle-lighting is at ${clock(start)}, and people need time to get home.`
        : slot.start < start
          ? `Move it earlier in the day, to end by ${clock(before)}: candle-lighting is at ${clock(start)}.`
          : `Begin after nightfall, at ${clock(end)}.`,
      "Move to Sunday to Thursday.",
    ];
  }
  if (observance.id === "ramadan_day") {
    return [
      ...(slot.end - slot.start > 4 * HOUR_MS ? ["Shorten it to under four hours, in the morning."] : []),
      `End an hour before sunset at ${clock(end)}, or stay for iftar: dates, water and a halal meal.`,
      "Serve no food in daylight, or serve it apart.",
      "Move it to after Eid.",
    ];
  }
  const fast = observance.severity === "fast" || observance.kind === "fast";
  if (fast && observance.severity !== "work-prohibited") {
    return [
      "Move it to another day.",
      "Offer separate plates and food that fits the fast.",
      "Keep it short.",
    ];
  }
  if (observance.severity === "minor") return ["Ask the people you invite whether the day suits them."];
  const before = start - HOUR_MS;
  const earlier =
    slot.start < before
      ? [`End an hour before it begins, at ${clock(before)}.`]
      : slot.start < start
        ? [`Move it earlier in the day, to end by ${clock(before)}.`]
        : [];
  return [...earlier, "Move it to another day.", "Hold a second session on another day, with equal say."];
}
