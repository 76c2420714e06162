import {
  calendarJson,
  prayersJson,
  prayerTimes,
  type Coordinates,
  type Options,
  type PrayerQuestion,
} from "#app/domain/calendar/index.ts";
import { need, number, readFlags, type Flags } from "./words.ts";

/** Lines for the terminal, or for scripts with --json: one JSON value and nothing else. Neither needs a database. */

/**
 * `calendar --from 2026-01-01 --to 2026-12-31 [--traditions islam,sikh] [--place Leeds | --lat 53.8 --lon -1.55] [--json]`;
 * ten years and more only with `--any-length`
 * @throws RangeError naming the flag that is wrong
 */
export function calendarLines(words: readonly string[]): string[] {
  const flags = readFlags(words, ["from", "to", "traditions", "place", "lat", "lon"], ["json", "any-length"]);
  const place = placeOf(flags);
  const [from, to] = [need(flags, "from", "2026-01-01"), need(flags, "to", "2026-12-31")];
  const items = listing(from, to, {
    ...(flags.traditions ? { traditions: flags.traditions.split(",").map((one) => one.trim()) } : {}),
    ...(place === undefined ? {} : { place }),
    anyLength: flags["any-length"] !== undefined,
  });
  if (flags.json !== undefined) return [JSON.stringify(items, null, 2)];
  return items.map(({ name, tradition, variants }) => {
    const [first, ...rivals] = variants.map(({ date }) => date);
    return `${first}  ${name} (${tradition})${rivals.length > 0 ? `, possibly ${rivals.join(" or ")}` : ""}`;
  });
}

/**
 * `prayers --date 2026-06-21 --lat 51.5 --lon -0.12 [--zone Europe/London] [--json]`
 * @throws RangeError naming the flag that is wrong
 */
export function prayersLines(words: readonly string[]): string[] {
  const flags = readFlags(words, ["date", "lat", "lon", "zone"], ["json"]);
  const question: PrayerQuestion = {
    date: need(flags, "date", "2026-06-21"),
    latitude: number(need(flags, "lat", "51.5"), "lat"),
    longitude: number(need(flags, "lon", "-0.12"), "lon"),
    ...(flags.zone ? { timeZone: flags.zone } : {}),
  };
  if (flags.json !== undefined) return [JSON.stringify(prayersJson(question), null, 2)];
  return Object.entries(prayerTimes(question)).map(([name, time]) => `${name.padEnd(10)} ${time}`);
}

/** The observances, or the calendar's own refusal; a long window is told how to ask for it all the same. */
function listing(from: string, to: string, options: Options) {
  try {
    return calendarJson(from, to, options);
  } catch (error) {
    if (error instanceof RangeError && /years or more/.test(error.message)) {
      throw new RangeError(`${error.message} Or add --any-length to have it all at once.`);
    }
    throw error;
  }
}

function placeOf(flags: Flags): string | Coordinates | undefined {
  if (flags.place) return flags.place;
  if (flags.lat === undefined && flags.lon === undefined) return undefined;
  return {
    latitude: number(need(flags, "lat", "51.5"), "lat"),
    longitude: number(need(flags, "lon", "-0.12"), "lon"),
  };
}
