import type { Computed, Indicator } from "../commitment/indicator.ts";
import { wilson } from "../statistics/wilson.ts";

/** What the room's figures are worked out from: one row for each session that was not called off. */
export interface SessionFacts {
  /** ISO date. */
  heldOn: string;
  /** The traditions whose serious conflicts it met, each once. */
  gaveWay: readonly string[];
  /** Whether every serious conflict has a written reason. */
  accepted: boolean;
}

const NOTHING: Computed = {
  value: null,
  numerator: null,
  denominator: null,
  caveat: "No session in the last year.",
};

/** Sessions of the year that ends today, planned ones of the coming weeks not among them. */
function lastYear(sessions: readonly SessionFacts[], today: string): SessionFacts[] {
  const from = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  return sessions.filter(({ heldOn }) => heldOn > from && heldOn <= today);
}

function share(numerator: number, denominator: number, caveat: string): Computed {
  if (denominator === 0) return NOTHING;
  const interval = wilson({ x: numerator, n: denominator, conf: 0.95 });
  return {
    value: Math.round((1000 * numerator) / denominator) / 10,
    numerator,
    denominator,
    interval: { lower: interval.lower * 100, upper: interval.upper * 100, confidence: 0.95 },
    caveat,
  };
}

const CALENDAR_CAVEAT =
  "Counted against our calendar of observances. It does not know everybody who was invited, and asking people comes first.";

const clear: Indicator<readonly SessionFacts[]> = {
  id: "session.clear-of-serious-conflicts",
  room: "session",
  title: "Sessions held clear of serious conflicts with faith observances",
  unit: "%",
  direction: "up",
  caveat: CALENDAR_CAVEAT,
  compute(sessions, today) {
    const counted = lastYear(sessions, today);
    return share(
      counted.filter(({ gaveWay }) => gaveWay.length === 0).length,
      counted.length,
      "The last twelve months.",
    );
  },
};

const accepted: Indicator<readonly SessionFacts[]> = {
  id: "session.conflicts-accepted-with-reason",
  room: "session",
  title: "Sessions held in spite of a serious conflict, with a written reason",
  unit: "sessions",
  direction: "down",
  caveat: CALENDAR_CAVEAT,
  compute(sessions, today) {
    const counted = lastYear(sessions, today);
    if (counted.length === 0) return NOTHING;
    const inSpite = counted.filter((one) => one.gaveWay.length > 0 && one.accepted).length;
    return {
      value: inSpite,
      numerator: inSpite,
      denominator: counted.length,
      caveat: "The last twelve months.",
    };
  },
};

const mostOften: Indicator<readonly SessionFacts[]> = {
  id: "session.same-tradition-gives-way",
  room: "session",
  title: "Most sessions at which the same tradition had to give way",
  unit: "sessions",
  direction: "down",
  caveat: CALENDAR_CAVEAT,
  compute(sessions, today) {
    const counted = lastYear(sessions, today);
    if (counted.length === 0) return NOTHING;
    const most = Math.max(0, ...givingWay(counted).map(({ times }) => times));
    return { value: most, numerator: most, denominator: counted.length, caveat: "The last twelve months." };
  },
};

export const indicators = [accepted, clear, mostOften];

/** Who gave way how often, most often first. */
export function givingWay(
  sessions: readonly Pick<SessionFacts, "gaveWay">[],
): { tradition: string; times: number }[] {
  const times = new Map<string, number>();
  for (const { gaveWay } of sessions)
    for (const tradition of gaveWay) times.set(tradition, (times.get(tradition) ?? 0) + 1);
  return [...times]
    .map(([tradition, count]) => ({ tradition, times: count }))
    .sort((a, b) => b.times - a.times || (a.tradition < b.tradition ? -1 : 1));
}
