import { Temporal } from "temporal-polyfill";
import { type Block } from "./blocks.ts";
import { LONGEST_FASTING_MS, type Slot, weigh, type Weight } from "./weigh.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** What is left of a session, or of a part of it, must be worth coming for. */
const SHORTEST_MS = 30 * MINUTE_MS;

/** Later than this by the clock, "begin after nightfall" is no offer. */
const LATEST_START = "20:30";

export interface Mend {
  sentence: string;
  /** What changes of the session; absent where the sentence asks for more than another hour, a break or no food. */
  change?: Partial<Slot>;
}

const RANK: Record<Weight, number> = { serious: 2, moderate: 1, note: 0 };

/**
 * What would mend a conflict, the surest first. Whatever tells a change has been tried: with it, the session meets the
 * observance less gravely or not at all.
 */
export function mendsOf(slot: Slot, block: Block): Mend[] {
  const before = RANK[weigh(slot, block)];
  const helps = ({ change }: Mend) => {
    if (!change) return true;
    const after = { ...slot, ...change };
    if (after.end - after.start < SHORTEST_MS) return false;
    return after.start >= block.end || after.end <= block.start || RANK[weigh(after, block)] < before;
  };
  const seen = new Set<string>();
  return proposed(slot, block).filter(
    (mend) => helps(mend) && !seen.has(mend.sentence) && seen.add(mend.sentence),
  );
}

function proposed(slot: Slot, block: Block): Mend[] {
  const { observance } = block;
  if (observance.id === "jumuah") return overJumuah(slot, block);
  if (observance.id === "shabbat")
    return [...aroundHours(slot, block), { sentence: "Move it to a day from Monday to Thursday." }];
  if (observance.id === "ramadan_day") return inRamadan(slot, block);
  const fast = observance.severity === "fast" || observance.kind === "fast";
  if (fast && observance.severity !== "work-prohibited") return onFast(slot, block);
  if (observance.severity === "minor")
    return [{ sentence: "Ask the people you invite whether the day suits them." }];
  return [
    ...aroundHours(slot, block),
    { sentence: "Move it to another day." },
    { sentence: "Hold a second session on another day, with equal say." },
  ];
}

function overJumuah(slot: Slot, { start, end }: Block): Mend[] {
  const length = slot.end - slot.start;
  const pause = { start: Math.max(slot.start, start), end: Math.min(slot.end, end) };
  const left = length - (pause.end - pause.start);
  const before = slot.start <= start - SHORTEST_MS;
  const after = slot.end >= end + SHORTEST_MS;
  const [begins, ends] = [upToMinute(start - length / 2), upToMinute(end + length / 2)];
  const room = "and offer a room to pray in.";
  return [
    before
      ? { sentence: `End by ${clock(start)}.`, change: { end: start } }
      : {
          sentence: `Move it to the morning, to end by ${clock(start)}.`,
          change: { start: start - length, end: start, breaks: [] },
        },
    after
      ? { sentence: `Start after ${clock(end)}.`, change: { start: end } }
      : {
          sentence: `Move it to the afternoon, to start at ${clock(end)}.`,
          change: { start: end, end: end + length, breaks: [] },
        },
    left >= 2 * SHORTEST_MS
      ? {
          sentence: `Add a break over Dhuhr, from ${clock(pause.start)} to ${clock(pause.end)}, ${room}`,
          change: { breaks: [...slot.breaks, pause] },
        }
      : {
          sentence: `Hold half of it from ${clock(begins)} and half from ${clock(end)}, with a break over Dhuhr, ${room}`,
          change: { start: begins, end: ends, breaks: [{ start, end }] },
        },
    { sentence: "Move it to another day." },
  ];
}

/** Around an observance that leaves no time for a meeting. */
function aroundHours(slot: Slot, { observance, start, end }: Block): Mend[] {
  const length = slot.end - slot.start;
  const before = downToMinute(start - HOUR_MS);
  const shabbat = observance.id === "shabbat";
  const why = shabbat
    ? `candle-lighting is at ${clock(start)}, and people need time to get home`
    : `it begins at ${clock(start)}`;
  const later = upToMinute(Math.max(slot.start, end));
  return [
    ...(slot.start < before
      ? [{ sentence: `End by ${clock(before)}: ${why}.`, change: { end: before } }]
      : []),
    ...(slot.start < start
      ? [
          {
            sentence: `Move it earlier in the day, to end by ${clock(before)}: ${why}.`,
            change: { start: before - length, end: before, breaks: [] },
          },
        ]
      : []),
    ...(shabbat && clock(later) <= LATEST_START
      ? [
          {
            sentence: `Begin after nightfall, at ${clock(later)}.`,
            change: {
              start: later,
              end: Math.max(slot.end, later + Math.min(length, 3 * HOUR_MS)),
              breaks: [],
            },
          },
        ]
      : []),
  ];
}

function inRamadan(slot: Slot, { end }: Block): Mend[] {
  const sunset = downToMinute(end);
  const hungry = slot.catering ? " and serve no food in daylight" : "";
  const noFood = slot.catering ? { catering: false } : {};
  const iftar = { start: sunset, end: sunset + 30 * MINUTE_MS };
  const reaches = slot.end > sunset - HOUR_MS;
  return [
    ...(slot.end - slot.start > LONGEST_FASTING_MS
      ? [
          {
            sentence: `Shorten it to four hours at most, in the morning${hungry ? `,${hungry}` : ""}.`,
            change: { end: slot.start + LONGEST_FASTING_MS, ...noFood },
          },
        ]
      : []),
    ...(slot.catering
      ? [{ sentence: "Serve no food or drink in daylight.", change: { catering: false } }]
      : []),
    ...(reaches
      ? [
          {
            sentence: `End an hour before sunset, by ${clock(sunset - HOUR_MS)}${hungry}.`,
            change: { end: sunset - HOUR_MS, ...noFood },
          },
          {
            sentence: `Stay for iftar: a break at sunset, ${clock(sunset)}, of half an hour or more, with dates, water and a halal meal.`,
            change: { end: Math.max(slot.end, sunset + HOUR_MS), breaks: [...slot.breaks, iftar] },
          },
        ]
      : [
          {
            sentence: `Hold it in the evening, with iftar at sunset, ${clock(sunset)}: dates, water and a halal meal.`,
          },
        ]),
    { sentence: "Move it to after Eid." },
  ];
}

function onFast(slot: Slot, { end }: Block): Mend[] {
  return [
    ...(slot.catering
      ? [
          {
            sentence: `Serve no food or drink while the fast lasts, until ${clockAndDay(upToMinute(end))}.`,
            change: { catering: false },
          },
        ]
      : []),
    { sentence: "Move it to another day." },
    { sentence: "Offer separate plates and food that fits the fast." },
    { sentence: "Keep it short." },
  ];
}

// People plan in minutes: what ends is told early, what begins late, so that the minute that is told really mends.
const downToMinute = (instant: number) => Math.floor(instant / MINUTE_MS) * MINUTE_MS;
const upToMinute = (instant: number) => Math.ceil(instant / MINUTE_MS) * MINUTE_MS;

const london = (instant: number) =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO("Europe/London");

const clock = (instant: number) => london(instant).toPlainTime().toString({ smallestUnit: "minute" });

const clockAndDay = (instant: number) =>
  `${clock(instant)} on ${london(instant).toLocaleString("en-GB", { weekday: "long", day: "numeric", month: "long" })}`;
