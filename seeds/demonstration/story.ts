import type { CommitmentInput } from "#app/domain/commitment/commitment-input.ts";
import type { MeasureInput } from "#app/domain/commitment/measure-input.ts";
import type { Status, UpdateKind } from "#app/domain/commitment/public.ts";
import type { OrganisationDetails } from "#app/domain/organisation/organisation.ts";

/**
 * The past of an invented organisation, told in steps. Days are counted back from today, so that the demonstration is
 * always about the last eighteen months. Names on the left (`pay`, `pay.days`) are the story's own, to refer back by.
 */
export type Story = {
  name: string;
  kind: OrganisationDetails["kind"];
  region: OrganisationDetails["region"];
  statement: string;
  people: { name: string; email: string; role: "owner" | "editor" | "reviewer" }[];
  steps: Step[];
};

type Days = number;

export type Step = { daysAgo: Days } & (
  | { adopt: string; promise: Omit<CommitmentInput, "startOn" | "dueOn"> & { starts: Days; due: Days } }
  | { revise: string; due?: Days; title?: string; what?: string; reason: string }
  | { status: string; to: Status; reason: string; since?: Days }
  | {
      measure: string;
      of: string;
      how: Pick<MeasureInput, "title" | "unit" | "direction">;
      from: [number, Days];
      to: [number, Days];
    }
  | { aim: string; at: [number, Days]; reason: string }
  | { read: string; value: number; of?: [number, number]; when?: Days; note?: string }
  | { milestone: string; of: string; title: string; due: Days }
  | { met: string }
  | { update: string; kind: UpdateKind; title: string; text: string; when?: Days; contentNote?: string }
  /** A file with words in it: invented organisations have no website to point to. */
  | {
      evidence: string;
      title: string;
      file: { name: string; text: (day: (daysAgo: Days) => string) => string };
    }
  | { publish: true }
);
