import { civilDay, type Day, dayOf } from "../days.ts";
import { daysHolding, DELHI, Month, type Sky, solarIngress, type Span, windowOf } from "../panchang.ts";
import { type Rule, withoutRepeats } from "../rule.ts";
import { sunrise, sunset } from "../sun.ts";
import { inShravana, solarStarFestivals } from "./hindu-stars.ts";
import { tithiFestival } from "./tithi.ts";

const MUHURTA_MS = 48 * 60_000;
const hindu = (festival: Omit<Parameters<typeof tithiFestival>[0], "tradition">) =>
  tithiFestival({ tradition: "hindu", ...festival });

/** The full moon at sunrise when it lasts three muhurtas more, otherwise the day before, so as to miss Bhadra. */
function rakshaBandhan(span: Span, sky: Sky): Day {
  const ends = civilDay(span.end, sky.offsetHours);
  const rise = sunrise(ends, sky);
  return span.start < rise && span.end - rise >= 3 * MUHURTA_MS ? ends : ends - 1;
}

/** The bonfire is on the evening of the full moon, or a day later when the full moon outlasts seven eighths of that day. */
function holikaDahan(span: Span, sky: Sky): Day {
  const ends = civilDay(span.end, sky.offsetHours);
  const rise = sunrise(ends, sky);
  const lasts = span.end - rise >= 0.875 * (sunset(ends, sky) - rise);
  return lasts ? ends : (daysHolding(span, sky, "pradosha")[0]?.day ?? ends - 1);
}

/**
 * The afternoon that holds most of the tenth lunar day; but the day after, when that afternoon began without the star
 * Shravana and the next sunrise has the star and three muhurtas of the tenth (Dharmasindhu).
 */
function vijayadashami(span: Span, sky: Sky): Day {
  const afternoons = daysHolding(span, sky, "aparahna");
  const { day } = afternoons.reduce((best, one) => (one.held > best.held ? one : best));
  const next = sunrise(day + 1, sky);
  const starComes = !inShravana(windowOf(day, sky, "aparahna").start) && inShravana(next);
  return starComes && span.end - next >= 3 * MUHURTA_MS ? day + 1 : day;
}

/**
 * Deepavali in Tamil communities: the day whose dawn, an hour and a half before sunrise, holds the fourteenth lunar day
 * (Naraka Chaturdashi), which ends as the new moon's day begins.
 */
function narakaChaturdashi({ start }: Span, sky: Sky): Day {
  const day = civilDay(start, sky.offsetHours);
  return sunrise(day, sky) - 2 * MUHURTA_MS < start ? day : day - 1;
}

/** Dol Purnima in Bengal and Odisha, and Phagwah in the Caribbean: the day of the full moon itself, by its sunrise. */
const fullMoonDay = (span: Span, sky: Sky): Day => daysHolding(span, sky, "sunrise")[0]?.day ?? 0;

/** The sun enters Makara; after sunset the festival is kept the next day. */
const makarSankranti: Rule = {
  tradition: "hindu",
  id: "makar_sankranti",
  occurrences(year) {
    const instant = solarIngress(9, Date.UTC(year, 0, 1));
    const day = civilDay(instant, DELHI.offsetHours);
    const kept = instant > sunset(day, DELHI) ? day + 1 : day;
    return [
      withoutRepeats([
        { day: kept, authority: "Almanac rule, northern India", status: "calculated" },
        { day: dayOf(year, 1, 14), authority: "Fixed custom of 14 January", status: "fixed" },
        { day: dayOf(year, 1, 15), authority: "Almanacs that keep the day after", status: "calculated" },
      ]),
    ];
  },
};

const festivals = [
  hindu({ id: "ugadi_gudi_padwa", month: Month.Chaitra, tithi: 1, window: "sunrise", choose: "first" }),
  hindu({ id: "rama_navami", month: Month.Chaitra, tithi: 9, window: "madhyahna", also: ["sunrise"] }),
  hindu({ id: "rath_yatra", month: Month.Ashadha, tithi: 2, window: "sunrise", choose: "first" }),
  hindu({
    id: "raksha_bandhan",
    month: Month.Shravana,
    tithi: 15,
    window: "aparahna",
    decide: rakshaBandhan,
    also: ["sunrise"],
  }),
  hindu({
    id: "janmashtami",
    month: Month.Shravana,
    tithi: 23,
    window: "sunrise",
    choose: "first",
    elseAfter: 1,
    also: ["nishita"],
  }),
  hindu({ id: "janmashtami_smarta", month: Month.Shravana, tithi: 23, window: "nishita", also: ["sunrise"] }),
  hindu({ id: "ganesh_chaturthi", month: Month.Bhadrapada, tithi: 4, window: "madhyahna" }),
  hindu({
    id: "navaratri_start",
    month: Month.Ashvina,
    tithi: 1,
    window: "sunrise",
    choose: "first",
    length: 9,
  }),
  hindu({
    id: "dussehra",
    month: Month.Ashvina,
    tithi: 10,
    window: "aparahna",
    decide: vijayadashami,
    also: ["sunrise"],
  }),
  hindu({
    id: "karva_chauth",
    month: Month.Ashvina,
    tithi: 19,
    window: "moonrise",
    elseAfter: 1,
    also: ["sunrise"],
  }),
  hindu({
    id: "diwali",
    month: Month.Ashvina,
    tithi: 30,
    window: "pradosha",
    customs: [{ authority: "Tamil custom, Naraka Chaturdashi", find: narakaChaturdashi }],
    also: ["sunset", "sunrise"],
  }),
  hindu({
    id: "chhath",
    month: Month.Kartika,
    tithi: 6,
    window: "sunrise",
    choose: "last",
    also: ["sunset"],
  }),
  hindu({
    id: "vasant_panchami",
    month: Month.Magha,
    tithi: 5,
    window: "forenoon",
    choose: "first",
    also: ["sunrise"],
  }),
  hindu({
    id: "maha_shivaratri",
    month: Month.Magha,
    tithi: 29,
    window: "nishita",
    elseAfter: 1,
    also: ["pradosha"],
  }),
  hindu({
    id: "holi",
    month: Month.Phalguna,
    tithi: 15,
    window: "pradosha",
    shift: 1,
    decide: holikaDahan,
    customs: [{ authority: "Dol Purnima and Phagwah, the full moon’s day", find: fullMoonDay }],
    also: ["sunrise"],
  }),
];

export const hinduRules: Rule[] = [...festivals, makarSankranti, ...solarStarFestivals];
