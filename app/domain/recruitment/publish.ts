import { z } from "zod";
import type { CountTable } from "#app/domain/disclosure/table.ts";
import { FIVE_GROUPS, NO_GROUP } from "./category.ts";
import { choicesOf } from "./characteristics.ts";
import { rollUp, SCHEMES } from "./schemes.ts";
import { isWhite } from "./selection.ts";
import { STAGES, type Round } from "./round.ts";

/** How finely figures are cut: by each group of the scheme, or by the five that they add up to. */
export const Detail = z.enum(["every-group", "five-groups"]);
export type Detail = z.infer<typeof Detail>;

/** How finely the table crosses ethnic group with the other characteristic, finest first. */
export const CROSSINGS = ["five-groups", "none"] as const;
export type Crossing = (typeof CROSSINGS)[number];
type Counted = Pick<Round, "scheme" | "counts" | "other" | "intersections">;

/** The coarsest list that the scheme allows: fine groups of a small round are nearly all hidden. */
export function usualDetail(scheme: Round["scheme"]): Detail {
  return SCHEMES[scheme].categories.every(({ five }) => five) ? "five-groups" : "every-group";
}

/** The lists that a scheme can be released by, coarsest first: five groups only where it rolls up to them. */
export function detailsOf(scheme: Round["scheme"]): Detail[] {
  return usualDetail(scheme) === "five-groups" ? ["five-groups", "every-group"] : ["every-group"];
}

/**
 * A round as one table for `protect`: at each stage its groups, White and all others combined, those whose group is known,
 * everyone; the other characteristic (`other:woman`); and the two crossed (`group:black|woman`). A stage holds the people
 * of the next stage, so those who did not go on are cells of their own (`applied~|…`): they are there to be protected from
 * subtraction too, and need not be shown.
 *
 * Not in it: people recruited from abroad, who are for the organisation alone. Throws RangeError for five groups where the
 * scheme has none. Choose once for each series: it keeps its shape.
 */
export function roundTable(
  series: string,
  asOf: string,
  round: Counted,
  detail: Detail = usualDetail(round.scheme),
  crossing: Crossing = "none",
): CountTable {
  const { groups, groupOf } = groupsOf(round.scheme, detail);
  const answers = round.other ? choicesOf(round.other.characteristic).map(({ id }) => id) : [];
  const crossed = round.intersections === null || detail === "every-group" ? "none" : crossing;
  const stages = STAGES.filter((stage) => round.counts[stage]);
  const counts: CountTable["counts"] = {};
  const relations: CountTable["relations"] = [];

  /** Adds the cells of one level from the counts of its finest cells, and every sum that binds them. */
  const add = (level: string, peopleOf: (id: string) => number) => {
    const at = (id: string) => `${level}|${id}`;
    const sum = (total: string, parts: readonly string[]) => {
      counts[at(total)] = parts.reduce((people, id) => people + (counts[at(id)] ?? 0), 0);
      relations.push({ total: at(total), parts: parts.map(at) });
    };
    const rows = [...groups.map(({ id }) => id), ...Object.keys(NO_GROUP)];
    if (crossed === "five-groups") {
      for (const row of rows) {
        for (const answer of answers) counts[at(`${row}|${answer}`)] = peopleOf(`${row}|${answer}`);
        const parts = answers.map((answer) => `${row}|${answer}`);
        sum(row, parts);
      }
      for (const answer of answers) {
        const parts = rows.map((row) => `${row}|${answer}`);
        sum(`other:${answer}`, parts);
      }
    } else {
      for (const row of rows) counts[at(row)] = peopleOf(row);
      for (const answer of answers) counts[at(`other:${answer}`)] = peopleOf(`other:${answer}`);
    }
    for (const { id, parts } of groupOf) sum(id, parts);
    sum("known", ["group:white", "group:all_other", "self_described"]);
    sum("all", ["known", "prefer_not_to_say", "not_recorded"]);
    if (answers.length > 0)
      sum(
        "all",
        answers.map((answer) => `other:${answer}`),
      );
  };

  const finest = new Map(stages.map((stage) => [stage, finestCounts(round, detail, stage)]));
  for (const [index, stage] of stages.entries()) {
    const here = finest.get(stage);
    add(stage, (id) => here?.[id] ?? 0);
    const next = stages[index + 1];
    if (!next) continue;
    const there = finest.get(next);
    add(`${stage}~`, (id) => (here?.[id] ?? 0) - (there?.[id] ?? 0));
    const ids = Object.keys(counts).filter((id) => id.startsWith(`${stage}|`));
    for (const id of ids.map((cell) => cell.slice(stage.length + 1)))
      relations.push({ total: `${stage}|${id}`, parts: [`${next}|${id}`, `${stage}~|${id}`] });
  }
  return { series, asOf, counts, relations };
}

/** The rows of the table, finest first, and the groups made of them. */
function groupsOf(scheme: Round["scheme"], detail: Detail) {
  const { categories } = SCHEMES[scheme];
  const rollsUp = categories.every(({ five }) => five);
  if (detail === "five-groups") {
    rollUp(SCHEMES[scheme], {});
    const others = FIVE_GROUPS.filter((five) => five !== "white").map((five) => `group:${five}`);
    return {
      groups: FIVE_GROUPS.map((five) => ({ id: `group:${five}` })),
      groupOf: [{ id: "group:all_other", parts: others }],
    };
  }
  if (!rollsUp) {
    const pick = (wanted: boolean) => categories.filter((one) => isWhite(one) === wanted).map(({ id }) => id);
    return {
      groups: categories.map(({ id }) => ({ id })),
      groupOf: [
        { id: "group:white", parts: pick(true) },
        { id: "group:all_other", parts: pick(false) },
      ],
    };
  }
  const fives = FIVE_GROUPS.map((five) => ({
    id: `group:${five}`,
    parts: [...categories.filter((one) => one.five === five).map(({ id }) => id), `five:${five}`],
  }));
  const others = fives.map(({ id }) => id).filter((id) => id !== "group:white");
  return {
    groups: [...categories.map(({ id }) => ({ id })), ...FIVE_GROUPS.map((five) => ({ id: `five:${five}` }))],
    groupOf: [...fives, { id: "group:all_other", parts: others }],
  };
}

/** Counts of one stage by the ids of the table's finest cells. */
function finestCounts(
  round: Counted,
  detail: Detail,
  stage: (typeof STAGES)[number],
): Record<string, number> {
  const { scheme, counts, other, intersections } = round;
  const people = counts[stage] ?? {};
  const found: Record<string, number> = {};
  const add = (id: string, n: number) => (found[id] = (found[id] ?? 0) + n);
  const rowOf = rowReader(scheme, detail);
  for (const [id, n] of Object.entries(people)) add(rowOf(id), n);
  for (const [id, n] of Object.entries(other?.counts[stage] ?? {})) add(`other:${id}`, n);
  for (const [pair, n] of Object.entries(intersections?.[stage] ?? {})) {
    const [id = "", answer = ""] = pair.split("|");
    add(`${rowOf(id)}|${answer}`, n);
  }
  return found;
}

function rowReader(scheme: Round["scheme"], detail: Detail): (id: string) => string {
  if (detail === "every-group") return (id) => id;
  const fiveOf = new Map(SCHEMES[scheme].categories.map(({ id, five }) => [id, `group:${five}`]));
  return (id) => fiveOf.get(id) ?? id.replace(/^five:/, "group:");
}
