import type { Benchmark } from "./benchmark.ts";
import type { ListId } from "./benchmark-list.ts";
import { FIVE_GROUPS } from "./category.ts";
import { answerInSentence, characteristicName, choicesOf } from "./characteristics.ts";
import { funnel, widestStep } from "./funnel.ts";
import { bar, type FindingBar } from "./finding-bar.ts";
import { shareNotRecorded } from "./not-recorded.ts";
import { otherFindings } from "./other-findings.ts";
import { representation } from "./representation.ts";
import { retention } from "./retention.ts";
import { STAGES, type Round } from "./round.ts";
import { SCHEMES } from "./schemes.ts";
import {
  countSelection,
  fiveGroup,
  whiteAndAllOther,
  withoutInternational,
  type Selection,
} from "./selection.ts";
import { stageTitle, stageWords } from "./stage-words.ts";

/** Exact, for the organisation's own pages alone: what the public reads is made by `public-findings.ts`. */
export interface RoundFinding {
  readonly id: string;
  readonly title: string;
  /** Whole sentences, each a finding. */
  readonly sentences: readonly string[];
  readonly bars: readonly FindingBar[];
  /** Of a step: all other ethnic groups combined lose most ground here. */
  readonly isWidest?: boolean;
  readonly mark: { readonly label: string; readonly percent: number } | null;
}

/** Everything a round tells, in the order of the way through it. */
export function roundFindings(
  round: Round,
  benchmark: Benchmark | null,
  ofOther: Benchmark<ListId> | null = null,
): RoundFinding[] {
  return [
    ...representationFindings(round, benchmark),
    ...stepFindings(round),
    ...retentionFindings(round),
    ...otherFindings(round, ofOther),
    ...intersectionFindings(round),
    ...notRecordedFindings(round),
  ];
}

function representationFindings({ scheme, counts }: Round, benchmark: Benchmark | null): RoundFinding[] {
  const { allOther } = whiteAndAllOther(SCHEMES[scheme]);
  const stages = STAGES.filter((stage) => counts[stage]);
  const at = counts.appointed ? "appointed" : stages.at(-1);
  if (!at) return [];
  const groups = groupsOf(scheme);
  const fits = benchmark?.scheme === scheme ? benchmark : null;
  const sentences = fits
    ? [allOther, ...groups].map(
        (group) => `${stageTitle(at)}: ${representation(counts[at] ?? {}, fits, group).sentence}`,
      )
    : ["No benchmark uses this list of groups yet: add the people you serve to see who is missing."];
  const base = fits && countSelection({ ...fits.counts }, allOther);
  return [
    {
      id: "representation",
      title: "All other ethnic groups combined, at each stage",
      sentences: sentences.slice(0, 1),
      bars: stages.map((stage) => {
        const { x, n } = countSelection(counts[stage] ?? {}, allOther);
        return bar(stageTitle(stage), x, n);
      }),
      mark: fits && base && base.n > 0 ? { label: fits.place, percent: (100 * base.x) / base.n } : null,
    },
    {
      id: "groups",
      title: `Each group, ${stageWords(at)}`,
      sentences: fits ? sentences.slice(1) : [],
      bars: groups.map((group) => {
        const { x, n } = countSelection(counts[at] ?? {}, group);
        return bar(group.label, x, n);
      }),
      mark: null,
    },
  ];
}

function stepFindings({ scheme, counts, international }: Round): RoundFinding[] {
  const { white, allOther } = whiteAndAllOther(SCHEMES[scheme]);
  const steps = funnel(counts, white, allOther);
  const home = international && funnel(withoutInternational(counts, international), white, allOther);
  const widest = widestStep(steps);
  return steps.map((step, index) => {
    const { first, second, sentence } = step.comparison;
    const without = home?.[index];
    const indicator =
      step.from === "shortlisted" && step.to === "appointed"
        ? ["This is indicator 2 of the NHS Workforce Race Equality Standard."]
        : [];
    return {
      id: `step-${step.from}-${step.to}`,
      title: `From ${stageWords(step.from)} to ${stageWords(step.to)}`,
      sentences: [
        sentence,
        ...(without ? [`Without people recruited from abroad: ${without.comparison.sentence}`] : []),
        ...(step === widest
          ? ["Here all other ethnic groups combined lose most ground on White people."]
          : []),
        ...indicator,
      ],
      isWidest: step === widest,
      bars: [first, second].map(({ label, moved, of }) => bar(label, moved, of)),
      mark: null,
    };
  });
}

function retentionFindings({ scheme, counts }: Round): RoundFinding[] {
  const { white, allOther } = whiteAndAllOther(SCHEMES[scheme]);
  return ([6, 12] as const).flatMap((months) => {
    const found = [white, allOther, ...groupsOf(scheme).filter(({ label }) => label !== "White")].flatMap(
      (group) => {
        const one = retention(counts, months, group);
        return one ? [{ label: group.label, ...one }] : [];
      },
    );
    if (found.length === 0) return [];
    const telling = found.filter(
      ({ appointed, sameOneOrTwo }, index) => index < 2 || (appointed > 0 && sameOneOrTwo),
    );
    return [
      {
        id: `retention-${months}`,
        title: `Still there after ${months} months`,
        sentences: telling.map(({ sentence }) => sentence),
        bars: found.map(({ label, stayed, appointed }) => bar(label, stayed, appointed)),
        mark: null,
      },
    ];
  });
}

function intersectionFindings({ scheme, intersections, other }: Round): RoundFinding[] {
  if (!intersections || !other) return [];
  const stages = STAGES.filter((stage) => intersections[stage]);
  const name = characteristicName(other.characteristic).toLowerCase();
  return stages.slice(1).map((to, index) => {
    const from = stages[index]!;
    const bars = groupsOf(scheme).flatMap((group) =>
      choicesOf(other.characteristic).map(({ id, label }) => {
        const ids = group.ids.map((category) => `${category}|${id}`);
        const [x, n] = [to, from].map((stage) => sumOf(intersections[stage] ?? {}, ids));
        return bar(`${group.label}, ${answerInSentence(other.characteristic, label)}`, x!, n!);
      }),
    );
    return {
      id: `intersections-${to}`,
      title: `From ${stageWords(from)} to ${stageWords(to)}, by ethnic group and ${name}`,
      sentences: [
        "Few people stand behind most of these: look for a pattern over rounds before you conclude.",
      ],
      bars: bars.filter(({ n }) => n > 0),
      mark: null,
    };
  });
}

function notRecordedFindings({ counts }: Round): RoundFinding[] {
  const stages = STAGES.filter((stage) => counts[stage]);
  if (stages.length === 0) return [];
  const found = stages.map((stage) => ({ stage, ...shareNotRecorded(counts[stage] ?? {}) }));
  const first = found[0]!;
  return [
    {
      id: "not-recorded",
      title: "Ethnic group not recorded",
      sentences: [
        `${first.notRecorded} of ${first.all} people ${stageWords(first.stage)} have no ethnic group recorded, and ${first.preferNotToSay} preferred not to say. Neither is in the shares above; people who described it in their own words are.`,
      ],
      bars: found.map(({ stage, notRecorded, all }) => bar(stageTitle(stage), notRecorded, all)),
      mark: null,
    },
  ];
}

const GROUP_NAMES = {
  asian: "Asian",
  black: "Black",
  mixed: "Mixed",
  white: "White",
  other: "Other",
} as const;

/** The five groups where the scheme allows, otherwise its own. */
function groupsOf(scheme: Round["scheme"]): Selection[] {
  const { categories } = SCHEMES[scheme];
  return categories.every(({ five }) => five)
    ? FIVE_GROUPS.map((five) => fiveGroup(SCHEMES[scheme], five, GROUP_NAMES[five]))
    : categories.map(({ id, label }) => ({ label, ids: [id] }));
}

function sumOf(counts: Readonly<Record<string, number>>, ids: readonly string[]): number {
  return ids.reduce((total, id) => total + (counts[id] ?? 0), 0);
}
