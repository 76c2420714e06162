import { countOf } from "../counted.ts";
import { writtenDay } from "../dates/written-day.ts";
import { type AgendaItem, concernWords } from "./agenda.ts";
import type { PackBlock } from "./pack-block.ts";
import type { Pack } from "./pack-facts.ts";

/** What fits on a page of A4 in the type of the pack, with room to spare: lines of body text, and letters to a line. */
const linesOnPage = 44;
const lettersInLine = 78;
const lettersInTitleLine = 30;
const longestPoint = 320;

/** Title, where the pack comes from, the figures, and as many of the most pressing points as fit on one page. */
export function* summaryBlocks(pack: Pack, title: string): Generator<PackBlock> {
  const { figures } = pack.journey;
  const source = `Made on ${writtenDay(pack.madeOn)} from the public record ${pack.checkpoint.origin} as it stood at ${pack.checkpoint.size} entries, signed root ${pack.checkpoint.root}. Anybody can check it against that record. The agenda, the decisions and the money are the organisation’s own.`;
  const told = [
    `${figures.promised} promised.`,
    `${figures.done} done by our own account: people affected agree on ${figures.agreed}, dispute ${figures.disputed}, and were not heard on ${figures.unheard}.`,
    `${countOf(figures.targetsLowered, "target")} lowered, ${figures.targetsRaised} raised; ${countOf(figures.datesMovedLater, "date")} moved later, ${figures.datesMovedEarlier} earlier.`,
    `${figures.overdue} overdue, ${figures.stalled} stalled, ${figures.dropped} dropped, ${figures.triedWithoutSuccess} tried without success.`,
    ...nextWords(pack),
  ];
  yield { kind: "heading", level: 1, text: title };
  yield { kind: "paragraph", text: source };
  yield { kind: "heading", level: 2, text: "Summary" };
  yield { kind: "list", items: told };
  yield { kind: "heading", level: 3, text: "What needs your eye first" };
  if (pack.agenda.length === 0) {
    yield { kind: "paragraph", text: "Nothing today." };
    return;
  }
  // A title line is twice as tall; the headings and the sentence at the end take eight lines.
  const taken =
    2 * linesOf(title, lettersInTitleLine) +
    [source, ...told].reduce((sum, text) => sum + linesOf(text, lettersInLine), 0);
  const points = fitting(pack.agenda.map(pointWords), linesOnPage - 8 - taken);
  yield { kind: "list", items: points };
  const more = pack.agenda.length - points.length;
  if (more > 0)
    yield {
      kind: "paragraph",
      text: `${countOf(more, "more point is", "more points are")} on the agenda that follows.`,
    };
}

function nextWords({ undecided, agenda }: Pack): string[] {
  const pressing = agenda.filter(({ isNew }) => isNew).length;
  return [
    `${countOf(agenda.length, "point")} on the agenda, ${pressing} of them new; ${countOf(undecided.length, "commitment")} ${undecided.length === 1 ? "waits" : "wait"} for a decision.`,
  ];
}

function pointWords({ concern, title, because }: AgendaItem): string {
  const text = `${concernWords[concern]}: ${title}. ${because}`;
  return text.length > longestPoint ? `${text.slice(0, longestPoint - 20).trimEnd()}… (shortened)` : text;
}

/** The first points, as many as the lines hold; at least one. */
function fitting(points: readonly string[], lines: number): string[] {
  let left = lines;
  const found: string[] = [];
  for (const point of points) {
    left -= linesOf(point, lettersInLine) + 0.3;
    if (left < 0 && found.length > 0) break;
    found.push(point);
  }
  return found;
}

/** Letters outside Latin are wider and their lines are taller: they count three times. */
function linesOf(text: string, letters: number): number {
  let width = 0;
  for (const letter of text)
    width += letter.codePointAt(0)! >= 0x250 && !/[\u2000-\u206f]/.test(letter) ? 3 : 1;
  return Math.max(1, Math.ceil(width / letters));
}
