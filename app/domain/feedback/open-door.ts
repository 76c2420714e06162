import { z } from "zod";
import { addDays } from "../dates/days.ts";
import { optionalWords, words } from "../commitment/fields.ts";
import { wordsUses } from "./said.ts";

export const askKinds = ["ask", "challenge", "protected"] as const;
export type AskKind = (typeof askKinds)[number];

/** Somebody asks or challenges, without a name. `commitment` when it is about one promise. */
export const AskInput = z.object({
  kind: z.enum(askKinds, "Choose what you want to do."),
  words: words("Write what you want to ask or say.", 4000),
  wordsUse: z.enum(wordsUses, "Say what may be published."),
  passphrase: z
    .string("Choose a passphrase. You need it to read the answer.")
    .min(8, "Choose a passphrase of 8 characters or more.")
    .max(200, "Use a passphrase of 200 characters or fewer."),
});
export type AskInput = z.input<typeof AskInput>;

/** How the writer of a protected challenge wants to be asked after 30, 90 and 180 days. */
export const reaches = ["come-back", "mail"] as const;

/** The address is used for the check-ins alone; see `db/sealed-address.server.ts`. */
export const ReachInput = z
  .object({
    reach: z.enum(reaches, "Say how we may ask you later.").default("come-back"),
    address: z
      .string()
      .trim()
      .toLowerCase()
      .refine(
        (text) => text === "" || z.email().safeParse(text).success,
        "Write one email address, such as name@example.org.",
      )
      .default(""),
  })
  .refine(({ reach, address }) => reach !== "mail" || address !== "", {
    path: ["address"],
    message: "Write the address that we may write to, or choose to come back yourself.",
  });

/**
 * The only grounds on which something may be refused. None of them is that it is unwelcome, rude about the organisation, or
 * hard to answer. Each refusal is counted in public under its ground.
 */
export const refusalGrounds = ["hate", "not-about-us", "personal-details", "spam", "threat"] as const;
export type RefusalGround = (typeof refusalGrounds)[number];

export const groundNames: Record<RefusalGround, string> = {
  hate: "Hateful towards a group of people",
  "not-about-us": "Not about this organisation at all",
  "personal-details": "Would identify a private person",
  spam: "Advertising or machine-made",
  threat: "Threatens somebody",
};

export const RefusalInput = z.object({
  ground: z.enum(refusalGrounds, "Choose the ground. There is none for being unwelcome."),
  /** The person who asked reads it. */
  note: words("Say to the person who asked why it was refused.", 1000).min(
    20,
    "Say in a sentence why it was refused. The person who asked reads it.",
  ),
});
export type RefusalInput = z.input<typeof RefusalInput>;

/** The board's answer to a protected challenge. */
export const BoardAnswerInput = z.object({ answer: words("Write the answer.", 4000) });

/** Days after a protected challenge on which its writer is asked whether anything happened to them for speaking. */
export const checkInDays = [30, 90, 180] as const;
export type CheckInDay = (typeof checkInDays)[number];

export const happenings = ["no", "yes", "rather-not-say"] as const;
export type Happening = (typeof happenings)[number];

export const CheckInInput = z.object({
  day: z.coerce.number().pipe(z.union(checkInDays.map((day) => z.literal(day)))),
  happened: z.enum(happenings, "Say whether anything happened to you for speaking."),
  words: optionalWords(2000),
});
export type CheckInInput = z.input<typeof CheckInInput>;

export type CheckIn = { day: CheckInDay; dueOn: string; state: "later" | "due" | "answered" };

/** Each check-in with where it stands today. One that was missed stays due: fear does not keep dates. */
export function checkInsOf(receivedOn: string, answered: ReadonlySet<number>, today: string): CheckIn[] {
  return checkInDays.map((day) => {
    const dueOn = addDays(receivedOn, day);
    return { day, dueOn, state: answered.has(day) ? "answered" : today >= dueOn ? "due" : "later" };
  });
}

/**
 * The check-in to ask for by mail today: the latest that is due, was not answered and not asked for yet. Days that nobody was
 * asked on are not made up for.
 * @param asked the last day that a message was sent for, 0 before any
 */
export function checkInToAsk(
  receivedOn: string,
  answered: ReadonlySet<number>,
  asked: number,
  today: string,
): CheckInDay | undefined {
  const due = checkInsOf(receivedOn, answered, today).findLast(({ dueOn }) => dueOn <= today);
  return due && due.state === "due" && due.day > asked ? due.day : undefined;
}

/** More seconds than this, and the form is sent anew: its words are kept. A machine could use an old form for ever. */
export const mostSeconds = 24 * 60 * 60;

/** Fewer seconds between opening the form and sending it than this, and no person filled it in. */
export const fewestSeconds = 4;
