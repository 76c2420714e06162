import type { Computed, Indicator } from "../commitment/indicator.ts";
import { countOf } from "../counted.ts";
import { wilson } from "../statistics/wilson.ts";
import { countExplained } from "./explanation.ts";
import { median } from "./median.ts";
import { daysUntilTold, firstTold } from "./until-told.ts";
import { viewLoop, type LoopFacts } from "./view.ts";

/** `imported`: a spreadsheet brought it, with days that nobody here saw. */
type Kept = LoopFacts & { imported?: boolean };

/** What the figures of this room are worked out from. */
export type FeedbackData = {
  loops: readonly Kept[];
  /** What came through the open door, refused ones apart: when it came, and when it was answered. */
  challenges: readonly { receivedOn: string; answeredOn: string | null }[];
  /** How many were refused on a ground. */
  refused: number;
};

const room = "feedback";

/** Fewest loops from which a share is worked out: below it, one loop would move the figure by more than a fifth. */
const fewest = 5;

/** Shares and times of the whole history; a reading on a date is what they come to on that date. */
export const indicators: readonly Indicator<FeedbackData>[] = [
  {
    id: "feedback.closed-in-time",
    room,
    title: "Loops reported back in the time promised",
    unit: "%",
    direction: "up",
    caveat: "Counts a loop as closed when people were told, whatever they say of the answer.",
    compute: ({ loops }, today) => {
      const { seen, leftOut } = seenHere(loops);
      // One whose time has not run out yet can still be either.
      const decided = seen.filter(
        (loop) => loop.reports.length > 0 || viewLoop(loop, today).due.answerBy < today,
      );
      return share(
        decided.filter((loop) => {
          const told = firstTold(loop);
          return told !== undefined && told <= viewLoop(loop, today).due.answerBy;
        }).length,
        decided.length,
        `Loops whose time has not run out are left out.${leftOut}`,
      );
    },
  },
  {
    id: "feedback.median-days",
    room,
    title: "Days until people were told, in the middle",
    unit: "days",
    direction: "down",
    caveat:
      "Calendar days. Loops that nobody was told about are left out, so this can look better than it is.",
    compute: ({ loops }) => {
      const { seen, leftOut } = seenHere(loops);
      const days = daysUntilTold(seen);
      const value = days.length < fewest ? null : median(days);
      const untold = seen.length - days.length;
      return {
        value,
        numerator: null,
        denominator: days.length,
        caveat: `${countOf(days.length, "loop")}; ${untold} more have not been reported back.${leftOut}`,
      };
    },
  },
  {
    id: "feedback.no-change-explained",
    room,
    title: "“We could not” with a real explanation",
    unit: "%",
    direction: "up",
    caveat:
      "An explanation that is blank, boilerplate or used before for something else is not counted; whether it convinces is not judged.",
    compute: ({ loops }) => {
      const explanations = loops.flatMap(({ answers }) => {
        const current = answers.at(-1)?.answer;
        return current?.kind === "we-could-not" ? [current.text] : [];
      });
      const explained = countExplained(explanations);
      return share(
        explained,
        explanations.length,
        "Of the loops answered “we could not”. The same text for several loops counts once.",
      );
    },
  },
  {
    id: "feedback.agreed",
    room,
    title: "People who say the answer reflects what they said",
    unit: "%",
    direction: "up",
    caveat: "Only people who were asked and answered. “Partly” does not count as yes.",
    compute: ({ loops }) => {
      const heard = loops.flatMap((loop) => (loop.heard.length >= 3 ? loop.heard : []));
      return share(
        heard.filter(({ reflects, earlier }) => reflects === "yes" && !earlier).length,
        heard.length,
        "Loops with fewer than 3 answers are left out.",
      );
    },
  },
  {
    id: "feedback.challenges-answered",
    room,
    title: "Questions and challenges through the open door that are answered",
    unit: "%",
    direction: "up",
    caveat: "What was refused, with its ground, is counted in public and left out here.",
    compute: ({ challenges, refused }) =>
      share(
        challenges.filter(({ answeredOn }) => answeredOn !== null).length,
        challenges.length,
        `All that came in and was not refused. Left out as refused: ${refused}.`,
      ),
  },
];

/** A past that a file tells is the organisation's word, and no measure of how it keeps its time. */
function seenHere(loops: readonly Kept[]) {
  const seen = loops.filter(({ imported }) => !imported);
  const brought = loops.length - seen.length;
  const leftOut =
    brought > 0
      ? ` ${countOf(brought, "loop that a spreadsheet brought is", "loops that a spreadsheet brought are")} left out: nobody here saw their days.`
      : "";
  return { seen, leftOut };
}

function share(numerator: number, denominator: number, caveat: string): Computed {
  if (denominator < fewest)
    return {
      value: null,
      numerator: null,
      denominator: null,
      caveat: `Too few to tell: fewer than ${fewest}.`,
    };
  const { lower, upper } = wilson({ x: numerator, n: denominator, conf: 0.95 });
  const percent = (part: number) => Math.round(part * 1000) / 10;
  return {
    value: percent(numerator / denominator),
    numerator,
    denominator,
    interval: { lower: percent(lower), upper: percent(upper), confidence: 0.95 },
    caveat,
  };
}
