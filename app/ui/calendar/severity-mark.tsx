import type { Severity } from "#app/domain/calendar/index.ts";

const words: Record<Severity, string> = {
  "work-prohibited": "Work prohibited",
  fast: "Fast",
  major: "Major day",
  minor: "Minor day",
};

/** What kind of day it is: a shape and a word, so that colour is never alone. */
export function SeverityMark({ severity }: { severity: Severity }) {
  return <span className={`severity severity-${severity}`}>{words[severity]}</span>;
}

const statusWords = {
  fixed: "fixed date",
  calculated: "worked out",
  predicted: "foreseen, before a sighting",
  announced: "announced",
} as const;

/** How sure a date is, in words. */
export function statusInWords(status: keyof typeof statusWords): string {
  return statusWords[status];
}
