import { DAY_MS, type Day, dayOf, isoOf } from "../calendar/days.ts";

/** A day, or a clock time on a day, as a calendar file writes it: its zone is told beside it. */
export interface FileTime {
  day: Day;
  /** Seconds since midnight; 0 for a whole day. */
  second: number;
  isDate: boolean;
  utc: boolean;
}

const TIME = /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d):?(\d\d)?(Z?))?$/i;

/** "20260619T113000Z" or "20260619". @throws RangeError naming the field when it is no real date and time */
export function readTime(text: string, field: string): FileTime {
  const [, year, month, date, hour, minute, second, zulu] = TIME.exec(text.trim()) ?? [];
  const day = year ? dayOf(Number(year), Number(month), Number(date)) : Number.NaN;
  const real = year && Number(year) > 0 && isoOf(day) === `${year}-${month}-${date}`;
  const clock = Number(hour ?? 0) <= 23 && Number(minute ?? 0) <= 59 && Number(second ?? 0) <= 60;
  if (!real || !clock) throw new RangeError(`${field}: “${text.slice(0, 30)}” is not a real date and time.`);
  return {
    day,
    // A leap second is the last second of its minute.
    second: Number(hour ?? 0) * 3600 + Number(minute ?? 0) * 60 + Math.min(Number(second ?? 0), 59),
    isDate: hour === undefined,
    utc: Boolean(zulu),
  };
}

/** Milliseconds on a clock that knows no zone. */
export const wallOf = ({ day, second }: Pick<FileTime, "day" | "second">): number =>
  day * DAY_MS + second * 1000;

export const sameTime = (one: FileTime, other: FileTime): boolean =>
  one.day === other.day && one.second === other.second;
