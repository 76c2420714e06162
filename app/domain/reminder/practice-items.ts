import type { Observance } from "../calendar/observance.ts";
import { addDays } from "../dates/days.ts";
import { writtenDay } from "../dates/written-day.ts";
import { lapses } from "../training/coverage.ts";
import { type Completion, type Course, promptsDue } from "../training/training.ts";
import type { DueItem } from "./due-items.ts";

/** Training has to be booked, and a session moved, earlier than a promise is looked at. */
const trainingNoticeDays = 60;
const sessionNoticeDays = 60;
const benchmarkNoticeDays = 14;

export type PracticeFacts = {
  facilitators: readonly { id: string; label: string; leftOn: string | null }[];
  courses: readonly Course[];
  completions: readonly Completion[];
  /** Planned sessions, each with the serious conflicts that nobody accepted with a reason. `on` is an ISO date. */
  sessions: readonly {
    id: string;
    title: string;
    on: string;
    meets: readonly { key: string; name: string }[];
  }[];
  /** Days that wait for a community to announce them, of the next weeks. */
  awaited: readonly Pick<Observance, "id" | "tradition" | "name" | "variants">[];
  /** The latest benchmark of each list, where it says when to look again. */
  benchmarks: readonly { id: string; place: string; lookAgainOn: string }[];
};

/** What training, sessions and the calendar ask for on a day. @param base address of the workspace */
export function practiceItems(facts: PracticeFacts, base: string, today: string): DueItem[] {
  return [
    ...trainingItems(facts, base, today),
    ...sessionItems(facts, base, today),
    ...awaitedItems(facts, base),
    ...benchmarkItems(facts, base, today),
  ];
}

/** The people served change: figures are looked at again on the day that was chosen when they were added. */
function benchmarkItems({ benchmarks }: PracticeFacts, base: string, today: string): DueItem[] {
  return benchmarks
    .filter(({ lookAgainOn }) => lookAgainOn <= addDays(today, benchmarkNoticeDays))
    .map(({ id, place, lookAgainOn }) => ({
      key: `benchmark-review:${id}:${lookAgainOn}`,
      kind: "benchmark-review",
      title: `Whom you compare with: ${place}`,
      because: `You said to look again by ${writtenDay(lookAgainOn)}. Newer figures take its place.`,
      href: `${base}/recruitment/benchmarks`,
      dueOn: lookAgainOn,
    }));
}

function trainingItems(
  { facilitators, courses, completions }: PracticeFacts,
  base: string,
  today: string,
): DueItem[] {
  const here = new Map(
    facilitators.filter(({ leftOn }) => leftOn === null || leftOn > today).map((one) => [one.id, one.label]),
  );
  const titles = new Map(courses.map(({ id, title }) => [id, title]));
  const href = (id: string) => `${base}/training/facilitators/${id}`;
  // From the beginning of time: what has lapsed and was never renewed stays due.
  const lapsing = lapses(courses, completions, "0001-01-01", addDays(today, trainingNoticeDays))
    .filter(({ facilitatorId }) => here.has(facilitatorId))
    .map(({ facilitatorId, courseId, on }): DueItem => {
      const kind = on < today ? "training-lapsed" : "training-soon";
      return {
        key: `${kind}:${facilitatorId}:${courseId}:${on}`,
        kind,
        title: `${titles.get(courseId)}: ${here.get(facilitatorId)}`,
        because:
          on < today ? `It was in date until ${writtenDay(on)}.` : `It is in date until ${writtenDay(on)}.`,
        href: href(facilitatorId),
        dueOn: on,
      };
    });
  const asking = completions
    .filter(({ facilitatorId }) => here.has(facilitatorId))
    .flatMap((completion) =>
      promptsDue(completion, today).map(({ askedFor, since }): DueItem => ({
        key: `training-prompt:${completion.id}:${askedFor}`,
        kind: "training-prompt",
        title: `What changed since ${titles.get(completion.courseId)}? ${here.get(completion.facilitatorId)}`,
        because: `${askedFor === "3-months" ? "Three" : "Twelve"} months had passed on ${writtenDay(since)}.`,
        href: href(completion.facilitatorId),
        dueOn: since,
      })),
    );
  return [...lapsing, ...asking];
}

function sessionItems({ sessions }: PracticeFacts, base: string, today: string): DueItem[] {
  return sessions
    .filter(({ on }) => on >= today && on <= addDays(today, sessionNoticeDays))
    .flatMap(({ id, title, on, meets }) =>
      meets.map(({ key, name }): DueItem => ({
        key: `session-touched:${id}:${key}`,
        kind: "session-touched",
        title,
        because: `It is planned for ${writtenDay(on)}, and meets ${name}. Choose another time, or say why not.`,
        href: `${base}/sessions/${id}`,
        dueOn: on,
      })),
    );
}

function awaitedItems({ awaited }: PracticeFacts, base: string): DueItem[] {
  return awaited.flatMap(({ id, tradition, name, variants }): DueItem[] => {
    const [likeliest] = variants;
    if (!likeliest || variants.some(({ status }) => status === "announced")) return [];
    return [
      {
        // Named after the year: a reckoning that moves by a day is the same wait.
        key: `announcement-awaited:${tradition}:${id}:${likeliest.date.slice(0, 4)}`,
        kind: "announcement-awaited",
        title: `Announcement awaited: ${name}`,
        because: `It is reckoned for ${writtenDay(likeliest.date)}. Record the day once it is announced.`,
        href: `${base}/sessions/local`,
        dueOn: likeliest.date,
      },
    ];
  });
}
