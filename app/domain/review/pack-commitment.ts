import { countOf, howOften } from "../counted.ts";
import { writtenDay } from "../dates/written-day.ts";
import { answersWords, reachWords } from "../journey/attestation.ts";
import type { CommitmentView } from "../journey/commitment-view.ts";
import type { MeasureView } from "../journey/measure-view.ts";
import { amount } from "../publishing/amount.ts";
import { statusWords } from "../publishing/differences-status.ts";
import { type AgendaItem, concernWords } from "./agenda.ts";
import type { PackBlock } from "./pack-block.ts";
import type { PackFund, PackReview } from "./pack-facts.ts";
import { fundTable } from "./pack-money.ts";
import { decidedWords } from "./review.ts";

type Beside = {
  /** Oldest first. */
  reviews: readonly PackReview[];
  funds: readonly PackFund[];
  agenda: readonly (AgendaItem & { isNew: boolean })[];
  /** No reviewer has accepted it as it stands. */
  undecided: boolean;
};

/** One commitment for the board: where it stands, charts and readings, what the people affected say, money, and what to decide. */
export function* commitmentBlocks(view: CommitmentView, beside: Beside): Generator<PackBlock> {
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
  yield { kind: "heading", level: 4, text: "How we know" };
  if (view.measures.length === 0) yield { kind: "paragraph", text: "Nothing is measured." };
  for (const measure of view.measures) yield* measureBlocks(measure);
  yield { kind: "heading", level: 4, text: "What the people affected say" };
  yield* disputes(view);
  yield { kind: "heading", level: 4, text: "Money" };
  yield* money(beside.funds);
  yield { kind: "heading", level: 4, text: "For the board" };
  yield* decisions(beside);
}

function* disputes({ attestations }: CommitmentView): Generator<PackBlock> {
  const items = attestations.map((attestation) =>
    [`Asked on ${writtenDay(attestation.on)}: ${answersWords(attestation)}`, reachWords(attestation)]
      .filter(Boolean)
      .join(". "),
  );
  if (items.length > 0) yield { kind: "list", items };
  else yield { kind: "paragraph", text: "They have not been asked." };
}

function* money(funds: readonly PackFund[]): Generator<PackBlock> {
  if (funds.length === 0) {
    yield { kind: "paragraph", text: "No money is named for this promise." };
    return;
  }
  yield fundTable(funds, "What this promise draws on");
  for (const { title, commitments, unspent } of funds) {
    const shared = commitments.length - 1;
    if (shared > 0)
      yield {
        kind: "paragraph",
        text: `${title} is for ${countOf(shared, "other promise")} too: the figures are of the whole fund.`,
      };
    if (unspent !== null) yield { kind: "paragraph", text: `${title}: ${unspent}` };
  }
}

function* decisions({ reviews, agenda, undecided }: Beside): Generator<PackBlock> {
  const items = [
    ...agenda.map(
      ({ concern, because, isNew }) =>
        `${concernWords[concern]}${isNew ? " (new since the last meeting)" : ""}: ${because}`,
    ),
    ...reviews.map(reviewWords),
  ];
  if (items.length > 0) yield { kind: "list", items };
  yield {
    kind: "paragraph",
    text: undecided
      ? `Decision asked for: accept it as it stands, return it, require an action, or send it to the whole board. ${whyUndecided(reviews)}`
      : "No decision is asked for: it is accepted exactly as it stands.",
  };
}

function whyUndecided(reviews: readonly PackReview[]): string {
  const latest = reviews.findLast(({ decision }) => decision !== "question");
  if (!latest) return "Nobody on the board has decided on it yet.";
  const on = writtenDay(latest.decidedOn);
  if (latest.decision === "accept") return `It was accepted on ${on} and has changed since.`;
  return `${decidedWords[latest.decision]} on ${on}; nobody has accepted it since.`;
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
function measureWords({ title, unit, readings, target, targets, baseline }: MeasureView): string {
  const latest = readings.findLast(({ value }) => value !== null);
  return [
    `${title}.`,
    latest ? `${amount(latest.value!, unit)} on ${writtenDay(latest.on)}.` : "No figure could be told.",
    baseline ? `It began at ${amount(baseline.value, unit)}.` : "",
    target ? `The target is ${amount(target.value, unit)} by ${writtenDay(target.by)}.` : "No target is set.",
    targets.length > 1 ? `The target was moved ${howOften(targets.length - 1)}.` : "",
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
