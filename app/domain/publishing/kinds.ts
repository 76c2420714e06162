import type { z } from "zod";
import {
  CommitmentContent,
  EvidenceContent,
  MeasureContent,
  MilestoneContent,
  OrganisationContent,
  ReadingContent,
  StatusContent,
  UpdateContent,
} from "../commitment/public.ts";

/** How two versions of a subject differ, as a sentence. `weakened` demands a reason before it can be published. */
export type Difference = {
  field: string;
  direction: "weakened" | "strengthened" | "changed";
  /** Plain values for the "was / now" box. */
  was: string;
  now: string;
};

/** What the publishing desk must know about a kind of entry. Each room adds its kinds here; nothing else lists them. */
export type Kind = {
  schema: z.ZodType;
  /** Compares two contents that both passed `schema`; empty when nothing a reader would notice differs. */
  differences: (before: never, after: never) => Difference[];
  /** Words that can be taken back (someone's story, evidence); a bare promise, target, status or reading cannot. */
  withdrawable: boolean;
};

const noDifferences = () => [];

export const kinds: Record<string, Kind> = {
  organisation: { schema: OrganisationContent, differences: noDifferences, withdrawable: false },
  commitment: { schema: CommitmentContent, differences: noDifferences, withdrawable: false },
  status: { schema: StatusContent, differences: noDifferences, withdrawable: false },
  measure: { schema: MeasureContent, differences: noDifferences, withdrawable: false },
  reading: { schema: ReadingContent, differences: noDifferences, withdrawable: false },
  milestone: { schema: MilestoneContent, differences: noDifferences, withdrawable: false },
  update: { schema: UpdateContent, differences: noDifferences, withdrawable: true },
  evidence: { schema: EvidenceContent, differences: noDifferences, withdrawable: true },
};
