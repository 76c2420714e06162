import { Refusal, type FieldErrors } from "../refusal.ts";
import { listGroups, type ListId } from "./benchmark-list.ts";

export const benchmarkField = (id: string) => `people:${id}`;

/** Counts by category as typed; empty is nobody. @throws Refusal (400) naming each field that is no number of people */
export function readBenchmarkGrid(
  typed: Readonly<Record<string, string>>,
  list: ListId,
): Record<string, number> {
  const errors: FieldErrors = {};
  const counts: Record<string, number> = {};
  for (const { id, label } of listGroups(list)) {
    const text = (typed[benchmarkField(id)] ?? "").replace(/[\s,]/g, "");
    if (/^\d{0,9}$/.test(text)) counts[id] = Number(text || "0");
    else errors[benchmarkField(id)] = [`“${text.slice(0, 20)}” is not a number of people (${label}).`];
  }
  if (Object.keys(errors).length > 0) throw Refusal.invalid(errors);
  return counts;
}
