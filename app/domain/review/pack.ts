import type { Fund } from "../remuneration/fund.ts";
import { writtenDay } from "../dates/written-day.ts";
import { answersWords } from "../journey/attestation.ts";
import type { CommitmentView } from "../journey/commitment-view.ts";
import type { Journey } from "../journey/journey.ts";
import type { MeasureView } from "../journey/measure-view.ts";
import { formatPence } from "../money/format.ts";
import { amount } from "../publishing/amount.ts";
import { statusWords } from "../publishing/differences-status.ts";
import { type AgendaItem, concernWords } from "./agenda.ts";
import { type Decision, decidedWords } from "./review.ts";

/** A part of a pack. Every form (HTML, PDF, DOCX) draws the same parts in the same order. */
export type PackBlock =
  | { kind: "heading"; level: 1 | 2 | 3; text: string }
  | { kind: "paragraph"; text: string }
  | { kind: "list"; items: string[] }
  | { kind: "table"; caption: string; header: string[]; rows: string[][] }
  | { kind: "chart"; title: string; alt: string; measure: MeasureView };

export type PackReview = {
  commitmentId: string;
  decision: Decision;
  text: string;
  decidedOn: string;
  actionBy: string | null;
  answer: { text: string; answeredOn: string } | null;
};

export type PackFund = Pick<Fund, "title" | "endsOn"> & { held: number; spent: number; committed: number };

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

const mostPressing = 12;
const mostMoments = 60;

export function packTitle({ journey }: Pack): string {
  return `Board pack: ${journey.organisation.name}`;
}

/** The pack as parts, one at a time, so that two hundred commitments need no more memory than one. */
export function* packBlocks(pack: Pack): Generator<PackBlock> {
  yield { kind: "heading", level: 1, text: packTitle(pack) };
  yield {
    kind: "paragraph",
    text: `Made on ${writtenDay(pack.madeOn)} from the public record ${pack.checkpoint.origin} as it stood at ${pack.checkpoint.size} entries, signed root ${pack.checkpoint.root}. Anybody can check it against that record.`,
  };
  yield* summary(pack);
  yield* sinceLastTime(pack);
  yield* asked(pack);
  yield { kind: "heading", level: 2, text: "Each commitment" };
  const reviews = groupReviews(pack.reviews);
  for (const commitment of pack.journey.commitments)
    yield* commitmentBlocks(commitment, reviews.get(commitment.id) ?? []);
  yield* money(pack);
}

function* summary({ journey, agenda }: Pack): Generator<PackBlock> {
  const { figures } = journey;
  yield { kind: "heading", level: 2, text: "Summary" };
  yield {
    kind: "list",
    items: [
      `${figures.promised} promised.`,
      `${figures.done} done by our own account: people affected agree on ${figures.agreed}, dispute ${figures.disputed}, and were not heard on ${figures.unheard}.`,
      `${figures.targetsLowered} targets lowered, ${figures.targetsRaised} raised; ${figures.datesMovedLater} dates moved later, ${figures.datesMovedEarlier} earlier.`,
      `${figures.overdue} overdue, ${figures.stalled} stalled, ${figures.dropped} dropped, ${figures.triedWithoutSuccess} tried without success.`,
    ],
  };
  yield { kind: "heading", level: 3, text: "What needs your eye first" };
  if (agenda.length === 0) yield { kind: "paragraph", text: "Nothing today." };
  else yield { kind: "list", items: agenda.slice(0, mostPressing).map(agendaWords) };
  if (agenda.length > mostPressing)
    yield { kind: "paragraph", text: `${agenda.length - mostPressing} more are in the board view.` };
}

function agendaWords({ concern, title, because }: AgendaItem): string {
  return `${concernWords[concern]}: ${title}. ${because}`;
}

function* sinceLastTime({ journey, lastMeetingOn, agenda }: Pack): Generator<PackBlock> {
  yield { kind: "heading", level: 2, text: "Since last time" };
  if (lastMeetingOn === null) {
    yield { kind: "paragraph", text: "No earlier meeting is recorded, so everything is new." };
    return;
  }
  const recorded = journey.timeline.filter(({ recordedOn }) => recordedOn >= lastMeetingOn);
  const added = agenda.filter(({ isNew }) => isNew).length;
  yield {
    kind: "paragraph",
    text: `Since the meeting on ${writtenDay(lastMeetingOn)}: ${recorded.length} published entries, and ${added} new points for the board.`,
  };
  if (recorded.length === 0) return;
  yield {
    kind: "table",
    caption: `Published since ${writtenDay(lastMeetingOn)}${recorded.length > mostMoments ? `, the latest ${mostMoments}` : ""}`,
    header: ["Day", "What", "About"],
    rows: recorded.slice(0, mostMoments).map(({ on, word, title }) => [writtenDay(on), word, title]),
  };
}

function* asked({ journey, undecided, agenda }: Pack): Generator<PackBlock> {
  yield { kind: "heading", level: 2, text: "Decisions asked for" };
  const waiting = new Set(undecided);
  const titles = journey.commitments.filter(({ id }) => waiting.has(id)).map(({ title }) => title);
  const items = [
    ...agenda.filter(({ concern }) => concern === "action-overdue").map(agendaWords),
    ...titles.map((title) => `${title}: accept as it stands, return, require an action, or escalate.`),
  ];
  if (items.length > 0) yield { kind: "list", items };
  else yield { kind: "paragraph", text: "None: every commitment is accepted as it stands." };
}

function* commitmentBlocks(view: CommitmentView, reviews: readonly PackReview[]): Generator<PackBlock> {
  const { standing } = view;
  yield { kind: "heading", level: 3, text: view.title };
  yield { kind: "paragraph", text: view.what };
  const late = standing.overdueDays > 0 ? ` It is ${standing.overdueDays} days overdue.` : "";
  const moved =
    view.firstDueOn === view.dueOn ? "" : ` It was first promised for ${writtenDay(view.firstDueOn)}.`;
  yield {
    kind: "paragraph",
    text: `${statusWords[standing.status]} since ${writtenDay(standing.since)}. Due on ${writtenDay(view.dueOn)}.${late}${moved} Answers for it: ${view.answerable}. ${standing.reason ?? ""}`.trim(),
  };
  for (const measure of view.measures) yield* measureBlocks(measure);
  const disputes = view.attestations.map(
    (attestation) => `People affected, ${writtenDay(attestation.on)}: ${answersWords(attestation)}`,
  );
  if (disputes.length > 0) yield { kind: "list", items: disputes };
  const decided = reviews.map(reviewWords);
  if (decided.length > 0) yield { kind: "list", items: decided };
}

function* measureBlocks(measure: MeasureView): Generator<PackBlock> {
  const { title, unit, readings } = measure;
  if (readings.length === 0) {
    yield { kind: "paragraph", text: `${title}: no readings yet.` };
    return;
  }
  yield { kind: "chart", title, alt: measureWords(measure), measure };
  yield {
    kind: "table",
    caption: `${title}: readings`,
    header: ["Day", "Figure", "Of", "Note"],
    rows: readings.map(({ on, value, numerator, denominator, note, caveat }) => [
      writtenDay(on),
      value === null ? "Could not be told" : amount(value, unit),
      typeof numerator === "number" && typeof denominator === "number"
        ? `${numerator} of ${denominator}`
        : "–",
      shortened([note, caveat].filter(Boolean).join(" ")) || "–",
    ]),
  };
}

/** A cell of a printed table cannot run over a page. */
function shortened(text: string): string {
  return text.length > 300 ? `${text.slice(0, 280).trimEnd()}… (shortened)` : text;
}

/** The chart in words: what a reader who cannot see it should know. */
export function measureWords({ title, unit, readings, target, targets, baseline }: MeasureView): string {
  const latest = readings.findLast(({ value }) => value !== null);
  return [
    `${title}.`,
    latest ? `${amount(latest.value!, unit)} on ${writtenDay(latest.on)}.` : "No figure could be told.",
    baseline ? `It began at ${amount(baseline.value, unit)}.` : "",
    target ? `The target is ${amount(target.value, unit)} by ${writtenDay(target.by)}.` : "No target is set.",
    targets.length > 1 ? `The target was moved ${targets.length - 1} times.` : "",
  ]
    .filter(Boolean)
    .join(" ");
}

function reviewWords({ decision, text, decidedOn, actionBy, answer }: PackReview): string {
  const owed = actionBy ? ` Owed by ${writtenDay(actionBy)}.` : "";
  const told = answer
    ? ` Answered on ${writtenDay(answer.answeredOn)}: ${answer.text}`
    : actionBy
      ? " Not answered yet."
      : "";
  return `${decidedWords[decision]} on ${writtenDay(decidedOn)}: ${text}${owed}${told}`;
}

function* money({ funds }: Pack): Generator<PackBlock> {
  yield { kind: "heading", level: 2, text: "Money" };
  if (funds.length === 0) {
    yield { kind: "paragraph", text: "No fund for taking part is recorded." };
    return;
  }
  yield {
    kind: "table",
    caption: "Funds for taking part",
    header: ["Fund", "Ends", "Held", "Paid", "Promised", "Left"],
    rows: funds.map(({ title, endsOn, held, spent, committed }) => [
      title,
      writtenDay(endsOn),
      ...[held, spent, committed, held - spent - committed].map(formatPence),
    ]),
  };
}

function groupReviews(reviews: readonly PackReview[]): Map<string, PackReview[]> {
  const groups = new Map<string, PackReview[]>();
  for (const review of reviews)
    groups.set(review.commitmentId, [...(groups.get(review.commitmentId) ?? []), review]);
  return groups;
}
