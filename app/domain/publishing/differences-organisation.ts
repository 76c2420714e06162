import type { OrganisationContent } from "../commitment/public.ts";
import { noted, reworded, type Difference } from "./difference.ts";

/** The statement is a promise in words: an edit has to be explained. Name, kind and place are facts. */
export function organisationDifferences(
  before: OrganisationContent,
  after: OrganisationContent,
): Difference[] {
  const demonstration = (on: boolean) => (on ? "a demonstration" : "a real organisation");
  return [
    ...reworded("Statement", before.statement, after.statement),
    ...noted("Name", before.name, after.name),
    ...noted("Kind", before.kind, after.kind),
    ...noted("Region", before.region, after.region),
    ...reworded("Demonstration", demonstration(before.demonstration), demonstration(after.demonstration)),
  ];
}
