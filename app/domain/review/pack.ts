import { countOf } from "../counted.ts";
import { writtenDay } from "../dates/written-day.ts";
import { byConcern, type Concern, concernQuestions, concernWords } from "./agenda.ts";
import { commitmentBlocks } from "./pack-commitment.ts";
import type { PackBlock } from "./pack-block.ts";
import type { Pack } from "./pack-facts.ts";
import { fundTable } from "./pack-money.ts";
import { summaryBlocks } from "./pack-summary.ts";

export type { PackBlock } from "./pack-block.ts";

export type { Pack, PackFund, PackReview } from "./pack-facts.ts";

const mostMoments = 60;

export function packTitle({ journey }: Pick<Pack, "journey">): string {
  return `Board pack: ${journey.organisation.name}`;
}

/** The pack as parts, one at a time, so that two hundred commitments need no more memory than one. */
export function* packBlocks(pack: Pack): Generator<PackBlock> {
  yield* summaryBlocks(pack, packTitle(pack));
  yield* wholeAgenda(pack);
  yield* sinceLastTime(pack);
  yield* asked(pack);
  yield* commitments(pack);
  yield* money(pack);
}

/** The first page alone. */
export function packSummary(pack: Pack): PackBlock[] {
  return [...summaryBlocks(pack, packTitle(pack))];
}

function* wholeAgenda({ agenda, lastMeetingOn }: Pack): Generator<PackBlock> {
  yield { kind: "heading", level: 2, text: "Agenda", newPage: true };
  if (agenda.length === 0) {
    yield { kind: "paragraph", text: "Nothing asks for the board today." };
    return;
  }
  yield {
    kind: "paragraph",
    text: "What needs the board’s eye and why, most pressing first. Points that came up since the last meeting say so.",
  };
  for (const { concern, items } of byConcern(agenda)) {
    yield { kind: "heading", level: 3, text: concernWords[concern] };
    yield { kind: "paragraph", text: `To ask: ${concernQuestions[concern]}` };
    yield {
      kind: "list",
      items: items.map(
        ({ title, because, isNew }) =>
          `${title}. ${because}${lastMeetingOn !== null && isNew ? " New since the last meeting." : ""}`,
      ),
    };
  }
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
    text: `Since the meeting on ${writtenDay(lastMeetingOn)}: ${countOf(recorded.length, "published entry", "published entries")}, and ${countOf(added, "new point")} for the board.`,
  };
  if (recorded.length === 0) return;
  yield {
    kind: "table",
    caption: `Published since ${writtenDay(lastMeetingOn)}${recorded.length > mostMoments ? `, the latest ${mostMoments}` : ""}`,
    header: ["Day it happened", "What", "About"],
    rows: recorded.slice(0, mostMoments).map(({ on, word, title }) => [writtenDay(on), word, title]),
  };
}

const asksToDecide: ReadonlySet<Concern> = new Set(["escalated", "action-overdue"]);

function* asked({ journey, undecided, agenda }: Pack): Generator<PackBlock> {
  yield { kind: "heading", level: 2, text: "Decisions asked for" };
  const waiting = new Set(undecided);
  const titles = journey.commitments.filter(({ id }) => waiting.has(id)).map(({ title }) => title);
  const pressing = agenda.filter(({ concern }) => asksToDecide.has(concern));
  if (pressing.length + titles.length === 0) {
    yield { kind: "paragraph", text: "None: every commitment is accepted as it stands." };
    return;
  }
  if (pressing.length > 0)
    yield {
      kind: "list",
      items: pressing.map(({ concern, title, because }) => `${concernWords[concern]}: ${title}. ${because}`),
    };
  if (titles.length === 0) return;
  yield {
    kind: "paragraph",
    text: "Each of these can be accepted as it stands, returned, given an action with a day, or sent to the whole board. The reasons stand with each commitment below.",
  };
  yield { kind: "list", items: titles };
}

function* commitments(pack: Pack): Generator<PackBlock> {
  yield { kind: "heading", level: 2, text: "Each commitment", newPage: true };
  const reviews = byCommitment(pack.reviews, ({ commitmentId }) => [commitmentId]);
  const funds = byCommitment(pack.funds, (fund) => fund.commitments);
  const agenda = byCommitment(pack.agenda, ({ commitmentId }) => (commitmentId ? [commitmentId] : []));
  const undecided = new Set(pack.undecided);
  for (const commitment of pack.journey.commitments) {
    const { id } = commitment;
    yield* commitmentBlocks(commitment, {
      reviews: reviews.get(id) ?? [],
      funds: funds.get(id) ?? [],
      agenda: agenda.get(id) ?? [],
      undecided: undecided.has(id),
    });
  }
}

function* money({ funds }: Pack): Generator<PackBlock> {
  yield { kind: "heading", level: 2, text: "Money" };
  if (funds.length === 0) {
    yield { kind: "paragraph", text: "No fund for taking part is recorded." };
    return;
  }
  yield fundTable(funds, "Funds for taking part");
}

function byCommitment<Item>(
  items: readonly Item[],
  idsOf: (item: Item) => readonly string[],
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items)
    for (const id of idsOf(item)) {
      const group = groups.get(id);
      if (group) group.push(item);
      else groups.set(id, [item]);
    }
  return groups;
}
