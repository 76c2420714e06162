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
  .string("Describe this level in words.")
  .trim()
  .min(10, "Describe the level so that a reader can tell it from its neighbours.")
  .max(600, "Describe the level in 600 characters at most.");

/** What a plan, a page or one course is: never practice, whatever else a level says. */
const notPractice =
  /\b(trained once|training once|one-off (course|training|session)|(a|the|our) policy on paper|policy (exists|is written|has been written)|attended (a|one) (course|training|workshop))\b/i;

const practice = descriptor.refine(
  (text) => !notPractice.test(text),
  "“Trained once” or “a policy on paper” is not practice. Say what is done each time, and what changed because of it.",
);

const slug = z
  .string("Give an id in small letters, figures and hyphens.")
  .max(80, "An id has 80 characters at most.")
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Use small letters, figures and hyphens.");

const words = (what: string, most: number) =>
  z
    .string(`Give ${what} in words.`)
    .trim()
    .min(1, `Give ${what} in words.`)
    .max(most, `Give ${what} in ${most} characters at most.`);

export const Question = z.strictObject({
  id: slug,
  /** Recommendation of the framework that it audits; null for a question of one's own. */
  recommendation: words("the id of the recommendation, or null,", 120).nullable(),
  title: words("the title", 160),
  lookAt: words("what to look at", 1000),
  evidenceExpected: z
    .array(words("each kind of evidence", 300), "List the evidence expected.")
    .min(1, "Name at least one kind of evidence.")
    .max(20, "Name 20 kinds of evidence at most."),
  levels: z.strictObject(
    {
      "not-started": descriptor,
      talking: descriptor,
      trying: descriptor,
      practised: practice,
      owned: practice,
    },
    "Describe all five levels.",
  ),
});
export type Question = z.infer<typeof Question>;

/**
 * A versioned list of questions, as data. Refused whole when a level is missing, two are alike, an id stands twice or a field
 * is not known, so that a misspelt name is not lost in silence.
 */
export const Instrument = z
  .strictObject({
    id: slug,
    version: z
      .string("Give the version as text, such as “1.0”.")
      .trim()
      .regex(
        /^[0-9A-Za-z][0-9A-Za-z.+-]{0,19}$/,
        "Give a version such as 1.0: 20 letters, figures or points at most.",
      ),
    title: words("the title", 200),
    /** Null for an instrument that follows no framework. */
    framework: words("the id of the framework, or null,", 120).nullable(),
    questions: z
      .array(Question, "List the questions.")
      .min(1, "An instrument has at least one question.")
      .max(100, "An instrument has 100 questions at most."),
  })
  .superRefine((instrument, context) => {
    const seen = new Map<string, number>();
    instrument.questions.forEach((question, index) => {
      const first = seen.get(question.id);
      if (first !== undefined)
        context.addIssue({
          code: "custom",
          path: ["questions", index, "id"],
          message: `“${question.id}” stands twice: questions[${first}] has it too.`,
        });
      else seen.set(question.id, index);
      const said = levels.map((level) => question.levels[level].toLowerCase().replace(/\W+/g, " ").trim());
      if (new Set(said).size < levels.length)
        context.addIssue({
          code: "custom",
          path: ["questions", index, "levels"],
          message: "Two levels are described alike, so nobody can tell them apart.",
        });
    });
  });
export type Instrument = z.infer<typeof Instrument>;
