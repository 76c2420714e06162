import { excluded } from "../calendar/conflicts.ts";
import { findPlace, LONDON } from "../calendar/places.ts";
import { prayerTimes } from "../calendar/prayer-times.ts";
import { addDays, daysBetween } from "../dates/days.ts";
import { type Facility } from "./session-input.ts";
import {
  breaksWithin,
  clockOf,
  instantOf,
  type Pause,
  sessionParts,
  type SessionTimes,
} from "./session-times.ts";

export interface VenueFinding {
  finding: string;
  mend: string;
  /** Whom it keeps out by itself. */
  who: string;
}

interface Place extends SessionTimes {
  breaks: readonly Pause[];
  online: boolean;
  place: string;
  facilities: readonly Facility[];
  traditions: readonly string[];
  catering: boolean;
}

const MINUTE_MS = 60_000;

/** Prayer takes about this long, with washing. */
const PRAYER_MINUTES = 15;

/** People like to pray soon after the hour begins: so long can it wait for the end of a session. */
const LATEST_MINUTES = 60;

/**
 * What the room and the running order leave out.
 * @param fridays ISO dates on which the session meets Friday prayer: that conflict asks for the break over Dhuhr already
 */
export function venueFindings(session: Place, fridays: readonly string[] = []): VenueFinding[] {
  const lacks = (facility: Facility) => !session.online && !session.facilities.includes(facility);
  const muslims = session.traditions.length === 0 || session.traditions.includes("islam");
  const prayers = muslims ? prayersIn(session) : [];
  const found: (VenueFinding | false)[] = [
    ...prayersWithoutBreak(session, prayers, fridays),
    prayers.length > 0 &&
      lacks("prayer-room") && {
        finding: "There is no room for prayer.",
        mend: "Find a clean room and mark the direction of prayer.",
        who: excluded("islam"),
      },
    prayers.length > 0 &&
      lacks("washing") && {
        finding: "There is nowhere to wash before prayer.",
        mend: "Say where people can wash hands, face and feet.",
        who: excluded("islam"),
      },
    session.catering &&
      lacks("kitchen-separation") && {
        finding: "Food is not kept apart.",
        mend: "Ask the caterer for separate preparation, plates, spoons and tables.",
        who: "People whose food has to be kept apart",
      },
    lacks("step-free") && {
      finding: "The venue is not step-free, or nobody has said so.",
      mend: "Check, and say so on the invitation.",
      who: "People who cannot use steps",
    },
    lacks("quiet-room") && {
      finding: "There is no quiet room.",
      mend: "Find a room where people can be alone for a while.",
      who: "People who need to be alone for a while",
    },
  ];
  return found.filter((one) => one !== false);
}

interface Prayer {
  name: string;
  /** Epoch milliseconds: when it begins, and when the next one, or the sunrise, ends it. */
  from: number;
  to: number;
  /** The stretch of the session in which it begins. */
  part: Pause;
}

/** The prayers that begin within the session and cannot wait for its end. */
function prayersIn(session: Place): Prayer[] {
  const { latitude, longitude } = findPlace(session.place) ?? LONDON;
  return sessionParts(session).flatMap((part) => {
    const [start, end] = [Date.parse(part.start), Date.parse(part.end)];
    const first = addDays(clockOf(part.start).date, -1);
    const days = daysBetween(first, clockOf(part.end).date);
    return Array.from({ length: days + 1 }, (_, step) => prayersOn(addDays(first, step), latitude, longitude))
      .flat()
      .filter(({ from, latest }) => start <= from && end - from > LATEST_MINUTES * MINUTE_MS && end > latest)
      .map((prayer) => ({ ...prayer, part }));
  });
}

/** A day's prayers. Whoever comes out by `latest` can still pray in time. */
function prayersOn(date: string, latitude: number, longitude: number) {
  const times = prayerTimes({ date, latitude, longitude });
  const at = (clock: string, day = date) => Date.parse(instantOf(day, clock, () => {}) ?? `${day}T${clock}Z`);
  const tomorrow = addDays(date, 1);
  // In the bright nights of the north the last prayer of a day begins after midnight.
  const isha = times.isha < times.maghrib ? at(times.isha, tomorrow) : at(times.isha);
  const nextDawn = at(prayerTimes({ date: tomorrow, latitude, longitude }).fajr, tomorrow);
  const [fajr, sunrise] = [at(times.fajr), at(times.sunrise)];
  const [dhuhr, asr, maghrib] = [at(times.dhuhr), at(times.asr), at(times.maghrib)];
  return [
    { name: "Fajr", from: fajr, to: sunrise, latest: sunrise - PRAYER_MINUTES * MINUTE_MS },
    { name: "Dhuhr", from: dhuhr, to: asr, latest: dhuhr },
    { name: "Asr", from: asr, to: maghrib, latest: asr },
    { name: "Maghrib", from: maghrib, to: isha, latest: maghrib },
    // It may be prayed until the middle of the night, so only a session through the night stands in its way.
    { name: "Isha", from: isha, to: nextDawn, latest: (isha + nextDawn) / 2 },
  ];
}

/** One finding for each prayer by name: over several days its hour moves by a few minutes. */
function prayersWithoutBreak(
  session: Place,
  prayers: readonly Prayer[],
  fridays: readonly string[],
): VenueFinding[] {
  const open = prayers.filter(
    ({ name, from, to, part }) =>
      !(name === "Dhuhr" && fridays.includes(clockOf(new Date(from).toISOString()).date)) &&
      !breaksWithin(session.breaks, part).some(
        ({ start, end }) =>
          Math.min(Date.parse(end), to) - Math.max(Date.parse(start), from) >= PRAYER_MINUTES * MINUTE_MS,
      ),
  );
  return [...new Set(open.map(({ name }) => name))].map((name) => {
    const those = open.filter((one) => one.name === name);
    const [from, to] = [those[0]!.from, those[0]!.to].map((at) => clockOf(new Date(at).toISOString()).time);
    const days = those.length > 1 ? ` (on ${those.length} days; about this hour)` : "";
    return {
      finding: `${name} begins at ${from}${days}, within the session, and there is no break for it.`,
      mend: `Add a break of at least ${PRAYER_MINUTES} minutes between ${from} and ${to}.`,
      who: excluded("islam"),
    };
  });
}
