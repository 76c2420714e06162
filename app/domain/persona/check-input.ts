import { z } from "zod";
import { optionalWords } from "../commitment/fields.ts";
import { answers } from "./check.ts";

export const checkSubjects = ["recruitment-round", "session", "survey", "venue"] as const;
export type CheckSubject = (typeof checkSubjects)[number];

export const checkSubjectNames: Record<CheckSubject, string> = {
  "recruitment-round": "A recruitment round",
  session: "A session",
  survey: "A survey",
  venue: "A venue",
};

/** One tick arrives as a plain string, none as nothing. */
const ticked = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.uuid("Choose personas from the list.")).max(50, "Choose up to 50 personas."),
);

/** What is checked, against whom. */
export const CheckInput = z
  .object({
    subject: z.enum(checkSubjects, "Say what is checked."),
    subjectId: z.uuid().optional(),
    /** May be left out for a session or a round from the list, which has its own. */
    title: optionalWords(200),
    everyone: z.boolean().default(false),
    personas: ticked,
  })
  .refine((input) => input.title !== "" || input.subjectId !== undefined, {
    path: ["title"],
    message: "Name what is checked, or choose it from the list.",
  })
  .refine((input) => input.everyone || input.personas.length > 0, {
    path: ["personas"],
    message: "Choose at least one persona, or take the everyone check.",
  });
export type CheckInput = z.input<typeof CheckInput>;

/** What was found for each need. Met and partly met have to say how anybody can see it. */
export const CheckAnswers = z.object({
  answers: z
    .array(
      z.object({
        need: z.string().max(80),
        answer: z.enum(answers, "Choose an answer."),
        evidence: optionalWords(1000),
      }),
    )
    .max(300, "That is more needs than a check can have.")
    .check(({ value, issues }) =>
      value.forEach((each, i) => {
        if ((each.answer === "met" || each.answer === "partly") && each.evidence === "")
          issues.push({
            code: "custom",
            path: [i, "evidence"],
            message: "Say how one can see that it is met. Without that it counts as not known.",
            input: each.evidence,
          });
      }),
    ),
});
export type CheckAnswers = z.input<typeof CheckAnswers>;
