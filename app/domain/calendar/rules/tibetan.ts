import { type Day } from "../days.ts";

/*
 * The Phugpa calendar by mean motion with tabulated corrections, after Svante Janson, "Tibetan Calendar Mathematics"
 * (2014), epoch E1987 (the new moon that begins its third month).
 */
const EPOCH = { year: 1987, meanDate: 2_446_914 + 135 / 707, sun: 0, anomaly: 38 / 49 };
const MONTH = { date: 167_025 / 5656, sun: 65 / 804, anomaly: 253 / 3528 };
const DAY = { date: 11_135 / 11_312, sun: 13 / 4824, anomaly: 1 / 28 };

const MOON = [0, 5, 10, 15, 19, 22, 24, 25];
const SUN = [0, 6, 10, 11];

/** A quarter-wave table read with straight lines between its points and the wave's symmetries. */
function wave(table: number[], at: number): number {
  const quarter = table.length - 1;
  const whole = 4 * quarter;
  const place = ((at % whole) + whole) % whole;
  const half = place % (2 * quarter);
  const folded = half > quarter ? 2 * quarter - half : half;
  const low = Math.floor(folded);
  const value =
    (table[low] ?? 0) + ((table[low + 1] ?? table[low] ?? 0) - (table[low] ?? 0)) * (folded - low);
  return place >= 2 * quarter ? -value : value;
}

/** True date (Julian day) at the end of a lunar day of the n-th month from the epoch. */
function trueDate(month: number, lunarDay: number): number {
  const mean = EPOCH.meanDate + month * MONTH.date + lunarDay * DAY.date;
  const sun = EPOCH.sun + month * MONTH.sun + lunarDay * DAY.sun;
  const moon = EPOCH.anomaly + month * MONTH.anomaly + lunarDay * DAY.anomaly;
  return mean + wave(MOON, 28 * moon) / 60 - wave(SUN, 12 * (sun - 0.25)) / 60;
}

/** The first day of the n-th month from the epoch: the day after that on which the last lunar day before it ended. */
function monthStart(month: number): Day {
  return Math.floor(trueDate(month - 1, 30)) + 1 - 2_440_588;
}

/** Losar, the first day of the Tibetan year that begins in a civil year, and the first of the months beside it. */
export function losar(year: number): { day: Day; monthBefore: Day; monthLater: Day } {
  // Sixty-seven lunar months pass in sixty-five solar ones; months are counted from the third of the epoch's year.
  const month = Math.floor((67 * (12 * (year - EPOCH.year) - 2) + 15) / 65);
  return { day: monthStart(month), monthBefore: monthStart(month - 1), monthLater: monthStart(month + 1) };
}
