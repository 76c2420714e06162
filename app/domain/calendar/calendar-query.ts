import { Temporal } from "temporal-polyfill";
import { ENTRIES, TRADITIONS } from "./catalogue/all.ts";
import { readDay } from "./days.ts";
import { type Options } from "./observances-between.ts";
import { readPlace } from "./places.ts";

export const VIEWS = ["month", "year", "list"] as const;
export type View = (typeof VIEWS)[number];

const OBSERVANCES: ReadonlySet<string> = new Set(ENTRIES.map(({ id }) => id));

/** What an address asks of the calendar. Pages and feeds read the same words. */
export interface CalendarQuery {
  view: View;
  /** ISO dates, both included. */
  from: string;
  to: string;
  /** Empty when all are asked for. */
  traditions: string[];
  /** Observance ids; empty when all are asked for. */
  observances: string[];
  /** As written: a place's name, or "". */
  place: string;
  /** Degrees when given instead of a name. */
  at?: { latitude: number; longitude: number };
  /** Whether Friday prayer, Shabbat and other weekly observances are listed. */
  weekly: boolean;
}

/** What is listed when an address gives no dates. */
export type Span = "month" | "year" | "two-years";

/**
 * Reads `view`, `month`, `year`, `from`, `to`, `tradition` and `observance` (repeated or with
 * commas), `place`, `lat`, `lon` and `weekly`.
 * @param today ISO date
 * @param span for addresses without dates
 * @throws RangeError naming the field
 */
export function readCalendarQuery(
  query: URLSearchParams,
  today: string,
  { span = "month", weekly = false }: { span?: Span; weekly?: boolean } = {},
): CalendarQuery {
  const view = readView(query.get("view"));
  const window = readWindow(query, view, today, span);
  const traditions = readWords(query, "tradition", "traditions");
  const unknown = traditions.find((one) => !TRADITIONS.includes(one));
  if (unknown !== undefined) {
    throw new RangeError(`tradition: “${unknown.slice(0, 40)}” is not one of ${TRADITIONS.join(", ")}.`);
  }
  const observances = readWords(query, "observance", "observances");
  const unheard = observances.find((one) => !OBSERVANCES.has(one));
  if (unheard !== undefined) {
    throw new RangeError(
      `observance: “${unheard.slice(0, 40)}” is not in this calendar. Take an id from the address of its page.`,
    );
  }
  const place = (query.get("place") ?? "").trim().slice(0, 60);
  const at = readDegrees(query);
  readPlace(at ?? (place || undefined));
  return {
    view,
    ...window,
    traditions: [...new Set(traditions)].sort(),
    observances: [...new Set(observances)].sort(),
    place,
    ...(at ? { at } : {}),
    weekly: readChoice(query.get("weekly"), weekly),
  };
}

/** The engine's options for a query. */
export function optionsOf({ traditions, place, at }: CalendarQuery): Options {
  const where = at ?? (place || undefined);
  return {
    ...(traditions.length > 0 ? { traditions } : {}),
    ...(where === undefined ? {} : { place: where }),
  };
}

/** The filters as an address, in one order, so that equal views have equal addresses. Dates are left to the caller. */
export function filtersOf({ traditions, observances, place, at }: CalendarQuery): URLSearchParams {
  const query = new URLSearchParams();
  for (const one of traditions) query.append("tradition", one);
  for (const one of observances) query.append("observance", one);
  if (place) query.set("place", place);
  if (at) {
    query.set("lat", String(at.latitude));
    query.set("lon", String(at.longitude));
  }
  return query;
}

/** Words of a list, written with commas or with the name repeated. */
function readWords(query: URLSearchParams, ...names: string[]): string[] {
  return names
    .flatMap((name) => query.getAll(name))
    .flatMap((one) => one.split(","))
    .map((one) => one.trim())
    .filter(Boolean);
}

function readView(text: string | null): View {
  if (!text) return "month";
  const view = VIEWS.find((one) => one === text);
  if (!view) throw new RangeError(`view: “${text.slice(0, 20)}” is not one of ${VIEWS.join(", ")}.`);
  return view;
}

function readWindow(query: URLSearchParams, view: View, today: string, span: Span) {
  const [from, to] = [query.get("from"), query.get("to")];
  if (from || to) {
    const first = from || today;
    readDay(first, "from");
    const last = to || endOfSpan(first, 12);
    readDay(last, "to");
    return { from: first, to: last };
  }
  const [month, year] = [query.get("month"), query.get("year")];
  if (month && view !== "year") return monthOf(month);
  if (year || view === "year") return yearOf(year || today.slice(0, 4), 1);
  if (span === "month" && view === "month") return monthOf(today.slice(0, 7));
  if (span === "month") return { from: today, to: endOfSpan(today, 3) };
  return yearOf(today.slice(0, 4), span === "year" ? 1 : 2);
}

/** The last day of so many months from a day; the window's own check says when a day is out of reach. */
function endOfSpan(from: string, months: number): string {
  return Temporal.PlainDate.from(from).add({ months }).subtract({ days: 1 }).toString();
}

function monthOf(text: string) {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) {
    throw new RangeError(
      `month: “${text.slice(0, 20)}” is not a month. Write it as year-month, such as 2026-11.`,
    );
  }
  const from = `${text}-01`;
  readDay(from, "month");
  return { from, to: endOfSpan(from, 1) };
}

function yearOf(text: string, years: number) {
  if (!/^\d{4}$/.test(text)) {
    throw new RangeError(`year: “${text.slice(0, 20)}” is not a year. Write four figures, such as 2026.`);
  }
  const from = `${text}-01-01`;
  readDay(from, "year");
  return { from, to: endOfSpan(from, 12 * years) };
}

function readDegrees(query: URLSearchParams) {
  const [lat, lon] = [query.get("lat"), query.get("lon")];
  if (!lat && !lon) return undefined;
  return { latitude: degrees(lat, "lat"), longitude: degrees(lon, "lon") };
}

function degrees(text: string | null, field: string): number {
  const value = text?.trim() ? Number(text) : Number.NaN;
  if (!Number.isFinite(value)) throw new RangeError(`${field}: give degrees as a number, such as 51.5.`);
  return value;
}

function readChoice(text: string | null, otherwise: boolean): boolean {
  if (!text) return otherwise;
  if (text !== "yes" && text !== "no") throw new RangeError("weekly: write yes or no.");
  return text === "yes";
}
