import { findPlace, LONDON } from "../calendar/places.ts";
import { prayerTimes } from "../calendar/prayer-times.ts";
import { clockOf, type Facility, type Pause } from "./session-input.ts";

export interface VenueFinding {
  finding: string;
  mend: string;
}

interface Place {
  startsAt: string;
  endsAt: string;
  breaks: readonly Pause[];
  online: boolean;
  place: string;
  facilities: readonly Facility[];
  traditions: readonly string[];
  catering: boolean;
}

/** Prayer takes about this long, with washing. */
const PRAYER_MINUTES = 15;

/** People like to pray soon after the hour begins: so long can it wait for the end of a session. */
const LATEST_MINUTES = 60;

/** What the room and the running order leave out. Prayer on Friday at midday is a conflict of its own. */
export function venueFindings(session: Place): VenueFinding[] {
  const lacks = (facility: Facility) => !session.online && !session.facilities.includes(facility);
  const muslims = session.traditions.length === 0 || session.traditions.includes("islam");
  const prayers = muslims ? prayersWithoutBreak(session) : [];
  return [
    ...prayers.map(({ name, from, to }) => ({
      finding: `${name} begins at ${from}, within the session, and there is no break for it.`,
      mend: `Add a break of at least ${PRAYER_MINUTES} minutes between ${from} and ${to}.`,
    })),
    ...(prayersIn(session).length > 0 && muslims && lacks("prayer-room")
      ? [
          {
            finding: "There is no room for prayer.",
            mend: "Find a clean room and mark the direction of prayer.",
          },
        ]
      : []),
    ...(prayersIn(session).length > 0 && muslims && lacks("washing")
      ? [
          {
            finding: "There is nowhere to wash before prayer.",
            mend: "Say where people can wash hands, face and feet.",
          },
        ]
      : []),
    ...(session.catering && lacks("kitchen-separation")
      ? [
          {
            finding: "Food is not kept apart.",
            mend: "Ask the caterer for separate preparation, plates, spoons and tables.",
          },
        ]
      : []),
    ...(lacks("step-free")
      ? [
          {
            finding: "The venue is not step-free, or nobody has said so.",
            mend: "Check, and say so on the invitation.",
          },
        ]
      : []),
    ...(lacks("quiet-room")
      ? [{ finding: "There is no quiet room.", mend: "Find a room where people can be alone for a while." }]
      : []),
  ];
}

/** The daytime prayers that begin within the session, with the hours in which they are prayed. */
function prayersIn({ startsAt, endsAt, place }: Place) {
  const { date, time: start } = clockOf(startsAt);
  const { time: end } = clockOf(endsAt);
  const { latitude, longitude } = findPlace(place) ?? LONDON;
  const times = prayerTimes({ date, latitude, longitude });
  const hours = [
    { name: "Dhuhr", from: times.dhuhr, to: times.asr },
    { name: "Asr", from: times.asr, to: times.maghrib },
    { name: "Maghrib", from: times.maghrib, to: times.isha },
  ];
  // Whoever can pray within the hour, after it ends, needs no break.
  return hours.filter(({ from }) => start <= from && minutes(end) - minutes(from) > LATEST_MINUTES);
}

function prayersWithoutBreak(session: Place) {
  const breaks = session.breaks.map((one) => [clockOf(one.start).time, clockOf(one.end).time] as const);
  return prayersIn(session).filter(
    ({ from, to }) =>
      !breaks.some(
        ([start, end]) =>
          minutes(end < to ? end : to) - minutes(start > from ? start : from) >= PRAYER_MINUTES,
      ),
  );
}

const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
