import { type Day, yearOf } from "../days.ts";
import {
  type Month,
  type Sky,
  type Span,
  type Window,
  CENTRAL_STATION,
  daysHolding,
  DELHI,
  LONDON_SKY,
  tithiSpans,
} from "../panchang.ts";
import { type DatedDay, type Rule, withoutRepeats } from "../rule.ts";

/** Which day of several that hold the tithi: the first, the last, or the one that holds most of it. */
type Choice = "first" | "last" | "most";

export interface TithiFestival {
  tradition: string;
  id: string;
  month: Month;
  /** 1–15 waxing, 16–30 waning. */
  tithi: number;
  window: Window;
  /** The day taken when two hold the tithi in the window; "most" when not said. */
  choose?: Choice;
  /** Days added when no day holds the tithi in the window; 0 when not said. */
  elseAfter?: number;
  /** Days from the tithi's day to the festival's. */
  shift?: number;
  /** Civil days the festival lasts. */
  length?: number;
  /** A fuller rule that takes the place of window and choice at one sky. */
  decide?: (span: Span, sky: Sky) => Day;
  /** Other times of day that some almanacs go by. */
  also?: Window[];
  /** Customs of communities with a rule of their own, counted from the tithi at the primary sky. */
  customs?: { authority: string; find: (span: Span, sky: Sky) => Day }[];
  sky?: Sky;
  authority?: string;
}

const WINDOW_WORDS: Record<Window, string> = {
  sunrise: "sunrise",
  forenoon: "the forenoon",
  madhyahna: "midday (madhyahna)",
  aparahna: "the afternoon (aparahna)",
  sunset: "sunset",
  pradosha: "the evening (pradosha)",
  nishita: "midnight (nishita)",
  moonrise: "moonrise",
};

/** The day one sky gives for a tithi. */
function dayAt(festival: TithiFestival, span: Span, sky: Sky): Day {
  if (festival.decide) return festival.decide(span, sky);
  const days = daysHolding(span, sky, festival.window);
  const [first] = days;
  const last = days[days.length - 1];
  if (!first || !last) throw new RangeError(`${festival.id} falls on no day.`);
  if (first.held === 0) return first.day + (festival.elseAfter ?? 0);
  if (festival.choose === "first") return first.day;
  if (festival.choose === "last") return last.day;
  return days.reduce((best, one) => (one.held > best.held ? one : best)).day;
}

/** A festival fixed by a lunar day: India's day first, then London's, then those of other times of day. */
export function tithiFestival(festival: TithiFestival): Rule {
  const shift = festival.shift ?? 0;
  const primary = festival.sky ?? DELHI;
  const variant = (day: Day, authority: string): DatedDay => ({
    day: day + shift,
    ...(festival.length ? { end: day + shift + festival.length - 1 } : {}),
    authority,
    status: "calculated",
  });
  return {
    tradition: festival.tradition,
    id: festival.id,
    occurrences: (year) =>
      tithiSpans(year, festival.month, festival.tithi)
        .map((span) =>
          withoutRepeats([
            variant(dayAt(festival, span, primary), festival.authority ?? "Almanac rule, northern India"),
            variant(dayAt(festival, span, LONDON_SKY), "Almanac rule, London sky"),
            ...daysHolding(span, CENTRAL_STATION, festival.window)
              .filter(({ held }) => held > 0)
              .map(({ day }) => variant(day, "Central station of India’s national almanac")),
            ...(festival.customs ?? []).map(({ authority, find }) => ({
              ...variant(find(span, primary) - shift, authority),
            })),
            ...[festival.window, ...(festival.also ?? [])].flatMap((window) =>
              daysHolding(span, primary, window).map(({ day }) =>
                variant(day, `Almanacs that go by ${WINDOW_WORDS[window]}`),
              ),
            ),
          ]),
        )
        .filter(([first]) => first !== undefined && yearOf(first.day) === year),
  };
}
