import type { RecordState, Version } from "../record/state.ts";
import { PaySummary } from "./public.ts";

/** One published period: its figures now, the entry they stand in, and how often they were put right. */
export type PublicPay = {
  summary: PaySummary;
  /** Entry number, for its permalink. */
  index: number;
  corrections: { index: number; recordedAt: string; reason: string }[];
};

/** Every published period, newest first, from the record alone. Withdrawn and unreadable versions are left out. */
export function publicPay(state: RecordState): PublicPay[] {
  return [...state.subjects.values()]
    .filter((versions) => versions[0]?.kind === "pay-summary")
    .flatMap((versions) => periodOf(versions) ?? [])
    .sort((a, b) => b.summary.from.localeCompare(a.summary.from));
}

function periodOf(versions: readonly Version[]): PublicPay | undefined {
  const last = versions.at(-1);
  const summary = PaySummary.safeParse(last?.body?.content);
  if (!last || !summary.success) return undefined;
  return {
    summary: summary.data,
    index: last.index,
    corrections: versions.slice(1).map(({ index, recordedAt, body }) => ({
      index,
      recordedAt,
      reason: body?.reason ?? "",
    })),
  };
}
