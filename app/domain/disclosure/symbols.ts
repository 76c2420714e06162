/**
 * The Race Disparity Unit's symbols for what a table does not show, with the words to print beside them.
 * Source: Ethnicity facts and figures, style guide; the wording follows its publishing software.
 */
export const SYMBOLS = {
  confidential: { symbol: "!", meaning: "withheld to protect confidentiality" },
  unreliable: { symbol: "?", meaning: "withheld because a small sample size makes it unreliable" },
  notCollected: { symbol: "-", meaning: "not collected" },
  notApplicable: { symbol: "N/A*", meaning: "not applicable" },
} as const;
