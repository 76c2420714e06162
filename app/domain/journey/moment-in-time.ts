import { addMonths, londonDay, parseDay } from "../dates/days.ts";
import type { RecordState } from "../record/state.ts";

/**
 * The record as it stood when it had `size` entries, withdrawn words excepted: those are gone from every moment.
 * @param size from 0; more than the record has gives the record as it is
 */
export function stateAt(state: RecordState, size: number): RecordState {
  if (size >= state.size) return state;
  const subjects = new Map(
    [...state.subjects].flatMap(([subject, versions]) => {
      const known = versions.filter((version) => version.index < size);
      return known.length > 0 ? [[subject, known] as const] : [];
    }),
  );
  return { size: Math.max(0, size), subjects };
}

/** How many entries the record had at the end of a day in London. */
export function sizeOn(state: RecordState, day: string): number {
  let size = 0;
  for (const versions of state.subjects.values())
    for (const version of versions) {
      if (londonDay(version.recordedAt) <= day) size = Math.max(size, version.index + 1);
      const gone = version.withdrawn;
      if (gone && londonDay(gone.recordedAt) <= day) size = Math.max(size, gone.index + 1);
    }
  return size;
}

/**
 * The two days in an address (`?from=2025-11-20&to=2026-11-20`), the earlier first. A day that is none counts as not given:
 * then it is the last 12 months.
 */
export function readPeriod(query: URLSearchParams, today: string): { from: string; to: string } {
  const days = [
    readDay(query.get("from")) ?? addMonths(today, -12),
    readDay(query.get("to")) ?? today,
  ].sort();
  return { from: days[0]!, to: days[1]! };
}

function readDay(value: string | null): string | undefined {
  try {
    return value ? parseDay(value).toString() : undefined;
  } catch {
    return undefined;
  }
}
