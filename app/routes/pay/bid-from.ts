import type { z } from "zod";
import type { Bid } from "#app/domain/remuneration/bid.ts";
import type { BidInput } from "#app/domain/remuneration/plan-inputs.ts";

/** The bid that a form describes: what was left empty is unknown, or nothing. */
export function bidFrom(input: z.output<typeof BidInput>): Omit<Bid, "id"> {
  return {
    title: input.title,
    funder: input.funder,
    amountPence: input.amountPence,
    stage: input.stage,
    questionFixedOn: input.questionFixedOn ?? null,
    submittedOn: input.submittedOn ?? null,
    coProductionPence: input.coProductionPence ?? 0,
    trainingPence: input.trainingPence ?? 0,
    whatChanged: input.whatChanged,
  };
}
