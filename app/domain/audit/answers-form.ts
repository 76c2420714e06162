import { AuditAnswer } from "./answer.ts";
import type { Instrument } from "./instrument.ts";

/** The name of one question's field in the form: `level-feedback-loops`. */
export const answerField = (part: "level" | "evidence" | "evidenceOn" | "note", question: string) =>
  `${part}-${question}`;

/**
 * What somebody answered, from the fields of the form. A question without a level is not answered yet and left out, so that
 * people can send what they have and come back.
 *
 * @param read the text of a field, or undefined
 * @returns the answers, and what is wrong by field name
 */
export function readAnswers(
  instrument: Instrument,
  read: (name: string) => string | undefined,
): { answers: AuditAnswer[]; errors: Record<string, string[]> } {
  const answers: AuditAnswer[] = [];
  const errors: Record<string, string[]> = {};
  for (const { id } of instrument.questions) {
    const level = read(answerField("level", id));
    if (!level) continue;
    const parsed = AuditAnswer.safeParse({
      question: id,
      level,
      evidence: read(answerField("evidence", id)) ?? "",
      evidenceOn: read(answerField("evidenceOn", id)) || null,
      note: read(answerField("note", id)) ?? "",
    });
    if (parsed.success) answers.push(parsed.data);
    else
      for (const issue of parsed.error.issues)
        errors[answerField(issue.path[0] as "level", id)] = [issue.message];
  }
  return { answers, errors };
}
