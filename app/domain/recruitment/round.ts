import { z } from "zod";
import { SchemeId } from "./category.ts";
import { Characteristic } from "./characteristics.ts";
import { Practice } from "./practice.ts";
import { groupNamer } from "./group-name.ts";
import { crossProblems, unknownGroups } from "./round-problems.ts";

/** The way through a round, in order. Each stage counts the same people as the one before, or fewer. */
export const STAGES = [
  "reached",
  "applied",
  "shortlisted",
  "appointed",
  "there_after_6_months",
  "there_after_12_months",
] as const;
export const Stage = z.enum(STAGES);
export type Stage = z.infer<typeof Stage>;

const People = z
  .number("Enter a number of people.")
  .int("People come in whole numbers.")
  .min(0, "A number of people cannot be less than 0.")
  .max(1_000_000, "Enter at most 1,000,000 people: a larger figure is a slip of the keyboard.");

/** People at one stage, by category id of the scheme or of the other characteristic. */
const CountsByCategory = z.record(z.string(), People);
export type CountsByCategory = Record<string, number>;

/** Null where a stage was not counted: not the same as nobody. */
const CountsByStage = z.record(Stage, CountsByCategory.nullable());

export const Round = z
  .object({
    title: z.string().trim().min(1, "Give the round a name."),
    body: z.enum(["leading_team", "coproduction_group", "board"]),
    openedOn: z.iso.date("Give the date it opened."),
    closedOn: z.iso.date("Give the date it closed.").nullable(),
    scheme: SchemeId,
    practice: Practice,
    counts: CountsByStage,
    /** People among `counts` who were recruited from abroad, so that findings can be given with and without them. */
    international: CountsByStage.nullable(),
    other: z.object({ characteristic: Characteristic, counts: CountsByStage }).nullable(),
    /** Both at once: category id, then category of the other characteristic, joined as `black_african|woman`. */
    intersections: CountsByStage.nullable(),
  })
  .superRefine((round, context) => {
    if (round.closedOn && round.closedOn < round.openedOn) {
      context.addIssue({
        code: "custom",
        path: ["closedOn"],
        message: "The round closes before it opens; correct one date.",
      });
    }
    const tables: readonly [name: string, counts: CountsByStage | null | undefined][] = [
      ["counts", round.counts],
      ["international", round.international],
      ["other", round.other?.counts],
      ["intersections", round.intersections],
    ];
    const nameOf = groupNamer(round);
    const found = [
      ...tables.flatMap(([path, counts]) =>
        counts ? funnelProblems(counts, nameOf).map((message) => ({ path, message })) : [],
      ),
      ...unknownGroups(round),
      ...crossProblems(round, nameOf),
    ];
    for (const { path, message } of found) context.addIssue({ code: "custom", path: [path], message });
  });
export type Round = z.infer<typeof Round>;
export type CountsByStage = Round["counts"];

/** Sentences for each group with more people at a stage than at the stage counted before it. */
export function funnelProblems(counts: CountsByStage, nameOf: (id: string) => string): string[] {
  const counted = STAGES.flatMap((stage) => (counts[stage] ? [{ stage, people: counts[stage] }] : []));
  return counted.slice(1).flatMap(({ stage, people }, index) => {
    const before = counted[index];
    if (!before) return [];
    return Object.entries(people)
      .filter(([id, count]) => count > (before.people[id] ?? 0))
      .map(
        ([id, count]) =>
          `${nameOf(id)}: ${count} ${plain(stage)} but only ${before.people[id] ?? 0} ${plain(before.stage)}; correct one of them.`,
      );
  });
}

function plain(stage: Stage): string {
  return stage.replaceAll("_", " ");
}
