import { type Block } from "./blocks.ts";

export type Weight = "serious" | "moderate" | "note";

/** A session in epoch milliseconds, the form that the inner loops use. */
export interface Slot {
  start: number;
  end: number;
  breaks: readonly { start: number; end: number }[];
  catering: boolean;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Longer without food or drink is too much for many. */
export const LONGEST_FASTING_MS = 4 * HOUR_MS;

/** How much a block weighs on a slot that overlaps it. */
export function weigh(slot: Slot, block: Block): Weight {
  const weight = weighLikely(slot, block);
  // A rival date is protected too, one step less firmly, but never dropped.
  if (block.firm) return weight;
  return weight === "serious" ? "moderate" : "note";
}

function weighLikely(slot: Slot, block: Block): Weight {
  const { observance, start, end, day, firstDay } = block;
  if (observance.severity === "work-prohibited") return "serious";
  if (observance.id === "jumuah") {
    const free = slot.breaks.some((one) => Math.min(one.end, end) - Math.max(one.start, start) >= HOUR_MS);
    return free ? "note" : "serious";
  }
  if (observance.severity === "fast") {
    if (observance.id === "ramadan_day") return weighRamadan(slot, block);
    return slot.catering ? "moderate" : "note";
  }
  if (observance.severity === "major")
    return day === firstDay && observance.kind !== "season" ? "serious" : "moderate";
  return "note";
}

function weighRamadan(slot: Slot, { start, end }: Block): Weight {
  // What counts is the time of the fast itself: an evening that runs on from iftar to suhur touches little of it.
  const fasting = Math.min(slot.end, end) - Math.max(slot.start, start);
  if (fasting > LONGEST_FASTING_MS) return "serious";
  if (slot.breaks.some((one) => isIftar(one, end))) return "moderate";
  const fed = slot.catering && fasting > HOUR_MS;
  const overSunset = slot.start < end && Math.abs(end - slot.end) < HOUR_MS;
  return fed || overSunset ? "serious" : "moderate";
}

/** A break in which the fast can be broken: it has begun, or nearly, at sunset, and lasts long enough to eat. */
const isIftar = (pause: { start: number; end: number }, sunset: number) =>
  pause.start <= sunset + 5 * MINUTE_MS && pause.end >= sunset + 20 * MINUTE_MS;
