import type { Journey } from "../journey/journey.ts";
import type { Fund } from "../remuneration/fund.ts";
import type { AgendaItem } from "./agenda.ts";
import type { Decision } from "./review.ts";

export type PackReview = {
  commitmentId: string;
  decision: Decision;
  text: string;
  decidedOn: string;
  actionBy: string | null;
  answer: { text: string; answeredOn: string } | null;
};

/** Amounts are whole pence. */
export type PackFund = Pick<Fund, "title" | "endsOn"> & {
  held: number;
  spent: number;
  committed: number;
  /** The promises that its money is for. */
  commitments: readonly string[];
  /** Why its spending is on the agenda; null when it is not. */
  unspent: string | null;
};

export type Pack = {
  journey: Journey;
  /** What the pack was made from: entries, and the signed root in base64. */
  checkpoint: { origin: string; size: number; root: string };
  madeOn: string;
  lastMeetingOn: string | null;
  agenda: readonly (AgendaItem & { isNew: boolean })[];
  /** Oldest first. */
  reviews: readonly PackReview[];
  /** Commitments that no reviewer has accepted as they stand. */
  undecided: readonly string[];
  funds: readonly PackFund[];
};
