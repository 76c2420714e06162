import type { z } from "zod";
import { AuditRoundContent } from "../audit/public.ts";
import { DecisionContent } from "../review/public.ts";
import { decisionDifferences } from "./differences-decision.ts";
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
import { PaySummary } from "../remuneration/public.ts";
import { AttestationContent } from "../journey/attestation.ts";
import { CommentContent } from "../feedback/comment.ts";
import { ClockPromiseContent, LoopContent, OpenDoorContent } from "../feedback/public.ts";
import { RecruitmentRoundContent } from "../recruitment/public.ts";
import { SessionContent } from "../session/public.ts";
import { HandoutContent } from "../handout/handout.ts";
import { PersonaContent } from "../persona/public.ts";
import type { Difference } from "./difference.ts";
import { auditRoundDifferences } from "./differences-audit-round.ts";
import { attestationDifferences } from "./differences-attestation.ts";
import { commitmentDifferences } from "./differences-commitment.ts";
import { evidenceDifferences } from "./differences-evidence.ts";
import {
  clockPromiseDifferences,
  commentDifferences,
  loopDifferences,
  openDoorDifferences,
} from "./differences-feedback.ts";
import { handoutDifferences } from "./differences-handout.ts";
import { measureDifferences } from "./differences-measure.ts";
import { milestoneDifferences } from "./differences-milestone.ts";
import { organisationDifferences } from "./differences-organisation.ts";
import { paySummaryDifferences } from "./differences-pay.ts";
import { personaDifferences } from "./differences-persona.ts";
import { readingDifferences } from "./differences-reading.ts";
import { recruitmentDifferences } from "./differences-recruitment.ts";
import { sessionDifferences } from "./differences-session.ts";
import { statusDifferences } from "./differences-status.ts";
import { updateDifferences } from "./differences-update.ts";

export type { Difference } from "./difference.ts";

/** What the publishing desk must know about a kind of entry. Each room adds its kinds here; which of them can be withdrawn, `record/withdrawal.ts` says. */
export type Kind = {
  schema: z.ZodType;
  /** Compares two contents that both passed `schema`; empty when nothing a reader would notice differs. */
  differences: (before: never, after: never) => Difference[];
};

/** In the order in which they are recorded: whoever reads the log from its start meets a promise before what belongs to it. */
export const kinds: Record<string, Kind> = {
  organisation: { schema: OrganisationContent, differences: organisationDifferences },
  commitment: { schema: CommitmentContent, differences: commitmentDifferences },
  measure: { schema: MeasureContent, differences: measureDifferences },
  milestone: { schema: MilestoneContent, differences: milestoneDifferences },
  status: { schema: StatusContent, differences: statusDifferences },
  reading: { schema: ReadingContent, differences: readingDifferences },
  update: { schema: UpdateContent, differences: updateDifferences },
  evidence: { schema: EvidenceContent, differences: evidenceDifferences },
  "audit-round": { schema: AuditRoundContent, differences: auditRoundDifferences },
  decision: { schema: DecisionContent, differences: decisionDifferences },
  "pay-summary": { schema: PaySummary, differences: paySummaryDifferences },
  attestation: { schema: AttestationContent, differences: attestationDifferences },
  "clock-promise": { schema: ClockPromiseContent, differences: clockPromiseDifferences },
  loop: { schema: LoopContent, differences: loopDifferences },
  comment: { schema: CommentContent, differences: commentDifferences },
  challenge: { schema: OpenDoorContent, differences: openDoorDifferences },
  "recruitment-round": { schema: RecruitmentRoundContent, differences: recruitmentDifferences },
  session: { schema: SessionContent, differences: sessionDifferences },
  handout: { schema: HandoutContent, differences: handoutDifferences },
  persona: { schema: PersonaContent, differences: personaDifferences },
};

/**
 * How two contents of one kind differ. Contents that no known rule can read (a kind from a newer version) do not differ:
 * their versions are still shown.
 */
export function differencesOf(kind: string, before: unknown, after: unknown): Difference[] {
  const rule = kinds[kind];
  if (!rule) return [];
  const was = rule.schema.safeParse(before);
  const now = rule.schema.safeParse(after);
  return was.success && now.success ? rule.differences(was.data as never, now.data as never) : [];
}
