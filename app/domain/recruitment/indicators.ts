import type { Computed, Indicator } from "#app/domain/commitment/indicator.ts";
import { addMonths } from "#app/domain/dates/days.ts";
import type { RoundFigures } from "./figures.ts";
import type { PublicBenchmark } from "./public-benchmark.ts";
import { caveatOf, type PublicFinding } from "./public-finding.ts";
import {
  notRecordedFinding,
  representationFinding,
  retentionFinding,
  stepFinding,
} from "./public-findings.ts";
import { combinedShare } from "./combined-share.ts";
import type { Round, Stage } from "./round.ts";

/**
 * What recruitment indicators are worked out from. Only figures released for the public: a reading goes into the public
 * record, where a figure of the counts themselves would be a second way to them.
 */
export interface RecruitmentData {
  readonly rounds: readonly IndicatorRound[];
}
export interface IndicatorRound {
  readonly body: Round["body"];
  readonly closedOn: string | null;
  /** Stages at which people were counted by ethnic group. */
  readonly stages: readonly Stage[];
  /** Null until the round's figures are released. */
  readonly released: { readonly figures: RoundFigures; readonly benchmark: PublicBenchmark | null } | null;
}

type ReleasedRound = IndicatorRound & { readonly released: NonNullable<IndicatorRound["released"]> };

const none = (caveat: string): Computed => ({ value: null, numerator: null, denominator: null, caveat });
/** Before anything is worked out: whether a round's figures are rounded or exact is said with each reading. */
const PROTECTED = "Made from published figures alone, where small counts are not shown.";
const NOT_YET = "Needs a closed round whose figures have been released.";

const closedBy = (rounds: readonly IndicatorRound[], today: string) =>
  rounds.filter(({ closedOn }) => closedOn !== null && closedOn <= today);

/** The round closed last by today whose figures are released. */
function latest({ rounds }: RecruitmentData, today: string): ReleasedRound | undefined {
  return closedBy(rounds, today)
    .filter((round): round is ReleasedRound => round.released !== null)
    .sort((a, b) => (a.closedOn! < b.closedOn! ? 1 : -1))[0];
}

function computed({ value, numerator, denominator, interval, sentence, caveat }: PublicFinding): Computed {
  const known = { value, numerator, denominator, caveat: value === null ? sentence : caveat };
  return interval ? { ...known, interval } : known;
}

/** An indicator of the latest released round. */
function ofLatest(
  facts: Pick<Indicator<never>, "id" | "title" | "unit" | "direction">,
  stages: readonly Stage[],
  find: (round: ReleasedRound["released"]) => Computed,
): Indicator<RecruitmentData> {
  return {
    ...facts,
    room: "recruitment",
    caveat: `${PROTECTED} One round is seldom enough to tell a gap from chance.`,
    compute(data, today) {
      const round = latest(data, today);
      if (!round || stages.some((stage) => !round.released.figures.stages.includes(stage)))
        return none(NOT_YET);
      return find(round.released);
    },
  };
}

const representationGap = ofLatest(
  {
    id: "recruitment.representation-gap",
    title: "Gap between the people appointed and the people served",
    unit: "percentage points",
    direction: "down",
  },
  ["appointed"],
  ({ figures, benchmark }) => {
    if (!benchmark || benchmark.allOtherPercent === null)
      return none("Needs a benchmark whose share can be shown, such as the people served.");
    const expected = benchmark.allOtherPercent;
    const share = computed(representationFinding(figures, benchmark));
    if (share.value === null || !share.interval) return share;
    const { lower, upper, confidence } = share.interval;
    const gap = (percent: number) => Math.round(10 * (expected - percent)) / 10;
    return {
      ...share,
      value: gap(share.value),
      interval: { lower: gap(upper), upper: gap(lower), confidence },
      caveat: `Against ${benchmark.place} (${expected}%, ${benchmark.source}). ${caveatOf(figures)}`,
    };
  },
);

const likelihood = (id: string, title: string, from: Stage, to: Stage) =>
  ofLatest({ id, title, unit: "times as likely", direction: "up" }, [from, to], ({ figures }) =>
    computed(stepFinding(figures, from, to)),
  );

const stillThere = ofLatest(
  {
    id: "recruitment.retention-12-months",
    title: "Still there 12 months after being appointed",
    unit: "%",
    direction: "up",
  },
  ["appointed", "there_after_12_months"],
  ({ figures }) => computed(retentionFinding(figures, "there_after_12_months")),
);

const notRecorded = ofLatest(
  {
    id: "recruitment.not-recorded",
    title: "Applicants whose ethnic group was not recorded",
    unit: "%",
    direction: "down",
  },
  ["applied"],
  ({ figures }) => computed(notRecordedFinding(figures)),
);

/** Share of the people appointed, over the rounds of one body closed in the last three years: one team alone is too small. */
function bodyShare(id: string, title: string, body: Round["body"]): Indicator<RecruitmentData> {
  return {
    id,
    room: "recruitment",
    title,
    unit: "%",
    direction: "up",
    caveat: `Everyone appointed in rounds of the last three years. ${PROTECTED}`,
    compute({ rounds }, today) {
      const since = addMonths(today, -36);
      const figures = closedBy(rounds, today).flatMap((round) =>
        round.body === body && round.closedOn! > since && round.released?.figures.stages.includes("appointed")
          ? [round.released.figures]
          : [],
      );
      return figures.length === 0 ? none(NOT_YET) : combinedShare(figures);
    },
  };
}

const CHECKED_STAGES = ["applied", "shortlisted", "appointed"] as const;

const roundsChecked: Indicator<RecruitmentData> = {
  id: "recruitment.rounds-checked",
  room: "recruitment",
  title: "Rounds checked at every stage for unequal outcomes",
  unit: "%",
  direction: "up",
  caveat:
    "Closed rounds of the last three years with ethnic group counted at applied, shortlisted and appointed.",
  compute({ rounds }, today) {
    const since = addMonths(today, -36);
    const closed = closedBy(rounds, today).filter(({ closedOn }) => closedOn! > since);
    if (closed.length === 0) return none("Needs a round that has closed.");
    const checked = closed.filter(({ stages }) => CHECKED_STAGES.every((stage) => stages.includes(stage)));
    return {
      value: Math.round((1000 * checked.length) / closed.length) / 10,
      numerator: checked.length,
      denominator: closed.length,
      caveat: "Rounds are counted, not people.",
    };
  },
};

export const recruitmentIndicators: readonly Indicator<RecruitmentData>[] = [
  bodyShare(
    "recruitment.leading-team-share",
    "Leading team members from racialised communities",
    "leading_team",
  ),
  bodyShare("recruitment.group-share", "Group members from racialised communities", "coproduction_group"),
  roundsChecked,
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
