import { z } from "zod";
import { protect, type ProtectOptions } from "#app/domain/disclosure/protect.ts";
import { isExtension, type Ledger, type Release as LedgerRelease } from "#app/domain/disclosure/ledger.ts";
import type { ProtectedCount } from "#app/domain/disclosure/rule.ts";
import type { IntervalSolver } from "#app/domain/disclosure/solver.ts";
import type { CountTable } from "#app/domain/disclosure/table.ts";
import { NO_GROUP } from "./category.ts";
import { answerInSentence, Characteristic, characteristicName, choicesOf } from "./characteristics.ts";
import { CROSSINGS, roundTable, usualDetail, Detail } from "./publish.ts";
import { Stage, STAGES, type Round } from "./round.ts";
import { SCHEMES } from "./schemes.ts";

/** One figure as published. The rules are those of `disclosure/rule.ts`. */
export const Cell = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("exact"), value: z.int().min(0), rule: z.enum(["zero", "audited"]) }),
  z.object({ kind: z.literal("rounded"), value: z.int().min(0), rule: z.literal("nearest-5") }),
  z.object({
    kind: z.literal("hidden"),
    symbol: z.literal("!"),
    rule: z.enum(["small", "small-or-none", "protects-another", "audited", "held"]),
  }),
]);
export type Cell = z.infer<typeof Cell>;

/**
 * A round's counts as anybody may see them: the only form that charts, tables, files, prose and indicators outside the
 * organisation's own pages are made from. Rows are `group:black`, `other:woman`, `group:black|woman`, a category's id,
 * one of `NO_GROUP`, `known` or `all`.
 */
export const RoundFigures = z.object({
  /** ISO date that the counts describe. */
  asOf: z.iso.date(),
  detail: Detail,
  stages: z.array(Stage),
  rows: z.array(z.object({ id: z.string(), label: z.string() })),
  characteristic: Characteristic.nullable(),
  /** By `stage|row`. */
  cells: z.record(z.string(), Cell),
});
export type RoundFigures = z.infer<typeof RoundFigures>;

export interface Release {
  readonly figures: RoundFigures;
  /** To store with the figures, in one transaction. Unchanged when the release is held. */
  readonly ledger: Ledger;
  /** Why the figures of an earlier release, or none, stand in place of today's; null when these are today's. */
  readonly held: string | null;
}

export interface ReleaseForm {
  /** Default: that of the last release; for a new series the coarsest list that the scheme allows. */
  readonly detail?: Detail;
  /** Exact or hidden in place of rounded, where the totals of these stages are public already. */
  readonly audited?: { readonly publicTotals: readonly Stage[]; readonly solver: IntervalSolver } | null;
}

/**
 * The round made fit to publish, given all that was released before. The first release tries the crossed table and falls
 * back to the plain one when that would have to stay hidden whole; later ones keep its shape, adding stages to it.
 *
 * Figures by five groups may be followed by each group of the scheme for the very same counts: that release repeats every
 * figure of the first and is checked as one table with it. Nothing else changes the detail of a series: it is held.
 */
export function releaseRound(
  series: string,
  asOf: string,
  round: Counted,
  ledger: Ledger,
  { detail: asked, audited = null }: ReleaseForm = {},
): Release {
  const last = ledger.findLast((release) => release.series === series);
  const before = last && detailOf(last, round.scheme);
  const detail = asked ?? before ?? usualDetail(round.scheme);
  if (last && before === "every-group" && detail === "five-groups")
    return { figures: figuresFrom(last.asOf, last.cells, round, before), ledger, held: KEEPS_EACH_GROUP };
  // Crossed groups of an audited table are nearly all hidden, and hide the plain ones with them.
  const crossings = audited ? (["none"] as const) : crossingsFor(last, round, detail);
  const attempts = crossings.map((crossing) => {
    const table = roundTable(series, asOf, round, detail, crossing);
    return protect(table, optionsFor(table, audited), ledger);
  });
  const made = attempts.find(({ table }) => table.held === null) ?? attempts.at(-1)!;
  const { table } = made;
  const finer = last && before !== detail ? roundTable(series, asOf, round, detail) : null;
  const shown = table.held !== null && before ? before : detail;
  return {
    figures: figuresFrom(table.asOf, table.cells, round, shown),
    ledger: made.ledger,
    held: heldBecause(),
  };

  function heldBecause(): string | null {
    if (table.held === null) return null;
    if (last && finer && !isExtension(last, finer)) return KEEPS_FIVE_GROUPS;
    return last && isSame(last, round, detail) ? UNCHANGED : table.held;
  }
}

type Counted = Pick<Round, "scheme" | "counts" | "other" | "intersections">;

function optionsFor({ counts }: CountTable, audited: ReleaseForm["audited"]): ProtectOptions {
  if (!audited) return { mode: "rounded", spare: SHARED_FROM };
  const isOpen = (stage: Stage) => audited.publicTotals.includes(stage);
  const stages = STAGES.filter((stage) => `${stage}|all` in counts);
  // Where two totals that follow each other are public, so is how many did not go on.
  const publicTotals = stages.flatMap((stage, index) => {
    const next = stages[index + 1];
    if (!isOpen(stage)) return [];
    return next && isOpen(next) ? [`${stage}|all`, `${stage}~|all`] : [`${stage}|all`];
  });
  return { mode: "audited", publicTotals, solver: audited.solver, spare: SHARED_FROM };
}

/** What findings and indicators are made of. */
const SHARED_FROM = STAGES.flatMap((stage) =>
  ["group:all_other", "group:white", "known", "all"].map((row) => `${stage}|${row}`),
);

const UNCHANGED = "The counts are those that were released.";
const KEEPS_EACH_GROUP =
  "They were released by each group of the scheme, and keep to that: five groups beside it would say nothing new.";
const KEEPS_FIVE_GROUPS =
  "They were released by five groups, and keep to that: each group can be added only to a round's first figures, while its counts are the same and no group is crossed with another characteristic.";

/** How finely a release was cut. */
function detailOf({ counts }: Pick<LedgerRelease, "counts">, scheme: Round["scheme"]): Detail {
  const rows = new Set(Object.keys(counts).map((id) => id.slice(id.indexOf("|") + 1)));
  return SCHEMES[scheme].categories.some(({ id }) => rows.has(id)) ? "every-group" : "five-groups";
}

/** Whether the round holds the very counts of the last release. */
function isSame(last: LedgerRelease, round: Counted, detail: Detail): boolean {
  const [crossing] = crossingsFor(last, round, detail);
  const { counts } = roundTable(last.series, last.asOf, round, detail, crossing);
  const ids = Object.keys(counts);
  return ids.length === Object.keys(last.counts).length && ids.every((id) => counts[id] === last.counts[id]);
}

/** A series keeps its shape; a new one may be crossed where both characteristics were counted together. */
function crossingsFor(last: LedgerRelease | undefined, { intersections }: Counted, detail: Detail) {
  if (detail === "every-group") return ["none"] as const;
  if (last) {
    const isCrossed = Object.keys(last.counts).some((id) => id.split("|").length === 3);
    return isCrossed ? (["five-groups"] as const) : (["none"] as const);
  }
  return CROSSINGS.filter((crossing) => crossing === "none" || intersections !== null);
}

function figuresFrom(
  asOf: string,
  cells: Readonly<Record<string, ProtectedCount>>,
  round: Pick<Round, "scheme" | "other">,
  detail: Detail,
): RoundFigures {
  const shown = Object.entries(cells).filter(([id]) => !id.includes("~|"));
  const ids = new Set(shown.map(([id]) => id.slice(id.indexOf("|") + 1)));
  return {
    asOf,
    detail,
    stages: STAGES.filter((stage) => cells[`${stage}|all`]),
    rows: labelledRows(round).filter(({ id }) => ids.has(id)),
    characteristic: round.other?.characteristic ?? null,
    cells: Object.fromEntries(shown.map(([id, cell]) => [id, Cell.parse(cell)])),
  };
}

const GROUP_LABELS = [
  ["asian", "Asian"],
  ["black", "Black"],
  ["mixed", "Mixed"],
  ["white", "White"],
  ["other", "Other"],
] as const;

/** Every row a table may have, in the order of reading: groups alphabetical and Other last, then sums, then no group. */
function labelledRows({ scheme, other }: Pick<Round, "scheme" | "other">) {
  const answers = other ? choicesOf(other.characteristic) : [];
  const groups = GROUP_LABELS.map(([id, label]) => ({ id: `group:${id}`, label }));
  const none = Object.entries(NO_GROUP).map(([id, { label }]) => ({ id, label }));
  const cross = [...groups, ...none].flatMap((group) =>
    answers.map(({ id, label }) => ({
      id: `${group.id}|${id}`,
      label: `${group.label}, ${answerInSentence(other!.characteristic, label)}`,
    })),
  );
  return [
    ...SCHEMES[scheme].categories.map(({ id, label }) => ({ id, label })),
    ...GROUP_LABELS.map(([id, label]) => ({
      id: `five:${id}`,
      label: `${label}, group not said more closely`,
    })),
    ...groups,
    { id: "group:all_other", label: "All other ethnic groups combined" },
    ...none,
    { id: "known", label: "Everyone whose group is known" },
    { id: "all", label: "Everyone" },
    // "Not recorded" stands in both lists: here it is said of which.
    ...answers.map(({ id, label }) => ({
      id: `other:${id}`,
      label: `${characteristicName(other!.characteristic)}: ${answerInSentence(other!.characteristic, label)}`,
    })),
    ...cross,
  ];
}

/** Whether the figures are exact or hidden because a total was public already; otherwise they are rounded or hidden. */
export function isAudited({ cells }: Pick<RoundFigures, "cells">): boolean {
  return Object.values(cells).some(({ rule }) => rule === "audited");
}

/** The figure at a stage in a row; hidden where the table has none. */
export function cellAt({ cells }: Pick<RoundFigures, "cells">, stage: Stage, row: string): Cell | null {
  return cells[`${stage}|${row}`] ?? null;
}
