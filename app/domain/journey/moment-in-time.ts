import { londonDay } from "../dates/days.ts";
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
