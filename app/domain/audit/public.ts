import { z } from "zod";
import { type Voice, voices } from "./answer.ts";
import { fewestInVoice, type Given, spreadOf } from "./findings.ts";
import { type Instrument, levels } from "./instrument.ts";

const count = z.int().nonnegative();

/** How one voice answered one question. A voice of fewer than three answers has none. */
export const PublicSpread = z.object({
  voice: z.enum(voices),
  answered: z.int().min(fewestInVoice),
  /** Null when nobody of them could tell. */
  median: z.enum(levels).nullable(),
  counts: z.object({
    "not-started": count,
    talking: count,
    trying: count,
    practised: count,
    owned: count,
    unknown: count,
  }),
});
export type PublicSpread = z.infer<typeof PublicSpread>;

/** kind `audit-round`. Subject `audit-round:<round>`. */
export const AuditRoundContent = z.object({
  title: z.string().trim().min(1).max(200),
  instrument: z.string().trim().min(1).max(200),
  version: z.string().trim().min(1).max(20),
  closedOn: z.iso.date(),
  /** How many were asked and how many answered anything, for every voice that was asked. Null answered: one or two. */
  voices: z.array(z.object({ voice: z.enum(voices), asked: z.int().positive(), answered: count.nullable() })),
  /** How many questions the instrument has: a reader sees what was left out. */
  asked: z.int().positive(),
  questions: z.array(
    z.object({
      id: z.string(),
      /** Empty for a question that follows no framework. */
      recommendation: z.string(),
      title: z.string(),
      lookAt: z.string(),
      /** What each level means. Rounds published before this was kept have none. */
      levels: z.record(z.enum(levels), z.string()).optional(),
      spreads: z.array(PublicSpread),
    }),
  ),
});
export type AuditRoundContent = z.infer<typeof AuditRoundContent>;

type Sheet = {
  title: string;
  instrument: Instrument;
  closedOn: string;
  given: readonly Given[];
  asked: Record<Voice, number>;
  answered: Record<Voice, number>;
};

/** What the public sees of a closed round: the chosen questions, as spreads of voices of at least three. */
export function publicRound(sheet: Sheet, chosen: readonly string[]): AuditRoundContent {
  const { instrument, given } = sheet;
  return {
    title: sheet.title,
    instrument: instrument.title,
    version: instrument.version,
    closedOn: sheet.closedOn,
    voices: voices
      .filter((voice) => sheet.asked[voice] > 0)
      .map((voice) => ({ voice, asked: sheet.asked[voice], answered: toldTurnout(sheet.answered[voice]) })),
    asked: instrument.questions.length,
    questions: instrument.questions
      .filter(({ id }) => chosen.includes(id))
      .map(({ id, recommendation, title, lookAt, levels: described }) => ({
        id,
        recommendation: recommendation ?? "",
        title,
        lookAt,
        levels: described,
        spreads: voices.flatMap((voice) => spreadOf(given, id, voice) ?? []),
      })),
  };
}

/** Nobody and three or more are told as they are; one or two people are “fewer than three”. */
function toldTurnout(answered: number): number | null {
  return answered > 0 && answered < fewestInVoice ? null : answered;
}
