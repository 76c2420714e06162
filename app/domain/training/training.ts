import { z } from "zod";
import { addDays, addMonths } from "../dates/days.ts";

/** What facilitators learn to do. */
export const topics = [
  "racism",
  "microaggressions",
  "trauma-informed-practice",
  "holding-challenge",
  "allyship",
  "access",
] as const;
export type Topic = (typeof topics)[number];

const day = z.iso.date("Give the date as year-month-day, such as 2026-03-31.");

export const Facilitator = z.object({
  id: z.uuid(),
  /** A working name or a reference; ethnicity is never stored beside it. */
  label: z.string().trim().min(1, "Give a working name or a reference.").max(120),
  basis: z.enum(["internal", "external"]),
  recommendedBy: z.string().trim().max(200),
  /** Left, but the sessions they led keep them. */
  leftOn: day.nullable(),
});
export type Facilitator = z.infer<typeof Facilitator>;

export const Course = z.object({
  id: z.uuid(),
  title: z.string().trim().min(1, "Name the course.").max(160),
  provider: z.string().trim().min(1, "Say who gives it.").max(160),
  topics: z.array(z.enum(topics)).min(1, "Say what it covers."),
  hours: z.number().positive("Give the length in hours.").max(500),
  costPence: z.int().min(0, "A cost cannot be below £0."),
  designedBy: z.string().trim().min(1, "Say who designed it.").max(300),
  /** Were people with lived experience part of the design, and paid for it? */
  livedExperiencePaid: z.enum(["yes", "no", "not-known"]),
  /** Months until it should be refreshed. */
  validMonths: z.int().min(1).max(60),
});
export type Course = z.infer<typeof Course>;

export const Completion = z.object({
  id: z.uuid(),
  facilitatorId: z.uuid(),
  courseId: z.uuid(),
  completedOn: day,
  evidence: z.string().trim().max(500),
  /** What changed in practice, asked after 3 and 12 months; empty until somebody answers. */
  changes: z.array(
    z.object({
      askedFor: z.enum(["3-months", "12-months"]),
      text: z.string().trim().min(1).max(2000),
      on: day,
    }),
  ),
});
export type Completion = z.infer<typeof Completion>;

/** The last day on which the training counts. */
export function expiresOn(
  completion: Pick<Completion, "completedOn">,
  course: Pick<Course, "validMonths">,
): string {
  return addDays(addMonths(completion.completedOn, course.validMonths), -1);
}

/** Training is a beginning: each record is asked what changed after 3 and after 12 months. Lists what is asked for by `today`. */
export function promptsDue(
  completion: Completion,
  today: string,
): { askedFor: "3-months" | "12-months"; since: string }[] {
  return (
    [
      ["3-months", 3],
      ["12-months", 12],
    ] as const
  )
    .map(([askedFor, months]) => ({ askedFor, since: addMonths(completion.completedOn, months) }))
    .filter((prompt) => prompt.since <= today)
    .filter((prompt) => !completion.changes.some((change) => change.askedFor === prompt.askedFor));
}

export type DuePrompt = {
  completionId: string;
  facilitatorId: string;
  courseId: string;
  askedFor: "3-months" | "12-months";
  /** The day from which it is asked. */
  dueOn: string;
};

/** Every prompt of an organisation that is due and unanswered, oldest first; of those who left nobody is asked. */
export function listPrompts(
  facilitators: readonly Pick<Facilitator, "id" | "leftOn">[],
  completions: readonly Completion[],
  today: string,
): DuePrompt[] {
  const here = new Set(facilitators.filter(({ leftOn }) => !leftOn || leftOn > today).map(({ id }) => id));
  return completions
    .filter(({ facilitatorId }) => here.has(facilitatorId))
    .flatMap((completion) =>
      promptsDue(completion, today).map(({ askedFor, since }) => ({
        completionId: completion.id,
        facilitatorId: completion.facilitatorId,
        courseId: completion.courseId,
        askedFor,
        dueOn: since,
      })),
    )
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn) || a.completionId.localeCompare(b.completionId));
}
