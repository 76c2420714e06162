export type PersonalDetail = { kind: "email" | "phone" | "postcode" | "nhs-number"; text: string };

const patterns: [PersonalDetail["kind"], RegExp][] = [
  // It begins where a word begins, so that a long word without an @ is read once and not once from each letter.
  ["email", /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu],
  ["phone", /(?<![\d£])(?:\+44[\s().-]*|0)(?:\(0\)[\s.-]*)?\d(?:[\s().-]*\d){8,9}(?!\d)/g],
  ["postcode", /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/gi],
  ["nhs-number", /(?<!\d)\d{3}[\s-]\d{3}[\s-]\d{4}(?!\d)/g],
];

/** What in a public text looks like somebody's contact details. Pointed out before publishing; the writer decides. */
export function personalDetails(text: string): PersonalDetail[] {
  return patterns.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map((match) => ({ kind, text: match[0] })),
  );
}
