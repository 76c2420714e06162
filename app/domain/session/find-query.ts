import { type TimeQuestion } from "../calendar/find-time.ts";
import { isBankHoliday, TRADITION_OPTIONS } from "../calendar/tradition-names.ts";
import { addDays } from "../dates/days.ts";

const BANK_HOLIDAYS = TRADITION_OPTIONS.map(({ value }) => value).filter(isBankHoliday);

/** What the address of "Find a time" asks, as typed, for the form to show again. */
export interface FindQuery {
  from: string;
  to: string;
  length: string;
  weekdays: string[];
  earliest: string;
  latest: string;
  breakAt: string;
  breakLength: string;
  traditions: string[];
  place: string;
  catering: boolean;
  sessions: string;
  apart: string;
}

/** The fields as the form calls them. */
const LABELS: Record<string, string> = {
  from: "From",
  to: "To",
  weekday: "Days of the week",
  earliest: "Not before",
  latest: "Not after",
  length: "Length",
  place: "Nearest place",
  breakAt: "Break",
  breakLength: "Length of the break",
  sessions: "How many sessions",
  apart: "Days apart",
  tradition: "Traditions",
};
const FIELDS: Record<string, string> = { traditions: "tradition", breaks: "breakAt" };

/** A refusal of the search, `field: sentence`, by the field of the form and with its name in front. */
export function findErrors(message: string): Record<string, string[]> {
  const [, named = "form", sentence = message] = /^(\w+): (.*)$/s.exec(message) ?? [];
  const field = FIELDS[named] ?? named;
  const label = LABELS[field];
  return { [field]: [label ? `${label}: ${sentence}` : sentence] };
}

/** Four weeks from a fortnight ahead: time enough to invite people. */
export function readFindQuery(query: URLSearchParams, today: string): FindQuery {
  const text = (name: string, otherwise: string) => (query.get(name) ?? otherwise).trim().slice(0, 60);
  const days = query.getAll("weekday");
  return {
    from: text("from", addDays(today, 14)),
    to: text("to", addDays(today, 42)),
    length: text("length", "120"),
    weekdays: days.length > 0 ? days : ["1", "2", "3", "4", "5"],
    earliest: text("earliest", "09:30"),
    latest: text("latest", "16:30"),
    breakAt: text("breakAt", ""),
    breakLength: text("breakLength", ""),
    traditions: query.getAll("tradition"),
    place: text("place", ""),
    catering: query.get("catering") === "yes",
    sessions: text("sessions", "1"),
    apart: text("apart", "7"),
  };
}

/**
 * The question to the calendar.
 * @throws RangeError naming the field
 */
export function questionOf(query: FindQuery): { question: TimeQuestion; sessions: number; apart: number } {
  const [earliest, latest] = [hours(query.earliest, "earliest"), hours(query.latest, "latest")];
  const after = query.breakAt === "" ? undefined : whole(query.breakAt, "breakAt");
  const pause = query.breakLength === "" ? 60 : whole(query.breakLength, "breakLength");
  return {
    question: {
      from: query.from,
      to: query.to,
      length: whole(query.length, "length"),
      weekdays: query.weekdays.map((one) => {
        const day = whole(one, "weekday");
        if (day > 6) throw new RangeError("weekday: choose days from the list.");
        return day;
      }),
      earliest,
      latest: latest < earliest ? latest + 24 : latest,
      catering: query.catering,
      ...(after === undefined ? {} : { breaks: [{ after, length: pause }] }),
      ...(query.place ? { place: query.place } : {}),
      // Whoever comes, a bank holiday is one.
      ...(query.traditions.length > 0 ? { traditions: [...query.traditions, ...BANK_HOLIDAYS] } : {}),
    },
    sessions: whole(query.sessions, "sessions"),
    apart: whole(query.apart, "apart"),
  };
}

function whole(text: string, field: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new RangeError(`${field}: “${text}” is not a whole number.`);
  return Number(text);
}

function hours(text: string, field: string): number {
  const found = /^([01]?\d|2[0-4])(?::([0-5]\d))?$/.exec(text);
  if (!found) throw new RangeError(`${field}: “${text}” is not a time. Write it such as 09:30.`);
  return Number(found[1]) + Number(found[2] ?? 0) / 60;
}
