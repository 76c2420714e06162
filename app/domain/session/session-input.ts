import { z } from "zod";
import { changeReason, day, optionalWords, words } from "../commitment/fields.ts";
import { findPlace } from "../calendar/places.ts";
import { TRADITIONS } from "../calendar/catalogue/all.ts";
import { daysBetween } from "../dates/days.ts";
import { instantOf, MOST_DAYS, readBreaks, runs } from "./session-times.ts";

export { breaksInWords, clockOf, type Pause } from "./session-times.ts";

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

const clock = (ask: string) =>
  z.string(ask).regex(/^([01]\d|2[0-3]):[0-5]\d$/, `${ask} Write it as hours and minutes, such as 09:30.`);

/** One at a time: a form sends a single tick as a plain string. */
const several = <T extends z.ZodType>(one: T) =>
  z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(one));

/** The fields of the form. Times are by the clock of the United Kingdom; `breaks` has one `12:30-13:30` a line. */
const Fields = z.object({
  title: words("Give the session a name.", 200),
  purpose: words("Say what the session is for.", 2000),
  communities: optionalWords(500),
  traditions: several(
    z.string().refine((one) => TRADITIONS.includes(one), "Choose traditions from the list."),
  ),
  date: day("Give the day of the session."),
  /** The day on which it ends; the same day when left empty. */
  endDate: day("Give the day on which it ends.").optional(),
  /** Over several days. Left empty, hours that fit into a day come daily, and hours that do not go through the night. */
  run: z.enum(runs, "Choose how it runs over several days.").optional(),
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
  const times = timesOf(typed, fail);
  if (!typed.online && typed.venue === "")
    fail("venue", "Say where it takes place, or tick that it is online.");
  const breaks = readBreaks(typed.breaks, times, (why) => fail("breaks", why));
  const { date: _date, endDate: _end, run: _run, startTime: _from, endTime: _to, ...rest } = typed;
  return { ...rest, startsAt: "", endsAt: "", daily: false, ...times, breaks };
});
type Typed = z.input<typeof SessionInput>;
type Needed = "title" | "purpose" | "date" | "startTime" | "endTime";
/** As a form sends it: a tick box is "yes" or missing, a list with one item may be that item alone. */
export type SessionInput = Pick<Typed, Needed> & Partial<Omit<Typed, Needed>>;
export type SessionDraft = z.output<typeof SessionInput>;

/** The times of a session as instants, or undefined once a field has failed. */
function timesOf(
  { date, startTime, endTime, run, ...typed }: z.output<typeof Fields>,
  fail: (field: string, message: string) => void,
) {
  const endDate = typed.endDate ?? date;
  const start = instantOf(date, startTime, (why) => fail("startTime", why));
  const end = instantOf(endDate, endTime, (why) => fail("endTime", why));
  if (!start || !end) return undefined;
  const days = daysBetween(date, endDate);
  const refused = refusedTimes(days, Date.parse(end) - Date.parse(start));
  if (refused) return void fail(...refused);
  const daily = days > 0 && (run ? run === "daily" : endTime > startTime);
  return { startsAt: start, endsAt: end, daily };
}

function refusedTimes(days: number, milliseconds: number): [field: string, why: string] | undefined {
  if (days < 0) return ["endDate", "The session ends on a day before it starts. Choose a later day."];
  if (days >= MOST_DAYS)
    return ["endDate", `A session can last ${MOST_DAYS} days at most. Plan the others on their own.`];
  if (milliseconds > 0) return undefined;
  const sentence = "The session ends before it starts. Choose a later end";
  return ["endTime", `${sentence}; if it runs past midnight, give the day on which it ends.`];
}
