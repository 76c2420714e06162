import type { CountTable } from "#app/domain/disclosure/table.ts";
import { FIVE_GROUPS, NO_GROUP } from "./category.ts";
import { rollUp, SCHEMES } from "./schemes.ts";
import { STAGES, type Round } from "./round.ts";

/**
 * A round as one table for `protect`: each group and, where the scheme allows, each of the five, at each stage. A stage
 * holds the people of the next stage, so those who did not go on are cells of their own (`applied~|…`): they are there to
 * be protected from subtraction too, and need not be shown.
 *
 * When every group is too fine to publish (`protect` holds the table), ask for the five; throws RangeError where the
 * scheme has none. Choose once for each series: it keeps its shape.
 */
export function roundTable(
  series: string,
  asOf: string,
  round: Pick<Round, "scheme" | "counts">,
  detail: "every-group" | "five-groups" = "every-group",
): CountTable {
  const five = detail === "five-groups";
  const byStage = five ? inFiveGroups(round) : round.counts;
  const categories = five ? [] : SCHEMES[round.scheme].categories;
  const rollsUp = categories.every((category) => category.five);
  const stages = STAGES.filter((stage) => byStage[stage]);
  const counts: CountTable["counts"] = {};
  const relations: CountTable["relations"] = [];
  const leaves = [...categories.map(({ id }) => id), ...Object.keys(NO_GROUP)];
  if (rollsUp) leaves.push(...FIVE_GROUPS.map((five) => `five:${five}`));

  const add = (level: string, peopleOf: (id: string) => number) => {
    for (const id of leaves) counts[`${level}|${id}`] = peopleOf(id);
    const sum = (total: string, ids: readonly string[]) => {
      counts[`${level}|${total}`] = ids.reduce((people, id) => people + (counts[`${level}|${id}`] ?? 0), 0);
      relations.push({ total: `${level}|${total}`, parts: ids.map((id) => `${level}|${id}`) });
    };
    const groups = rollsUp ? FIVE_GROUPS.map((five) => `group:${five}`) : categories.map(({ id }) => id);
    if (rollsUp) {
      for (const five of FIVE_GROUPS) {
        const members = categories.filter((category) => category.five === five).map(({ id }) => id);
        sum(`group:${five}`, [...members, `five:${five}`]);
      }
    }
    sum("all", [...groups, ...Object.keys(NO_GROUP)]);
  };

  for (const [index, stage] of stages.entries()) {
    const here = byStage[stage] ?? {};
    add(stage, (id) => here[id] ?? 0);
    const next = stages[index + 1];
    if (!next) continue;
    const there = byStage[next] ?? {};
    add(`${stage}~`, (id) => (here[id] ?? 0) - (there[id] ?? 0));
    for (const id of [...leaves, "all", ...(rollsUp ? FIVE_GROUPS.map((five) => `group:${five}`) : [])]) {
      relations.push({ total: `${stage}|${id}`, parts: [`${next}|${id}`, `${stage}~|${id}`] });
    }
  }
  return { series, asOf, counts, relations };
}

/** The same people with only their group of the five kept. */
function inFiveGroups({ scheme, counts }: Pick<Round, "scheme" | "counts">): Round["counts"] {
  const roll = (people: Record<string, number>) => ({
    ...Object.fromEntries(
      Object.entries(rollUp(SCHEMES[scheme], people)).map(([id, n]) => [`five:${id}`, n]),
    ),
    ...Object.fromEntries(Object.keys(NO_GROUP).map((id) => [id, people[id] ?? 0])),
  });
  const rolled = STAGES.map((stage) => [stage, counts[stage] && roll(counts[stage])]);
  return Object.fromEntries(rolled) as Round["counts"];
}
