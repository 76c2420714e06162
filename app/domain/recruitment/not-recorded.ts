import { wilson, type Interval } from "#app/domain/statistics/index.ts";
import type { CountsByCategory } from "./round.ts";

/** People whose ethnic group is not known, the two reasons apart; `all` includes everyone. */
export interface NotRecorded {
  readonly notRecorded: number;
  readonly preferNotToSay: number;
  readonly all: number;
  /** 95% Wilson interval for the share not recorded; null when nobody was counted. */
  readonly interval: Interval | null;
}

export function shareNotRecorded(counts: CountsByCategory): NotRecorded {
  const all = Object.values(counts).reduce((sum, people) => sum + people, 0);
  const notRecorded = counts["not_recorded"] ?? 0;
  const preferNotToSay = counts["prefer_not_to_say"] ?? 0;
  const interval = all === 0 ? null : wilson({ x: notRecorded, n: all, conf: 0.95 });
  return { notRecorded, preferNotToSay, all, interval };
}
