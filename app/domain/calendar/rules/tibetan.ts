import { type Day } from "../days.ts";

/*
 * Tibetan calendars by mean motion with tabulated corrections, after Svante Janson, "Tibetan Calendar Mathematics" (2014).
 * An epoch is the new moon that begins the third month of its year; `intercalation` is where its count of solar months
 * then stood in the cycle of 65 in which two leap months come.
 */
interface Epoch {
  year: number;
  meanDate: number;
  sun: number;
  anomaly: number;
  intercalation: number;
}

/** The calendar of most schools, of the Dalai Lama and of Men-Tsee-Khang. */
export const PHUGPA: Epoch = {
  year: 1987,
  meanDate: 2_446_914 + 135 / 707,
  sun: 0,
  anomaly: 38 / 49,
  intercalation: 15,
};

/** The calendar of the Karma Kagyu schools. */
export const TSURPHU: Epoch = {
  year: 1852,
  meanDate: 2_397_598 + 1_197_103 / 7_635_600,
  sun: 23 / 27_135,
  anomaly: 1 / 49,
  intercalation: 12,
};

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
function trueDate(epoch: Epoch, month: number, lunarDay: number): number {
  const mean = epoch.meanDate + month * MONTH.date + lunarDay * DAY.date;
  const sun = epoch.sun + month * MONTH.sun + lunarDay * DAY.sun;
  const moon = epoch.anomaly + month * MONTH.anomaly + lunarDay * DAY.anomaly;
  return mean + wave(MOON, 28 * moon) / 60 - wave(SUN, 12 * (sun - 0.25)) / 60;
}

/** The first day of the n-th month from the epoch: the day after that on which the last lunar day before it ended. */
function monthStart(epoch: Epoch, month: number): Day {
  return Math.floor(trueDate(epoch, month - 1, 30)) + 1 - 2_440_588;
}

/** Losar, the first day of the Tibetan year that begins in a civil year, and the first of the months beside it. */
export function losar(year: number, epoch: Epoch = PHUGPA): { day: Day; monthBefore: Day; monthLater: Day } {
  // Sixty-seven lunar months pass in sixty-five solar ones; months are counted from the third of the epoch's year.
  const month = Math.floor((67 * (12 * (year - epoch.year) - 2) + epoch.intercalation) / 65);
  return {
    day: monthStart(epoch, month),
    monthBefore: monthStart(epoch, month - 1),
    monthLater: monthStart(epoch, month + 1),
  };
}
