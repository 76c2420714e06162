import { sentenceCase } from "../sentence-case.ts";
import {
  EvidenceContent,
  MilestoneContent,
  OrganisationContent,
  ReadingContent,
  StatusContent,
  UpdateContent,
  type UpdateKind,
} from "../commitment/public.ts";
import { amount } from "../publishing/amount.ts";
import { RecruitmentRoundContent } from "../recruitment/public.ts";
import { statusWords } from "../publishing/differences-status.ts";
import { updateWords } from "../publishing/differences-update.ts";
import { describeDecision } from "./describe-decision.ts";
import { describeAuditRound } from "./describe-audit-round.ts";
import { AttestationContent, answersWords, agreementOf } from "./attestation.ts";
import { contentOf } from "./content.ts";
import { describeClock, describeComment, describeLoop, describeOpenDoor } from "./describe-feedback.ts";
import { describeMeasure } from "./describe-measure.ts";
import { describeSession } from "./describe-session.ts";
import { statusMark, type Mark } from "./mark.ts";
import type { Description } from "./moment.ts";
import type { Move } from "./moves.ts";

/** What a describer may know besides the entry itself. */
export type Names = {
  /** How the organisation is called in a sentence. */
  organisation: string;
  measureTitle: (id: string) => string | undefined;
  measureUnit: (id: string) => string | undefined;
};

type Describe = (move: Move, names: Names) => Description | undefined;

/** How each kind of entry is told on a timeline. A room that publishes a kind adds its sentence here. */
const describers: Record<string, Describe> = {
  organisation: describeOrganisation,
  commitment: describeCommitment,
  measure: describeMeasure,
  status: describeStatus,
  milestone: describeMilestone,
  reading: describeReading,
  update: describeUpdate,
  evidence: describeEvidence,
  "recruitment-round": describeRecruitment,
  attestation: describeAttestation,
  loop: describeLoop,
  comment: describeComment,
  "clock-promise": describeClock,
  challenge: describeOpenDoor,
  session: describeSession,
  "audit-round": describeAuditRound,
  decision: describeDecision,
};

/** Entries of a kind that we do not know yet are shown all the same: nothing published disappears. */
export function describe(move: Move, names: Names): Description {
  const known = describers[move.version.kind]?.(move, names);
  if (known) return known;
  const title = move.version.body?.content.title;
  return {
    group: "other",
    mark: "promised",
    word: sentenceCase(move.version.kind.replaceAll("-", " ")),
    ...(typeof title === "string" ? { title } : {}),
  };
}

function describeOrganisation({ version, before }: Move): Description | undefined {
  const content = contentOf(version, OrganisationContent);
  return (
    content && {
      group: before ? "changes" : "promises",
      mark: before ? "target-moved" : "promised",
      word: before ? "Statement or details changed" : "Record opened",
      title: content.name,
    }
  );
}

function describeCommitment({ version, before, differences }: Move): Description {
  const what = version.body?.content.what;
  if (!before)
    return {
      group: "promises",
      mark: "promised",
      word: "Promised",
      ...(typeof what === "string" ? { text: what } : {}),
    };
  const due = differences.find((difference) => difference.field === "Due");
  const word = !due
    ? "Promise changed"
    : due.direction === "weakened"
      ? "Date moved later"
      : "Date moved earlier";
  return { group: "changes", mark: "target-moved", word };
}

function describeStatus({ version }: Move, names: Names): Description | undefined {
  const content = contentOf(version, StatusContent);
  if (!content) return undefined;
  const word = content.status === "done" ? `Done, says ${names.organisation}` : statusWords[content.status];
  return {
    group: content.status === "did-not-work" ? "setbacks" : "status",
    mark: statusMark(content.status, "not-asked"),
    word,
    text: content.reason,
  };
}

function describeMilestone({ version, before, differences }: Move): Description | undefined {
  const content = contentOf(version, MilestoneContent);
  if (!content) return undefined;
  const title = content.title;
  if (content.dropped) return { group: "changes", mark: "dropped", word: "Milestone given up", title };
  const moved = differences.some((difference) => difference.field === "Due");
  if (moved) return { group: "changes", mark: "target-moved", word: "Milestone moved", title };
  if (content.metOn) return { group: "status", mark: "milestone", word: "Milestone reached", title };
  return before
    ? { group: "changes", mark: "target-moved", word: "Milestone changed", title }
    : { group: "promises", mark: "promised", word: "Milestone set", title };
}

function describeReading({ version, before }: Move, names: Names): Description | undefined {
  const content = contentOf(version, ReadingContent);
  if (!content) return undefined;
  const { value, numerator, denominator, measure, caveat, note } = content;
  const counts =
    typeof numerator === "number" && typeof denominator === "number"
      ? ` (${numerator} of ${denominator})`
      : "";
  const figure =
    value === null
      ? "The figure could not be told"
      : amount(value, names.measureUnit(measure) ?? "") + counts;
  return {
    group: "figures",
    mark: before ? "target-moved" : "progress",
    word: before ? "Figure corrected" : "Figure",
    title: names.measureTitle(measure) ?? "A figure",
    text: [`${figure}.`, note, caveat].filter(Boolean).join(" "),
  };
}

const updateMarks: Record<UpdateKind, Mark> = {
  progress: "progress",
  setback: "setback",
  learning: "learning",
  "change-of-course": "course-changed",
};

function describeUpdate({ version }: Move): Description | undefined {
  const content = contentOf(version, UpdateContent);
  return (
    content && {
      group: content.kind === "setback" ? "setbacks" : "updates",
      mark: updateMarks[content.kind],
      word: updateWords[content.kind],
      title: content.title,
      text: content.text,
      ...(content.contentNote ? { contentNote: content.contentNote } : {}),
    }
  );
}

function describeEvidence({ version }: Move): Description | undefined {
  const content = contentOf(version, EvidenceContent);
  if (!content) return undefined;
  const href = content.file ? `/evidence/${content.file.sha256}` : content.url;
  return {
    group: "evidence",
    mark: "progress",
    word: "Evidence added",
    title: content.title,
    ...(href ? { link: { href, label: content.file ? content.file.name : content.title } } : {}),
  };
}

function describeRecruitment({ version, before }: Move): Description | undefined {
  const content = contentOf(version, RecruitmentRoundContent);
  return (
    content && {
      group: "figures",
      mark: before ? "target-moved" : "progress",
      word: before ? "Recruitment figures added or corrected" : "Recruitment figures",
      title: content.title,
      text: [content.findings[0]?.sentence, content.caveat].filter(Boolean).join(" "),
    }
  );
}

const attestationWords = {
  agreed: "People affected agree",
  disputed: "People affected do not agree",
  "too-few": "Too few answered to tell",
  "not-asked": "People affected were asked",
} as const;

function describeAttestation({ version }: Move): Description | undefined {
  const content = contentOf(version, AttestationContent);
  if (!content) return undefined;
  const agreement = agreementOf(content);
  return {
    group: "voices",
    mark: agreement === "agreed" || agreement === "disputed" ? agreement : "done-claimed",
    word: attestationWords[agreement],
    text: content.how,
    sides: [{ who: `People affected say (${content.invited} asked)`, says: answersWords(content) }],
  };
}
