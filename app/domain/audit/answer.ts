import { z } from "zod";
import { Refusal } from "../refusal.ts";
import { type Level, levels } from "./instrument.ts";

/** Who speaks in a round. The gap between them is the finding. */
export const voices = ["team", "board", "co-producers", "partners"] as const;
export type Voice = (typeof voices)[number];

export const voiceWords: Record<Voice, string> = {
  team: "Team",
  board: "Board",
  "co-producers": "Co-producers",
  partners: "Partners",
};

export const AuditAnswer = z.object({
  question: z.string(),
  /** `unknown` is an answer: it is said, never guessed and never counted as a level. */
  level: z.enum([...levels, "unknown"]),
  evidence: z.string().trim().max(2000),
  evidenceOn: z.iso.date("Give the date of the evidence as year-month-day.").nullable(),
  note: z.string().trim().max(2000),
});
export type AuditAnswer = z.infer<typeof AuditAnswer>;

export function levelNumber(level: Level): number {
  return levels.indexOf(level);
}

/**
 * The organisation's own voices must show evidence, dated, for anything above *trying*. Co-producers and partners owe no
 * proof of what they live.
 * @throws Refusal naming the field
 */
export function requireEvidence(voice: Voice, answer: AuditAnswer, today: string): void {
  if (answer.evidenceOn !== null && answer.evidenceOn > today)
    throw Refusal.invalid({ evidenceOn: ["The evidence is dated in the future."] });
  if (voice === "co-producers" || voice === "partners" || answer.level === "unknown") return;
  if (levelNumber(answer.level) <= levelNumber("trying")) return;
  if (!answer.evidence)
    throw Refusal.invalid({ evidence: ["Say what shows this: a level above “trying” needs evidence."] });
  if (!answer.evidenceOn) throw Refusal.invalid({ evidenceOn: ["Give the date of the evidence."] });
}
