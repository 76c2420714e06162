import { type Day, weekdayOf } from "../days.ts";
import { oneDay, type Rule } from "../rule.ts";

const AUTHORITY = "Calculated Hebrew calendar";

/** Days from the epoch to 1 Tishri, with the four postponements (molad arithmetic; Reingold and Dershowitz). */
function elapsed(year: number): number {
  const months = Math.floor((235 * year - 234) / 19);
  const parts = 12_084 + 13_753 * months;
  const day = 29 * months + Math.floor(parts / 25_920);
  return (3 * (day + 1)) % 7 < 3 ? day + 1 : day;
}

/** The epoch day of 1 Tishri, the first day of Rosh Hashanah, in a Hebrew year. */
export function newYear(year: number): Day {
  const [before, here, after] = [elapsed(year - 1), elapsed(year), elapsed(year + 1)];
  const delay = after - here === 356 ? 2 : here - before === 382 ? 1 : 0;
  return here + delay - 2_092_590;
}

/** Days of the Hebrew year that begins in the autumn of a civil year, and those of the spring before it. */
const tishri = (year: number): Day => newYear(year + 3761);
const nisan = (year: number): Day => tishri(year) - 177;

const judaism = (id: string, find: (year: number) => Day, length?: number) =>
  oneDay("judaism", id, AUTHORITY, find, length ? { length } : {});

/** A fast that would fall on the Sabbath is kept on Sunday. */
const afterSabbath = (day: Day) => (weekdayOf(day) === 6 ? day + 1 : day);

/** 25 Kislev: the year's length decides whether Cheshvan has a thirtieth day. */
function hanukkah(year: number): Day {
  const length = newYear(year + 3762) - tishri(year);
  return tishri(year) + 83 + (length % 10 === 5 ? 1 : 0);
}

/** 13 Adar, brought back to Thursday from the Sabbath. */
function fastOfEsther(year: number): Day {
  const day = nisan(year) - 17;
  return weekdayOf(day) === 6 ? day - 2 : day;
}

export const judaismRules: Rule[] = [
  judaism("fast_of_esther", fastOfEsther),
  judaism("purim", (year) => nisan(year) - 16),
  judaism("pesach", (year) => nisan(year) + 14, 8),
  judaism("pesach_opening_days", (year) => nisan(year) + 14, 2),
  judaism("pesach_closing_days", (year) => nisan(year) + 20, 2),
  judaism("lag_baomer", (year) => nisan(year) + 47),
  judaism("shavuot", (year) => nisan(year) + 64, 2),
  judaism("fast_of_tammuz", (year) => afterSabbath(nisan(year) + 105)),
  judaism("tisha_bav", (year) => afterSabbath(nisan(year) + 126)),
  judaism("rosh_hashanah", tishri, 2),
  judaism("fast_of_gedaliah", (year) => afterSabbath(tishri(year) + 2)),
  judaism("yom_kippur", (year) => tishri(year) + 9),
  judaism("sukkot", (year) => tishri(year) + 14, 7),
  judaism("sukkot_opening_days", (year) => tishri(year) + 14, 2),
  judaism("shemini_atzeret", (year) => tishri(year) + 21),
  judaism("simchat_torah_diaspora", (year) => tishri(year) + 22),
  judaism("hanukkah", hanukkah, 8),
];
