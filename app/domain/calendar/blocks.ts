import { DAY_MS, type Day, isoOf, readDay } from "./days.ts";
import { type Observance } from "./observance.ts";
import { observancesBetween, type Options } from "./observances-between.ts";
import { LOCAL_SIGHTING } from "./rules/islam.ts";

/** One day's stretch of one dated variant of an observance, in epoch milliseconds. */
export interface Block {
  start: number;
  end: number;
  day: Day;
  firstDay: Day;
  likely: boolean;
  /** Weighs in full: the likeliest date, and a rival that is about as likely. */
  firm: boolean;
  observance: Observance;
}

/** Splits a variant of several days into days, so that a slot meets each only where it lies. */
function blocksOf(observance: Observance): Block[] {
  // Until a mosque has announced the day, its moon sighting is no less likely than the Saudi calendar.
  const open = observance.variants.every(({ status }) => status !== "announced");
  return observance.variants.flatMap((variant, index) => {
    const first = readDay(variant.date, "date");
    const last = readDay(variant.endDate ?? variant.date, "endDate");
    const [start, end] = [Date.parse(variant.start), Date.parse(variant.end)];
    return Array.from({ length: last - first + 1 }, (_, step) => ({
      start: start + step * DAY_MS,
      end: first + step === last ? end : Math.min(end, start + (step + 1) * DAY_MS),
      day: first + step,
      firstDay: first,
      likely: index === 0,
      firm: index === 0 || (open && variant.authority === LOCAL_SIGHTING),
      observance,
    }));
  });
}

/** The blocks that may touch a span, by start. */
export function blocksBetween(start: number, end: number, options: Options): Block[] {
  const from = isoOf(Math.floor(start / DAY_MS) - 1);
  const to = isoOf(Math.floor(end / DAY_MS) + 2);
  return observancesBetween(from, to, options)
    .flatMap(blocksOf)
    .filter((block) => block.end > start - DAY_MS && block.start < end + DAY_MS)
    .sort((a, b) => a.start - b.start);
}

/** Of one observance's blocks that share a time, the one that weighs most; the likelier date among equals. */
const rank = ({ firm, likely, day, firstDay }: Block) =>
  (firm ? 4 : 0) + (day === firstDay ? 2 : 0) + (likely ? 1 : 0);

/** The blocks that share some time with a slot; one of each observance, the one that weighs most. */
export function overlapping(blocks: readonly Block[], start: number, end: number): Block[] {
  const met = new Map<string, Block>();
  for (const block of blocks) {
    if (block.start >= end) break;
    if (block.end <= start) continue;
    const key = `${block.observance.tradition}/${block.observance.id}`;
    const known = met.get(key);
    if (!known || rank(block) > rank(known)) met.set(key, block);
  }
  return [...met.values()];
}
