import { z } from "zod";
import { day, optionalWords, words } from "../commitment/fields.ts";
import { pounds } from "../money/pounds.ts";
import { activities, choices, type Offer, timings } from "./offer.ts";
import { activityNames } from "./words.ts";
import { personalSign } from "./looks-like-person.ts";
import { MOST_PENCE_PER_HOUR, wagePlaces } from "./rate.ts";

type Activity = (typeof activities)[number];

const minutes = (activity: Activity) => {
  const name = activityNames[activity];
  return z
    .int(`${name}: give whole minutes, such as 90.`)
    .min(0, `${name}: minutes cannot be below 0.`)
    .max(60 * 24 * 14, `${name}: that is more than two weeks. Give minutes, such as 90.`)
    .optional();
};
const rate = (activity: Activity) =>
  pounds(
    `Give the rate an hour for ${activityNames[activity].toLowerCase()}. 0 says that this time is not paid.`,
    0,
    MOST_PENCE_PER_HOUR,
  ).optional();
const when = z.enum(timings, "Say when.");

/** One person's offer as a form sends it: a row of minutes and a rate for each kind of time. */
export const OfferInput = z
  .object({
    lineId: z.uuid("Choose the budget line that pays."),
    bidId: z.uuid("Choose a bid from the list.").optional(),
    reference: words("Give a reference that stands for the person, such as P-014.", 40).refine(
      (value) => !value.includes("@"),
      "Use a reference, not an e-mail address: this table should not name people.",
    ),
    role: words("Say in which role the person takes part.", 120),
    community: optionalWords(120),
    place: z.enum(wagePlaces, "Say where the work takes place."),
    offeredOn: day("Give the day of the offer."),
    heldOn: day("Give the day the person takes part."),
    meetingMinutes: minutes("meeting"),
    meetingRate: rate("meeting"),
    preparationMinutes: minutes("preparation"),
    preparationRate: rate("preparation"),
    debriefMinutes: minutes("debrief"),
    debriefRate: rate("debrief"),
    travelMinutes: minutes("travel"),
    travelRate: rate("travel"),
    recoveryMinutes: minutes("recovery"),
    recoveryRate: rate("recovery"),
    expensesPence: pounds("Give the expenses, or 0.").optional(),
    expensesTiming: when,
    lowIncome: z.boolean().default(false),
    timing: when,
    promisedBy: day("Say by which day the money will have arrived."),
    adviceOffered: z.boolean().default(false),
    /** Somebody has looked: the reference only looks like a name. */
    namesNobody: z.boolean().default(false),
  })
  .check(({ value, issues }) => {
    const wrong = (path: string, message: string) =>
      issues.push({ code: "custom", path: [path], message, input: value });
    const sign = value.namesNobody ? undefined : personalSign(value.reference);
    if (sign && !value.reference.includes("@")) wrong("reference", sign);
    for (const activity of activities)
      if (value[`${activity}Minutes`] && value[`${activity}Rate`] === undefined)
        wrong(
          `${activity}Rate`,
          `Give the rate an hour for ${activityNames[activity].toLowerCase()}. 0 says that it is not paid, and shows in the checks.`,
        );
    if (!activities.some((activity) => value[`${activity}Minutes`]))
      wrong("meetingMinutes", "Say what time is asked for, in minutes.");
    if (value.promisedBy < value.offeredOn)
      wrong("promisedBy", "The money cannot be promised for a day before the offer.");
  });

/** The offer that a form describes; nothing is chosen yet, because the choice is the person's. */
export function offerFrom(input: z.output<typeof OfferInput>): Omit<Offer, "id"> {
  return {
    lineId: input.lineId,
    reference: input.reference,
    role: input.role,
    community: input.community,
    place: input.place,
    offeredOn: input.offeredOn,
    heldOn: input.heldOn,
    time: activities.flatMap((activity) => {
      const length = input[`${activity}Minutes`];
      return length ? [{ activity, minutes: length, ratePence: input[`${activity}Rate`] ?? 0 }] : [];
    }),
    expensesPence: input.expensesPence ?? 0,
    expensesTiming: input.expensesTiming,
    lowIncome: input.lowIncome,
    timing: input.timing,
    promisedBy: input.promisedBy,
    adviceOffered: input.adviceOffered,
    choice: null,
    agreedFeePence: null,
  };
}

/** What the person chose, typed by them or by a member on their word. */
export const ChoiceInput = z
  .object({
    choice: z.enum(choices, "Choose how you would like it."),
    agreedFeePence: pounds("Say how much.").optional(),
    timing: z.enum(timings).optional(),
  })
  .refine(({ choice, agreedFeePence }) => choice !== "less" || agreedFeePence !== undefined, {
    path: ["agreedFeePence"],
    message: "Say how much you would like instead.",
  });
