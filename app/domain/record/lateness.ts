import { Temporal } from "temporal-polyfill";

/** An entry recorded more days than this after it happened is marked late, wherever it is shown. */
export const LATE_AFTER_DAYS = 30;

/** Days are counted by the calendar of this place. */
const ZONE = "Europe/London";

/**
 * Whole days from the day it happened to the day it was recorded; negative when it was announced ahead.
 *
 * @param effectiveOn an ISO date.
 * @param recordedAt an ISO instant; its day is the one in Europe/London.
 */
export function daysToRecord(effectiveOn: string, recordedAt: string): number {
  const recordedOn = Temporal.Instant.from(recordedAt).toZonedDateTimeISO(ZONE).toPlainDate();
  return Temporal.PlainDate.from(effectiveOn).until(recordedOn, { largestUnit: "day" }).days;
}

/** Whether the entry was recorded late. */
export function isRecordedLate(entry: { effectiveOn: string; recordedAt: string }): boolean {
  return daysToRecord(entry.effectiveOn, entry.recordedAt) > LATE_AFTER_DAYS;
}
