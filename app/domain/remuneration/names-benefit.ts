import { Refusal } from "../refusal.ts";

/** Benefits by their full names, however they are capitalised. */
const names = new RegExp(
  [
    "universal credit",
    "personal independence payments?",
    "adult disability payments?",
    "employment (and|&) support allowance",
    "job[- ]?seeker['’]?s?['’]?( allowance)?",
    "housing benefits?",
    "income support",
    "income[- ]based (jsa|esa)",
    "attendance allowance",
    "carer['’]?s?['’]? (allowance|credit|support payment)",
    "disability living allowance",
    "child disability payment",
    "severe disablement allowance",
    "incapacity benefits?",
    "industrial injuries (disablement )?benefit",
    "pension credits?",
    "(working |child )?tax credits?",
    "child benefits?",
    "maternity allowance",
    "bereavement (support payment|allowance|benefit)",
    "council tax (reduction|support|benefit)",
    "asylum support",
    "motability",
  ].join("|"),
  "iu",
);

/** Short names, standing alone: part of a number such as UC-0012, or a person called Pip, is something else. */
const shortNames =
  /(?<![\p{L}\p{N}_]|\p{N}[-/.])(?:UC|PIP|ESA|JSA|DLA|ADP|WTC|CTC|HB|uc|pip|esa|jsa|dla)(?![\p{L}\p{N}_]|[-/.]\p{N})/u;

/** Says of somebody that they get benefits, without saying which. */
const onBenefits =
  /\b(on|gets?|getting|has|have|receiv\w+|claim(s|ed|ing)?|in receipt of|lives? off) (state |welfare |disability )?benefits?\b|\bbenefits? claimants?\b/iu;

/**
 * The words in a text that name a benefit, or say that somebody gets benefits. “Benefits and tax advice” says neither.
 * @returns the words as typed; undefined when there are none
 */
export function benefitNamed(text: string): string | undefined {
  const plain = text.normalize("NFKC").replace(/\s+/gu, " ");
  return [names, shortNames, onBenefits].map((sign) => sign.exec(plain)?.[0]).find(Boolean);
}

/** What to say of it: which benefit anybody receives is never stored. */
export function benefitSentence(words: string): string {
  return `This names a benefit (“${words.trim()}”). Which benefits somebody gets is never kept here: take it out. If benefits are what the work is about, write “benefits” alone.`;
}

/** The same for one cell of a file. @throws RangeError */
export function requireNoBenefit(written: string): void {
  const words = benefitNamed(written);
  if (words) throw new RangeError(benefitSentence(words));
}

/**
 * @param texts what somebody wrote, by field
 * @throws Refusal that names each field in which a benefit stands
 */
export function refuseBenefits(texts: Readonly<Record<string, string | undefined>>): void {
  const found = Object.entries(texts).flatMap(([field, text]) => {
    const words = benefitNamed(text ?? "");
    return words ? [[field, [benefitSentence(words)]] satisfies [string, string[]]] : [];
  });
  if (found.length > 0) throw Refusal.invalid(Object.fromEntries(found));
}
