import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { changeReason, day, optionalWords, words } from "../commitment/fields.ts";
import { findPlace } from "../calendar/places.ts";
import { TRADITIONS } from "../calendar/catalogue/all.ts";
import { homeZone } from "../dates/days.ts";

/** What a venue has. The order is the order of the form. */
export const facilities = [
  "prayer-room",
  "washing",
  "kitchen-separation",
  "step-free",
  "quiet-room",
] as const;
export type Facility = (typeof facilities)[number];

export const facilityNames: Record<Facility, string> = {
  "prayer-room": "A clean room for prayer",
  washing: "Somewhere to wash hands, face and feet",
  "kitchen-separation": "Separate preparation and serving of food",
  "step-free": "Step-free all the way in",
  "quiet-room": "A quiet room",
};

/** A pause in a session, as ISO instants. */
export interface Pause {
  start: string;
  end: string;
}

const clock = (ask: string) =>
  z.string(ask).regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Write the time as hours and minutes, such as 09:30.");

/** One at a time: a form sends a single tick as a plain string. */
const several = <T extends z.ZodType>(one: T) =>
  z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(one));

/** A day can hold a few breaks; more is a mistake of typing. */
const MOST_BREAKS = 8;

/** The fields of the form. Times are by the clock of the United Kingdom; `breaks` has one `12:30-13:30` a line. */
const Fields = z.object({
  title: words("Give the session a name.", 200),
  purpose: words("Say what the session is for.", 2000),
  communities: optionalWords(500),
  traditions: several(
    z.string().refine((one) => TRADITIONS.includes(one), "Choose traditions from the list."),
  ),
  date: day("Give the day of the session."),
  startTime: clock("Give the time it starts."),
  endTime: clock("Give the time it ends."),
  breaks: optionalWords(400),
  online: z.preprocess((value) => value === "yes" || value === true, z.boolean()),
  venue: optionalWords(300),
  place: optionalWords(60).refine((name) => name === "" || findPlace(name) !== undefined, {
    message: "Choose a place from the list.",
  }),
  facilities: several(z.enum(facilities, "Choose facilities from the list.")),
  catering: z.preprocess((value) => value === "yes" || value === true, z.boolean()),
  /** Why serious conflicts are accepted; needed when there are any. */
  acceptReason: changeReason,
});

/** A session as typed, checked, with its times as instants. */
export const SessionInput = Fields.transform((typed, context) => {
  const fail = (field: string, message: string) =>
    context.addIssue({ code: "custom", path: [field], message, input: typed });
  const start = instantOf(typed.date, typed.startTime, (why) => fail("startTime", why));
  const end = instantOf(typed.date, typed.endTime, (why) => fail("endTime", why));
  if (start && end && end <= start) fail("endTime", "The session ends before it starts. Choose a later end.");
  if (!typed.online && typed.venue === "")
    fail("venue", "Say where it takes place, or tick that it is online.");
  const breaks = readBreaks(typed.breaks, typed.date, { start, end }, (why) => fail("breaks", why));
  const { date: _date, startTime: _start, endTime: _end, ...rest } = typed;
  return { ...rest, startsAt: start ?? "", endsAt: end ?? "", breaks };
});
type Typed = z.input<typeof SessionInput>;
type Needed = "title" | "purpose" | "date" | "startTime" | "endTime";
/** As a form sends it: a tick box is "yes" or missing, a list with one item may be that item alone. */
export type SessionInput = Pick<Typed, Needed> & Partial<Omit<Typed, Needed>>;
export type SessionDraft = z.output<typeof SessionInput>;

/** The instant of a clock time in the United Kingdom; a time that the change of clocks leaves out does not exist. */
function instantOf(date: string, time: string, fail: (why: string) => void): string | undefined {
  try {
    const local = Temporal.PlainDateTime.from(`${date}T${time}`);
    // In autumn an hour comes twice; people who say 01:30 then mean the first.
    const zoned = local.toZonedDateTime(homeZone, { disambiguation: "earlier" });
    if (zoned.toPlainDateTime().equals(local)) return zoned.toInstant().toString();
    fail(`There is no ${time} on that day, because the clocks go forward. Choose another time.`);
  } catch {
    fail("Give a real day and time.");
  }
  return undefined;
}

type Times = { start?: string; end?: string };

function readBreaks(text: string, date: string, { start, end }: Times, fail: (why: string) => void): Pause[] {
  const lines = text
    .split(/[\n,;]/)
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.length > MOST_BREAKS) fail(`Give ${MOST_BREAKS} breaks at most.`);
  const pauses = lines.slice(0, MOST_BREAKS).flatMap((line): Pause[] => {
    const found = /^(\d{2}:\d{2})\s*(?:-|–|to)\s*(\d{2}:\d{2})$/.exec(line);
    const [from, to] = found ? [instantOf(date, found[1]!, fail), instantOf(date, found[2]!, fail)] : [];
    if (!from || !to) {
      fail(`“${line.slice(0, 40)}” is not a break. Write one a line, such as 12:30-13:30.`);
      return [];
    }
    if (to <= from) fail(`The break ${line} ends before it starts.`);
    else if (start && end && (from < start || to > end)) fail(`The break ${line} lies outside the session.`);
    return [{ start: from, end: to }];
  });
  return pauses.sort((a, b) => (a.start < b.start ? -1 : 1));
}

/** "2026-11-06T12:30:00Z" → the day and the clock time in the United Kingdom, for a form. */
export function clockOf(instant: string): { date: string; time: string } {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO(homeZone);
  return { date: at.toPlainDate().toString(), time: at.toPlainTime().toString({ smallestUnit: "minute" }) };
}

/** Breaks as the form has them: one a line. */
export function breaksInWords(breaks: readonly Pause[]): string {
  return breaks.map(({ start, end }) => `${clockOf(start).time}-${clockOf(end).time}`).join("\n");
}
