import { writtenDay } from "../dates/written-day.ts";
import type { Difference } from "./difference.ts";

/** A promised date: later is weaker, earlier is stronger. */
export function movedDate(field: string, was: string, now: string): Difference[] {
  if (was === now) return [];
  return [
    { field, direction: now > was ? "weakened" : "strengthened", was: writtenDay(was), now: writtenDay(now) },
  ];
}
