import { z } from "zod";
import type { FieldErrors } from "../refusal.ts";
import { countedIds, ListId, listName } from "./benchmark-list.ts";

/** The people an organisation serves, or an area, by ethnic group or another characteristic. A census counts everyone: prefer the people served. */
export const BenchmarkInput = z
  .object({
    kind: z.enum(["served", "area"]),
    scheme: ListId,
    place: z.string("Say who they are.").trim().min(1, "Say who they are.").max(200),
    source: z
      .string("Say where the figures come from.")
      .trim()
      .min(1, "Say where the figures come from.")
      .max(500),
    on: z.iso.date("Give the date that the figures describe."),
    lookAgainOn: z.iso
      .date("Give the date as year, month and day, or leave it empty.")
      .nullable()
      .default(null),
    counts: z.record(
      z.string(),
      z
        .number("Enter a number of people.")
        .int("People come in whole numbers.")
        .min(0, "A number of people cannot be less than 0.")
        .max(100_000_000, "Enter at most 100,000,000 people."),
    ),
  })
  .superRefine((benchmark, context) => {
    for (const [field, sentences] of Object.entries(problemsBetween(benchmark)))
      for (const message of sentences) context.addIssue({ code: "custom", path: [field], message });
  });
export type BenchmarkInput = z.input<typeof BenchmarkInput>;

/**
 * What is wrong between fields that are each well formed. Apart from the schema, which looks at them only when every field is
 * right: a form tells all at once.
 */
export function problemsBetween({
  scheme,
  counts,
  on,
  lookAgainOn,
}: {
  scheme: ListId;
  counts: Readonly<Record<string, number>>;
  on: string;
  lookAgainOn?: string | null;
}): FieldErrors {
  const problems: FieldErrors = {};
  const known = countedIds(scheme);
  const strange = Object.keys(counts).find((id) => !known.has(id));
  if (strange !== undefined) problems.counts = [`“${strange}” is not a group of “${listName(scheme)}”.`];
  else if (Object.values(counts).every((people) => people === 0))
    problems.counts = ["Enter how many people there are in each group."];
  if (lookAgainOn && lookAgainOn <= on)
    problems.lookAgainOn = ["Choose a day after the one that the figures describe."];
  return problems;
}
