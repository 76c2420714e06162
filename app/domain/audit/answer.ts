import { z } from "zod";
import { addMonths } from "../dates/days.ts";
import { type FieldErrors, Refusal } from "../refusal.ts";
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

/** Characters of evidence, and of a note. */
export const longestAnswerWords = 2000;
const words = z.string().trim().max(longestAnswerWords, "Use 2,000 characters at most.");

export const AuditAnswer = z.object({
  question: z.string(),
  /** `unknown` is an answer: it is said, never guessed and never counted as a level. */
  level: z.enum([...levels, "unknown"]),
  evidence: words,
  evidenceOn: z.iso.date("Give the date of the evidence as year-month-day.").nullable(),
  note: words,
});
export type AuditAnswer = z.infer<typeof AuditAnswer>;

export function levelNumber(level: Level): number {
  return levels.indexOf(level);
}

/** Evidence shows what is for a year; after that it shows what was. */
export const evidenceHoldsMonths = 12;

export function hasLapsed(evidenceOn: string, today: string): boolean {
  return evidenceOn < addMonths(today, -evidenceHoldsMonths);
}

/** Whether the answer says more than *trying*: then it owes dated evidence, whoever gives it. */
export function owesEvidence({ level }: Pick<AuditAnswer, "level">): boolean {
  return level !== "unknown" && levelNumber(level) > levelNumber("trying");
}

/** The voices of the organisation itself; the others say what they see of it. */
export function isInside(voice: Voice): boolean {
  return voice === "team" || voice === "board";
}

/** The whole of what was written, but for who and when: “We were trained once in 2024.” More words than these are read by people. */
const onlyOnce =
  /^(?:(?:we|they|i|(?:all |the |our )?(?:staff|team|board)|everyone|everybody) )?(?:(?:were|was|are|have been|has been|had been|have|had|got) )?(?:trained once|training once|(?:one|a|a single|a one-off|one-off) (?:training|course|workshop|training (?:day|session|course))|(?:have )?(?:(?:a|the|our) )?(?:written )?policy(?: (?:exists|is written|has been written))?(?: on paper)?)(?: (?:in|on|this|last) [\w ]{1,20})?[.!]?$/i;

/** Whether evidence is no more than one training or a policy on paper, which never reaches *practised*. */
export function isOnlyOnce(evidence: string): boolean {
  return onlyOnce.test(evidence.trim().replace(/\s+/g, " "));
}

type Shown = Pick<AuditAnswer, "level" | "evidence" | "evidenceOn">;

/**
 * What is missing from an answer above *trying*, by field. For co-producers and partners what they saw or lived themselves is
 * the evidence, and they need not prove it: but they say what, and about when.
 */
export function missingEvidence(voice: Voice, answer: Shown, today: string): FieldErrors {
  const { evidence, evidenceOn } = answer;
  if (evidenceOn !== null && evidenceOn > today)
    return { evidenceOn: ["The evidence is dated in the future."] };
  if (!owesEvidence(answer)) return {};
  const inside = isInside(voice);
  const fields: FieldErrors = {};
  if (!evidence.trim())
    fields.evidence = [
      inside
        ? "Say what shows this: a level above “Trying” needs evidence."
        : "Say what you saw or lived that shows this: a level above “Trying” needs it.",
    ];
  else if (isOnlyOnce(evidence))
    fields.evidence = [
      "One training or a policy on paper is not practice yet. Say what is done each time, and what changed because of it, or choose “Trying” or less.",
    ];
  if (!evidenceOn)
    fields.evidenceOn = [
      inside
        ? "Give the date of the evidence."
        : "Give a date of about when you saw it: any day of that month will do.",
    ];
  return fields;
}

/**
 * Holds an answer that is given now to its evidence. What is more than a year old shows what was, so that “trained once” never
 * reaches *practised*.
 * @throws Refusal naming the field
 */
export function requireEvidence(voice: Voice, answer: Shown, today: string): void {
  const missing = missingEvidence(voice, answer, today);
  if (Object.keys(missing).length > 0) throw Refusal.invalid(missing);
  if (owesEvidence(answer) && hasLapsed(answer.evidenceOn!, today))
    throw Refusal.invalid({
      evidenceOn: [
        "This is more than a year old: it shows what was, not what is. Give something newer, or choose “Trying” or less.",
      ],
    });
}
