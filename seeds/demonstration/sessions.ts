import { addDays } from "#app/domain/dates/days.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import type { SessionInput } from "#app/domain/session/session-input.ts";
import { addSchoolHoliday, recordAnnouncement } from "#db/session-settings.server.ts";
import {
  checkDraft,
  planSession,
  requireSession,
  reviseSession,
  setSessionStatus,
} from "#db/session.server.ts";

type Told = Omit<SessionInput, "date"> & {
  inDays: number;
  weekday: number;
  /** Days from its first to its last, when it runs past midnight or over several days. */
  lasting?: number;
};

const room = {
  venue: "Community hall, ground floor",
  place: "Leeds",
  facilities: ["step-free", "quiet-room"],
};

const told: Told[] = [
  {
    inDays: -150,
    weekday: 5,
    title: "What stops people from coming",
    purpose: "Hear from members of four community groups, over lunch",
    startTime: "12:00",
    endTime: "15:00",
    catering: "yes",
    ...room,
  },
  {
    inDays: -90,
    weekday: 2,
    title: "Writing the questions together",
    purpose: "Agree the questions for the interviews",
    startTime: "10:00",
    endTime: "12:30",
    breaks: "11:00-11:20",
    ...room,
    facilities: ["prayer-room", "washing", "step-free", "quiet-room"],
  },
  {
    inDays: -40,
    weekday: 3,
    title: "Reading what people told us",
    purpose: "Make sense of the interviews with the people who gave them",
    startTime: "17:30",
    endTime: "19:00",
    online: "yes",
  },
  {
    inDays: 25,
    weekday: 4,
    title: "Steering group",
    purpose: "Decide what to do with what was said",
    startTime: "10:00",
    endTime: "12:30",
    breaks: "11:10-11:30",
    ...room,
  },
];

/** Only Northgate has these: one through the night, and one that moved after its conflict had been accepted. */
const overnight: Told = {
  inDays: 46,
  weekday: 4,
  lasting: 1,
  title: "A night shift of listening",
  purpose: "Hear from porters, cleaners and carers at the hours when they work",
  communities: "People who work at night",
  startTime: "21:00",
  endTime: "01:30",
  breaks: "23:00-23:30",
  catering: "yes",
  ...room,
  facilities: ["prayer-room", "washing", "kitchen-separation", "step-free", "quiet-room"],
};

const moved: Told = {
  inDays: 32,
  weekday: 5,
  title: "What the interviews ask of us",
  purpose: "Agree what changes first",
  communities: "Everybody who took part in the interviews",
  startTime: "12:00",
  endTime: "14:30",
  ...room,
};

const onlyThatDay = "The speaker from the national network could come on this Friday alone.";

const tooLate =
  "The hall was booked and the invitations were out before anybody looked. We added an hour for prayer on the day, and asked for more care.";

/**
 * An uneven past: one session on a Friday at midday, then better ones. @param few for an organisation that began lately
 */
export async function seedSessions(scope: Scope, today: string, few: boolean): Promise<void> {
  for (const one of few ? told.slice(2) : [...told, overnight]) {
    const { draft, date } = dated(one, today);
    const plannedOn = addDays(date, -30) < today ? addDays(date, -30) : today;
    const id = await planSession(scope, await withReason(scope, draft, tooLate), plannedOn);
    if (date >= today) continue;
    const { session } = await requireSession(scope, id);
    await setSessionStatus(scope, id, session.version, { status: "held", shared: false }, addDays(date, 1));
  }
  if (!few) await seedMoved(scope, today);
  const year = today.slice(0, 4);
  await addSchoolHoliday(scope, {
    name: "Winter holidays",
    startsOn: `${year}-12-19`,
    endsOn: `${Number(year) + 1}-01-03`,
  });
  await recordAnnouncement(
    scope,
    {
      observance: "sikh/vaisakhi",
      keptOn: `${Number(year) + 1}-04-14`,
      authority: "A gurdwara in the city (invented)",
      source: "Its notice board",
    },
    today,
  );
}

/** Accepted for a Friday at midday, then moved to the nearest day that is clear: the reason counts no longer. */
async function seedMoved(scope: Scope, today: string): Promise<void> {
  const { draft, date } = dated(moved, today);
  const id = await planSession(scope, await withReason(scope, draft, onlyThatDay), addDays(today, -20));
  const { clearDays } = await checkDraft(scope, draft, addDays(today, 14));
  const better = { ...draft, date: clearDays[0] ?? addDays(date, 4) };
  await reviseSession(
    scope,
    id,
    1,
    await withReason(scope, better, "The speaker can join by video on this day."),
    addDays(today, -6),
  );
}

function dated({ inDays, weekday, lasting, ...words }: Told, today: string) {
  const date = nextWeekday(addDays(today, inDays), weekday);
  const draft: SessionInput = { ...words, date, ...(lasting ? { endDate: addDays(date, lasting) } : {}) };
  return { draft, date };
}

/** Whatever day the demonstration is told on, a serious conflict has its reason. */
async function withReason(scope: Scope, draft: SessionInput, reason: string): Promise<SessionInput> {
  const { conflicts } = await checkDraft(scope, draft);
  const serious = conflicts.some(({ severity }) => severity === "serious");
  return serious ? { ...draft, acceptReason: reason } : draft;
}

/** The first such weekday on or after a day; 1 is Monday. */
function nextWeekday(from: string, weekday: number): string {
  const now = new Date(`${from}T12:00:00Z`).getUTCDay();
  return addDays(from, (weekday - now + 7) % 7);
}
