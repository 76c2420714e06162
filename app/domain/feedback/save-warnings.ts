import { explanationWarnings, saysNothing } from "./explanation.ts";
import { personalDetails, type PersonalDetail } from "./personal-details.ts";

const names: Record<PersonalDetail["kind"], string> = {
  email: "an email address",
  "nhs-number": "an NHS number",
  phone: "a phone number",
  postcode: "a postcode",
};

/** What to point out before a text is saved or published: contact details in it. The writer decides. */
export function detailWarnings(texts: readonly string[]): string[] {
  return texts
    .flatMap(personalDetails)
    .map(
      ({ kind, text }) =>
        `“${text.trim()}” looks like ${names[kind]}. Take it out unless the person wants it public.`,
    );
}

/**
 * What to point out before an answer is saved.
 * @param earlier texts of the answers to other things people said
 */
export function answerWarnings(
  answer: { kind: string; text: string; nextStep?: string; evidence?: string },
  earlier: readonly string[],
): string[] {
  const details = detailWarnings([answer.text, answer.nextStep ?? "", answer.evidence ?? ""]);
  if (answer.kind === "we-could-not") return [...details, ...explanationWarnings(answer.text, earlier)];
  return saysNothing(answer.text)
    ? [
        ...details,
        `“${answer.text.trim().slice(0, 60)}” says nothing of what changed. Say what people will see.`,
      ]
    : details;
}
