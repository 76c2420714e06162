import { z } from "zod";

/** From nothing to shared ownership. "Trained once" or "a policy on paper" never reaches `practised`. */
export const levels = ["not-started", "talking", "trying", "practised", "owned"] as const;
export type Level = (typeof levels)[number];

export const levelWords: Record<Level, string> = {
  "not-started": "Not started",
  talking: "Talking",
  trying: "Trying",
  practised: "Practised",
  owned: "Owned with the people affected",
};

const descriptor = z
  .string()
  .trim()
  .min(10, "Describe the level so that a reader can tell it from its neighbours.")
  .max(600);

export const Question = z.object({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Use small letters, figures and hyphens."),
  /** Recommendation of a framework that it audits. */
  recommendation: z.string().min(1),
  title: z.string().trim().min(1).max(160),
  lookAt: z.string().trim().min(1).max(1000),
  evidenceExpected: z.array(z.string().trim().min(1).max(300)).min(1, "Name at least one kind of evidence."),
  levels: z.object({
    "not-started": descriptor,
    talking: descriptor,
    trying: descriptor,
    practised: descriptor,
    owned: descriptor,
  }),
});
export type Question = z.infer<typeof Question>;

/** A versioned list of questions, as data. Refused whole when a level is missing, two are alike or an id stands twice. */
export const Instrument = z
  .object({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Use small letters, figures and hyphens."),
    version: z.string().trim().min(1).max(20),
    title: z.string().trim().min(1).max(200),
    framework: z.string().min(1),
    questions: z.array(Question).min(1, "An instrument has at least one question.").max(100),
  })
  .superRefine((instrument, context) => {
    const seen = new Set<string>();
    instrument.questions.forEach((question, index) => {
      if (seen.has(question.id))
        context.addIssue({
          code: "custom",
          path: ["questions", index, "id"],
          message: `“${question.id}” stands twice.`,
        });
      seen.add(question.id);
      const words = levels.map((level) => question.levels[level].toLowerCase());
      if (new Set(words).size < levels.length)
        context.addIssue({
          code: "custom",
          path: ["questions", index, "levels"],
          message: "Two levels are described alike, so nobody can tell them apart.",
        });
    });
  });
export type Instrument = z.infer<typeof Instrument>;
