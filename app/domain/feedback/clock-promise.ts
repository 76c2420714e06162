import { z } from "zod";
import { optionalWords } from "../commitment/fields.ts";
import { jurisdictions } from "./bank-holidays.ts";

const workingDays = (ask: string) =>
  z.int(ask).min(1, ask).max(260, "Promise a year of working days (260) at most.");

/** The organisation's own promise about answering, in working days of its jurisdiction. */
export const ClockPromiseInput = z
  .object({
    acknowledgeWithin: workingDays("Say in how many working days you acknowledge."),
    answerWithin: workingDays("Say in how many working days you answer."),
    jurisdiction: z.enum(jurisdictions, "Choose whose bank holidays count."),
    reason: optionalWords(2000),
  })
  .refine((promise) => promise.acknowledgeWithin <= promise.answerWithin, {
    path: ["acknowledgeWithin"],
    message: "You cannot promise to acknowledge later than you answer.",
  });
export type ClockPromiseInput = z.input<typeof ClockPromiseInput>;

/** Where nobody promised anything yet, as many UK public bodies do. It is shown as the default, not as a promise. */
export const usualPromise = {
  acknowledgeWithin: 5,
  answerWithin: 30,
  jurisdiction: "england_wales",
} as const;

/** Why the clock is stopped. */
export const PauseInput = z.object({
  reason: z
    .string("Say why the clock stops. It is published.")
    .trim()
    .min(10, "Say in a sentence why the clock stops. It is published.")
    .max(500),
});
export type PauseInput = z.input<typeof PauseInput>;
