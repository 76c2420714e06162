import { CommitmentContent, EvidenceContent, MilestoneContent, subjectOf } from "../commitment/public.ts";
import { commentsIn, type CommentsShown } from "../feedback/comment.ts";
import { DecisionContent } from "../review/public.ts";
import type { RecordState, Version } from "../record/state.ts";
import { AttestationContent, agreementOf } from "./attestation.ts";
import { byText, contentOf, currentOf, groupBy } from "./content.ts";
import { measuresByCommitment, type MeasureView } from "./measure-view.ts";
import { standingOf, type Standing } from "./standing.ts";

export type MilestoneView = MilestoneContent & { id: string; index: number };
export type EvidenceView = EvidenceContent & { id: string; index: number; on: string };
export type AttestationView = AttestationContent & { index: number; on: string; comments: CommentsShown };

export type DecisionView = DecisionContent & {
  index: number;
  /** Owed by a day that has passed, and not answered: told from today, whoever publishes what. */
  overdue: boolean;
};

export type CommitmentView = CommitmentContent & {
  id: string;
  /** Entry that holds the promise as it stands. */
  index: number;
  /** As first promised, so that a moved date stays visible. */
  firstDueOn: string;
  standing: Standing;
  /** Status versions, oldest first. */
  statuses: readonly Version[];
  measures: MeasureView[];
  /** By due date. */
  milestones: MilestoneView[];
  /** Newest first. */
  evidence: EvidenceView[];
  /** What people affected answered, oldest first. */
  attestations: AttestationView[];
  /** What the board decided and is told of, oldest first. */
  decisions: DecisionView[];
};

/** Every promise in the record as it stands, in the order in which they were made. */
export function commitmentViews(state: RecordState, today: string): CommitmentView[] {
  const measures = measuresByCommitment(state);
  const parts = partsByCommitment(state);
  return currentOf(state, "commitment", CommitmentContent).map(({ id, content, latest, versions }) => {
    const statuses = state.subjects.get(subjectOf.status(id)) ?? [];
    const attestations = parts.attestations.get(id) ?? [];
    const first = contentOf(versions[0]!, CommitmentContent);
    return {
      ...content,
      id,
      index: latest.index,
      firstDueOn: first?.dueOn ?? content.dueOn,
      standing: standingOf(content, statuses, agreementOf(verdictIn(attestations)), today),
      statuses,
      measures: measures.get(id) ?? [],
      milestones: parts.milestones.get(id) ?? [],
      evidence: parts.evidence.get(id) ?? [],
      attestations,
      decisions: (parts.decisions.get(id) ?? []).map((decision) => ({
        ...decision,
        overdue: decision.actionBy !== null && decision.answeredOn === null && decision.actionBy < today,
      })),
    };
  });
}

/** The last round that enough people answered: asking again does not wash an earlier verdict away. */
export function verdictIn<Round extends AttestationContent>(rounds: readonly Round[]): Round | undefined {
  return rounds.findLast(({ answers }) => answers !== null) ?? rounds.at(-1);
}

function partsByCommitment(state: RecordState) {
  const owner = (part: { commitment: string }) => part.commitment;
  const milestones = currentOf(state, "milestone", MilestoneContent)
    .map(({ id, content, latest }): MilestoneView => ({ ...content, id, index: latest.index }))
    .sort(byText(({ dueOn }) => dueOn));
  const evidence = currentOf(state, "evidence", EvidenceContent)
    .map(({ id, content, latest }): EvidenceView => ({
      ...content,
      id,
      index: latest.index,
      on: latest.effectiveOn,
    }))
    .sort(byText(({ on }) => on))
    .reverse();
  const commentsOf = commentsIn(state);
  const attestations = currentOf(state, "attestation", AttestationContent)
    .map(({ id, content, latest }): AttestationView => ({
      ...content,
      comments: commentsOf(id),
      index: latest.index,
      on: latest.effectiveOn,
    }))
    .sort(byText(({ on }) => on));
  const decisions = currentOf(state, "decision", DecisionContent)
    .map(({ content, latest }) => ({ ...content, index: latest.index }))
    .sort(byText(({ decidedOn }) => decidedOn));
  return {
    decisions: groupBy(decisions, owner),
    milestones: groupBy(milestones, owner),
    evidence: groupBy(evidence, owner),
    attestations: groupBy(attestations, owner),
  };
}
