import { type Day, dayOf, weekdayFrom, weekdayOf } from "../days.ts";
import { oneDay, type Rule } from "../rule.ts";
import { westernEaster } from "./christian.ts";

type Jurisdiction = "england_wales" | "northern_ireland" | "scotland";
const ALL: Jurisdiction[] = ["england_wales", "northern_ireland", "scotland"];
const NOT_SCOTLAND: Jurisdiction[] = ["england_wales", "northern_ireland"];

const weekend = (day: Day) => weekdayOf(day) % 6 === 0;
const monday = (year: number, month: number, day: number) => weekdayFrom(dayOf(year, month, day), 1);

/** A single day, moved to Monday from a weekend. */
const substitute = (day: Day) => (weekend(day) ? weekdayFrom(day, 1) : day);

/** The second of two holidays in a row: on Monday or Tuesday when its own day, or the substitute before it, takes its place. */
function secondOfTwo(first: Day): Day {
  const moved = substitute(first);
  const second = substitute(first + 1);
  return second === moved ? moved + 1 : second;
}

/** 2 January in Scotland: Tuesday when New Year's Day has taken the Monday. */
const secondJanuary = (year: number) => secondOfTwo(dayOf(year, 1, 1));

/** Moved to Friday 8 May in 2020, for the 75th anniversary of VE Day. */
const earlyMay = (year: number) => (year === 2020 ? undefined : monday(year, 5, 1));

/** Moved to Thursday 2 June in 2022, for the Platinum Jubilee. */
const spring = (year: number) => (year === 2022 ? dayOf(2022, 6, 2) : monday(year, 5, 25));

const only = (inYear: number, month: number, day: number) => (year: number) =>
  year === inYear ? dayOf(inYear, month, day) : undefined;

const HOLIDAYS: [string, Jurisdiction[], (year: number) => Day | undefined][] = [
  ["new_year", ALL, (year) => substitute(dayOf(year, 1, 1))],
  ["2nd_january", ["scotland"], secondJanuary],
  ["st_patrick", ["northern_ireland"], (year) => substitute(dayOf(year, 3, 17))],
  ["good_friday", ALL, (year) => westernEaster(year) - 2],
  ["easter_monday", NOT_SCOTLAND, (year) => westernEaster(year) + 1],
  ["early_may", ALL, earlyMay],
  ["early_may_ve", ALL, only(2020, 5, 8)],
  ["kings_coronation", ALL, only(2023, 5, 8)],
  ["spring", ALL, spring],
  ["queen_platinum", ALL, only(2022, 6, 3)],
  ["world_cup", ["scotland"], only(2026, 6, 15)],
  ["battle_boyne", ["northern_ireland"], (year) => substitute(dayOf(year, 7, 12))],
  ["summer", ["scotland"], (year) => monday(year, 8, 1)],
  ["late_august", NOT_SCOTLAND, (year) => monday(year, 8, 25)],
  ["summer", NOT_SCOTLAND, (year) => monday(year, 8, 25)],
  ["queens_bank_holiday", ALL, only(2022, 9, 19)],
  ["st_andrew", ["scotland"], (year) => substitute(dayOf(year, 11, 30))],
  ["christmas", ALL, (year) => christmas(year).christmas],
  ["boxing_day", ALL, (year) => christmas(year).boxing],
];

/** When Christmas falls on Sunday, Boxing Day keeps Monday and Christmas takes Tuesday; from Saturday, Monday and Tuesday. */
function christmas(year: number): { christmas: Day; boxing: Day } {
  const day = dayOf(year, 12, 25);
  if (weekdayOf(day) === 0) return { christmas: day + 2, boxing: day + 1 };
  return { christmas: substitute(day), boxing: secondOfTwo(day) };
}

export const bankHolidayRules: Rule[] = HOLIDAYS.flatMap(([id, places, find]) =>
  places.map((place) => oneDay(`uk_bank_holiday_${place}`, id, "GOV.UK", find, { status: "announced" })),
);
