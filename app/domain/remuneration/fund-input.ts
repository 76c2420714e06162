import { z } from "zod";
import { day, optionalWords, words } from "../commitment/fields.ts";
import { pounds } from "../money/pounds.ts";
import { fundKinds, linePurposes } from "./fund.ts";

/** The reason that a decision stays in the books with. */
const why = (ask: string) => z.string(ask).trim().min(10, ask).max(2000, "Use 2,000 characters or fewer.");

/** A fund as somebody writes it in a form. */
export const FundInput = z
  .object({
    title: words("Name the fund.", 120),
    kind: z.enum(fundKinds, "Say what kind of money it is."),
    source: words("Say who gave the money.", 200),
    restrictions: optionalWords(2000),
    startsOn: day("Give the day the fund begins."),
    endsOn: day("Give the day the fund ends."),
    amountPence: pounds("Give the amount."),
    carriedOverPence: pounds("Give the amount carried over, or 0.").optional(),
  })
  .refine((fund) => fund.endsOn >= fund.startsOn, {
    path: ["endsOn"],
    message: "The fund cannot end before it starts.",
  });

export const LineInput = z.object({
  purpose: z.enum(linePurposes, "Say what the line pays for."),
  title: words("Name the line.", 120),
  amountPence: pounds("Give the amount."),
});

/** An empty line stands for the part of the fund that no line holds. */
export const MoveInput = z
  .object({
    fromLine: z.uuid("Choose a line from the list.").optional(),
    toLine: z.uuid("Choose a line from the list.").optional(),
    amountPence: pounds("Give the amount to move.", 1),
    reason: why("Say why in a sentence: the money was promised for something else."),
    decidedOn: day("Give the day it was decided."),
  })
  .refine((move) => move.fromLine !== move.toLine, {
    path: ["toLine"],
    message: "Choose two different places.",
  });

/** Money that one fund hands on to another. */
export const CarryInput = z.object({
  toFund: z.uuid("Choose the fund that gets the money."),
  amountPence: pounds("Give the amount to carry over.", 1),
  reason: why("Say why in a sentence, such as who agreed that the money may be kept."),
  decidedOn: day("Give the day it was decided."),
});

export const OverspendInput = z.object({
  lineId: z.uuid("Choose a line from the list."),
  overByPence: pounds("Give the most it may go over.", 1),
  reason: why("Say why in a sentence: the line was given only so much."),
  decidedOn: day("Give the day it was decided."),
});
