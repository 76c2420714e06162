import { addMonths } from "../dates/days.ts";
import { type Completion, type Course, expiresOn, type Facilitator, type Topic, topics } from "./training.ts";

export type TopicCoverage = { topic: Topic; current: number; of: number };

/** Topics in which a facilitator's training is in date on a day. */
export function currentTopics(
  facilitator: Pick<Facilitator, "id">,
  courses: readonly Course[],
  completions: readonly Completion[],
  on: string,
): Set<Topic> {
  const byId = new Map(courses.map((course) => [course.id, course]));
  const current = new Set<Topic>();
  for (const completion of completions) {
    const course = byId.get(completion.courseId);
    if (!course || completion.facilitatorId !== facilitator.id || completion.completedOn > on) continue;
    if (expiresOn(completion, course) >= on) course.topics.forEach((topic) => current.add(topic));
  }
  return current;
}

/** The last day on which what a facilitator had completed by `on` covers a topic, or undefined when nothing did. */
export function lastDayIn(
  topic: Topic,
  facilitator: Pick<Facilitator, "id">,
  courses: readonly Course[],
  completions: readonly Completion[],
  on: string,
): string | undefined {
  const byId = new Map(courses.map((course) => [course.id, course]));
  return completions
    .filter((each) => each.facilitatorId === facilitator.id && each.completedOn <= on)
    .flatMap((each) => {
      const course = byId.get(each.courseId);
      return course?.topics.includes(topic) ? [expiresOn(each, course)] : [];
    })
    .sort()
    .at(-1);
}

/** How many of those still here are in date, topic by topic. */
export function coverageOn(
  facilitators: readonly Facilitator[],
  courses: readonly Course[],
  completions: readonly Completion[],
  on: string,
): TopicCoverage[] {
  const here = facilitators.filter((each) => each.leftOn === null || each.leftOn > on);
  const current = here.map((each) => currentTopics(each, courses, completions, on));
  return topics.map((topic) => ({
    topic,
    current: current.filter((set) => set.has(topic)).length,
    of: here.length,
  }));
}

/** Coverage month by month if nobody trains again: when it would fall, and so when to book. */
export function projectCoverage(
  facilitators: readonly Facilitator[],
  courses: readonly Course[],
  completions: readonly Completion[],
  from: string,
  months: number,
): { on: string; coverage: TopicCoverage[] }[] {
  return Array.from({ length: months + 1 }, (_, month) => {
    const on = addMonths(from, month);
    return { on, coverage: coverageOn(facilitators, courses, completions, on) };
  });
}

export type Lapse = { facilitatorId: string; courseId: string; on: string };

/** What runs out between two days (inclusive) and has not been renewed by then, soonest first. */
export function lapses(
  courses: readonly Course[],
  completions: readonly Completion[],
  from: string,
  to: string,
): Lapse[] {
  const byId = new Map(courses.map((course) => [course.id, course]));
  const latest = new Map<string, Lapse>();
  for (const completion of completions) {
    const course = byId.get(completion.courseId);
    if (!course) continue;
    const key = `${completion.facilitatorId} ${completion.courseId}`;
    const on = expiresOn(completion, course);
    if ((latest.get(key)?.on ?? "") < on)
      latest.set(key, { facilitatorId: completion.facilitatorId, courseId: completion.courseId, on });
  }
  return [...latest.values()]
    .filter((lapse) => lapse.on >= from && lapse.on <= to)
    .sort((a, b) => a.on.localeCompare(b.on));
}
