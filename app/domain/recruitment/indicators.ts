import type { Computed, Indicator } from "#app/domain/commitment/indicator.ts";
import type { Benchmark } from "./benchmark.ts";
import { relativeLikelihood } from "./likelihood.ts";
import { shareNotRecorded } from "./not-recorded.ts";
import { representation } from "./representation.ts";
import { retention } from "./retention.ts";
import type { Round, Stage } from "./round.ts";
import type { Selection } from "./selection.ts";

/** What recruitment indicators are worked out from. Figures are private: publish only what has passed `protect`. */
export interface RecruitmentData {
  readonly rounds: readonly Round[];
  readonly benchmark: Benchmark | null;
  /** The group the commitment is about, and the group it is compared with. */
  readonly group: Selection;
  readonly comparison: Selection;
}

const CONFIDENCE = 0.95;
const SMALL =
  "Hidden or rounded before it is published. One round is seldom enough to tell a gap from chance.";
const none = (caveat: string): Computed => ({ value: null, numerator: null, denominator: null, caveat });

/** The round closed last by today. */
function latest({ rounds }: RecruitmentData, today: string): Round | null {
  const closed = rounds.filter(({ closedOn }) => closedOn && closedOn <= today);
  return closed.reduce<Round | null>(
    (last, round) => (!last || (round.closedOn ?? "") > (last.closedOn ?? "") ? round : last),
    null,
  );
}

const representationGap: Indicator<RecruitmentData> = {
  id: "recruitment.representation-gap",
  room: "recruitment",
  title: "Gap between the people appointed and the people served",
  unit: "percentage points",
  direction: "down",
  caveat: SMALL,
  compute(data, today) {
    const round = latest(data, today);
    const counts = round?.counts.appointed;
    if (!counts || !data.benchmark)
      return none("Needs a closed round with people appointed, and a benchmark.");
    if (data.benchmark.scheme !== round.scheme) {
      return none("The round and the benchmark use different lists of ethnic groups; use one list for both.");
    }
    const { observed, outOf, benchmarkShare, interval, sentence } = representation(
      counts,
      data.benchmark,
      data.group,
    );
    if (!interval) return none(sentence);
    return {
      value: 100 * (benchmarkShare - interval.estimate),
      numerator: observed,
      denominator: outOf,
      interval: {
        lower: 100 * (benchmarkShare - interval.upper),
        upper: 100 * (benchmarkShare - interval.lower),
        confidence: CONFIDENCE,
      },
      caveat: sentence,
    };
  },
};

/** Likelihood of the group over that of the comparison: 1 is level, below 1 the group is less likely. */
function likelihood(id: string, title: string, from: Stage, to: Stage): Indicator<RecruitmentData> {
  return {
    id,
    room: "recruitment",
    title,
    unit: "times as likely",
    direction: "up",
    caveat: `${SMALL} 1 is level; above 1 the group is likelier than the comparison.`,
    compute(data, today) {
      const round = latest(data, today);
      const found = round && relativeLikelihood(round.counts, from, to, data.group, data.comparison);
      if (!found) return none("Needs a closed round with both stages counted.");
      if (!found.ratio || typeof found.ratio.estimate === "string") return none(found.sentence);
      const { estimate, lower, upper } = found.ratio;
      const figures = { value: estimate, numerator: found.first.moved, denominator: found.first.of };
      if (typeof upper === "string") return { ...figures, caveat: found.sentence };
      return { ...figures, interval: { lower, upper, confidence: CONFIDENCE }, caveat: found.sentence };
    },
  };
}

const stillThere: Indicator<RecruitmentData> = {
  id: "recruitment.retention-12-months",
  room: "recruitment",
  title: "Still there 12 months after being appointed",
  unit: "%",
  direction: "up",
  caveat: SMALL,
  compute(data, today) {
    const round = latest(data, today);
    const found = round && retention(round.counts, 12, data.group);
    if (!found?.interval) return none("Needs a closed round with people counted after 12 months.");
    const { estimate, lower, upper } = found.interval;
    return {
      value: 100 * estimate,
      numerator: found.stayed,
      denominator: found.appointed,
      interval: { lower: 100 * lower, upper: 100 * upper, confidence: CONFIDENCE },
      caveat: found.sentence,
    };
  },
};

const notRecorded: Indicator<RecruitmentData> = {
  id: "recruitment.not-recorded",
  room: "recruitment",
  title: "Applicants whose ethnic group was not recorded",
  unit: "%",
  direction: "down",
  caveat: "People who prefer not to say are counted apart and are not in this figure.",
  compute(data, today) {
    const counts = latest(data, today)?.counts.applied;
    const found = counts && shareNotRecorded(counts);
    if (!found?.interval) return none("Needs a closed round with applicants counted.");
    const { estimate, lower, upper } = found.interval;
    return {
      value: 100 * estimate,
      numerator: found.notRecorded,
      denominator: found.all,
      interval: { lower: 100 * lower, upper: 100 * upper, confidence: CONFIDENCE },
      caveat: `${found.preferNotToSay} more preferred not to say.`,
    };
  },
};

export const recruitmentIndicators: readonly Indicator<RecruitmentData>[] = [
  representationGap,
  likelihood(
    "recruitment.likelihood-shortlisting",
    "Relative likelihood of being shortlisted",
    "applied",
    "shortlisted",
  ),
  likelihood(
    "recruitment.likelihood-appointment",
    "Relative likelihood of being appointed",
    "shortlisted",
    "appointed",
  ),
  stillThere,
  notRecorded,
];
