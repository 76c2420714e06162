import { type Level, levelWords } from "#app/domain/audit/instrument.ts";

/** Short names for the axis of a drawing; the tables say them in full. */
export const shortLevel: Record<Level, string> = {
  ...levelWords,
  "not-started": "Not started",
  owned: "Owned",
};

export const levelOrUnknown = (level: Level | "unknown" | null) =>
  level === null || level === "unknown" ? "Cannot tell" : levelWords[level];
