import { type Level, levelWords } from "#app/domain/audit/instrument.ts";

/** Short names for the axis of a drawing; the tables say them in full. */
export const shortLevel: Record<Level, string> = {
  ...levelWords,
  "not-started": "Not started",
  owned: "Owned",
};

/** The same in lines, for narrow columns. */
export const axisWords: Record<Level | "unknown", string[]> = {
  "not-started": ["Not", "started"],
  talking: ["Talking"],
  trying: ["Trying"],
  practised: ["Practised"],
  owned: ["Owned"],
  unknown: ["Cannot", "tell"],
};

export const levelOrUnknown = (level: Level | "unknown" | null) =>
  level === null || level === "unknown" ? "Cannot tell" : levelWords[level];
