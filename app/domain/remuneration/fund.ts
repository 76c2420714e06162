import { z } from "zod";
import { formatPence } from "../money/format.ts";
import { Refusal } from "../refusal.ts";

/** Where the money comes from. Seed money pays people before a bid is written (report, pages 48 and 52). */
export const fundKinds = ["ring-fenced", "project", "seed", "grant"] as const;

/** What money may be spent on. One line pays for one of these and nothing else. */
export const linePurposes = [
  "participant-time",
  "preparation-and-debrief",
  "access-and-support",
  "travel",
  "childcare",
  "interpreters",
  "facilitation",
  "facilitator-training",
  "food",
] as const;
export type LinePurpose = (typeof linePurposes)[number];

const pence = z.int("Give the amount in whole pence.").min(0, "An amount cannot be below £0.");
const day = z.iso.date("Give the date as year-month-day, such as 2026-03-31.");

export const Fund = z
  .object({
    id: z.uuid(),
    title: z.string().trim().min(1, "Name the fund.").max(120),
    kind: z.enum(fundKinds),
    source: z.string().trim().min(1, "Say who gave the money.").max(200),
    restrictions: z.string().trim().max(2000),
    startsOn: day,
    endsOn: day,
    amountPence: pence,
    /** Brought in from an earlier period, on top of the amount. */
    carriedOverPence: pence,
  })
  .refine((fund) => fund.endsOn >= fund.startsOn, {
    path: ["endsOn"],
    message: "The fund cannot end before it starts.",
  });
export type Fund = z.infer<typeof Fund>;

export const Line = z.object({
  id: z.uuid(),
  fundId: z.uuid(),
  purpose: z.enum(linePurposes),
  title: z.string().trim().min(1, "Name the line.").max(120),
  amountPence: pence,
});
export type Line = z.infer<typeof Line>;

/** Money moved between lines, or (null) from or to what the fund has not given to a line. A recorded decision, never an edit. */
export const Move = z
  .object({
    id: z.uuid(),
    fromLine: z.uuid().nullable(),
    toLine: z.uuid().nullable(),
    amountPence: pence.min(1, "Move at least one penny."),
    reason: z
      .string()
      .trim()
      .min(10, "Say why in a sentence: the money was promised for something else.")
      .max(2000),
    decidedOn: day,
  })
  .refine((move) => move.fromLine !== move.toLine, {
    path: ["toLine"],
    message: "Choose two different lines.",
  });
export type Move = z.infer<typeof Move>;

/** Leave to spend more than a line holds, up to an amount over, with the reason. */
export type Overspend = { lineId: string; overByPence: number; reason: string; decidedOn: string };

/**
 * @param held what the fund holds; @param inLines what its lines hold together, moves included
 * @throws Refusal when the lines together promise more than the fund has
 */
export function requireLinesWithinFund(held: number, inLines: number): void {
  if (inLines > held)
    throw Refusal.invalid({
      amountPence: [
        held < 0
          ? `${formatPence(-held)} more than that has gone on to a later fund already. Give a larger amount.`
          : `The lines add up to ${formatPence(inLines)}, and the fund holds ${formatPence(held)}. Make a line smaller or the fund larger.`,
      ],
    });
}
