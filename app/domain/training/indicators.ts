import { addMonths } from "../dates/days.ts";
import type { Computed, Indicator } from "../commitment/indicator.ts";
import { wilson } from "../statistics/wilson.ts";
import { currentTopics } from "./coverage.ts";
import type { Completion, Course, Facilitator } from "./training.ts";

/** What the room's figures are worked out from. */
export type TrainingFacts = {
  facilitators: readonly Facilitator[];
  courses: readonly Course[];
  completions: readonly Completion[];
  plans: readonly {
    project: string;
    bidId: string | null;
    plannedPence: number;
    spentPence: number;
    plannedBy: string;
  }[];
  /** Every bid on file, whether or not training is planned for it. */
  projects: readonly { id: string; title: string; trainingPence: number }[];
};

const nothing = (caveat: string): Computed => ({ value: null, numerator: null, denominator: null, caveat });

/** A share in percent with its interval; null when there is nothing to count. */
export function share(numerator: number, denominator: number, caveat: string, none: string): Computed {
  if (denominator === 0) return nothing(none);
  const { lower, upper } = wilson({ x: numerator, n: denominator, conf: 0.95 });
  return {
    value: Math.round((1000 * numerator) / denominator) / 10,
    numerator,
    denominator,
    interval: { lower: 100 * lower, upper: 100 * upper, confidence: 0.95 },
    caveat,
  };
}

const current: Indicator<TrainingFacts> = {
  id: "training.facilitators-current",
  room: "training",
  title: "Facilitators whose training is up to date",
  unit: "%",
  direction: "up",
  caveat:
    "A course completed and not yet out of date, on racism at least. It does not say what changed in practice.",
  compute({ facilitators, courses, completions }, today) {
    const here = facilitators.filter(({ leftOn }) => leftOn === null || leftOn > today);
    const trained = here.filter((one) => currentTopics(one, courses, completions, today).has("racism"));
    return share(
      trained.length,
      here.length,
      "Those who left are not counted.",
      "No facilitator is named yet.",
    );
  },
};

const budgeted: Indicator<TrainingFacts> = {
  id: "training.projects-budgeted",
  room: "training",
  title: "Projects with facilitator training in the budget",
  unit: "%",
  direction: "up",
  caveat:
    "Counts bids and the projects named in training plans: money in the bid for training, or in a plan. A project that nobody wrote down is not counted.",
  compute({ plans, projects }) {
    const nameOf = (project: string) => project.trim().toLowerCase();
    const byName = new Map(projects.map(({ id, title }) => [nameOf(title), id]));
    const keyOf = (plan: TrainingFacts["plans"][number]) =>
      plan.bidId ?? byName.get(nameOf(plan.project)) ?? nameOf(plan.project);
    const all = new Set([...projects.map(({ id }) => id), ...plans.map(keyOf)]);
    const paid = new Set([
      ...projects.filter(({ trainingPence }) => trainingPence > 0).map(({ id }) => id),
      ...plans.filter(({ plannedPence }) => plannedPence > 0).map(keyOf),
    ]);
    return share(paid.size, all.size, "A plan of £0 is no budget.", "No project is named yet.");
  },
};

const spend: Indicator<TrainingFacts> = {
  id: "training.spend-against-plan",
  room: "training",
  title: "Training money spent of what was planned by now",
  unit: "%",
  direction: "up",
  caveat: "Money spent says that training was paid for, not that it helped.",
  compute({ plans }, today) {
    const due = plans.filter(({ plannedBy }) => plannedBy <= today && plannedBy > addMonths(today, -12));
    const planned = due.reduce((sum, { plannedPence }) => sum + plannedPence, 0);
    const spent = due.reduce((sum, { spentPence }) => sum + spentPence, 0);
    if (planned === 0) return nothing("Nothing was planned for the last twelve months.");
    return {
      value: Math.round((1000 * spent) / planned) / 10,
      numerator: spent / 100,
      denominator: planned / 100,
      caveat: "Plans whose day fell in the last twelve months, in pounds.",
    };
  },
};

export const indicators = [budgeted, current, spend];
