import type { Severity } from "#app/domain/calendar/index.ts";

const marks: { severity: Severity; words: string }[] = [
  { severity: "work-prohibited", words: "Work is not allowed" },
  { severity: "major", words: "Major day" },
  { severity: "fast", words: "Fast" },
  { severity: "minor", words: "Minor day" },
];

/** What the edges in the month's grid mean, in words. */
export function SeverityKey() {
  return (
    <ul className="severity-key" aria-label="What the marks mean">
      {marks.map(({ severity, words }) => (
        <li key={severity} className={`month-item severity-${severity}`}>
          {words}
        </li>
      ))}
      <li className="month-item-possible">
        <i>Slanted</i>: a day on which it may be instead
      </li>
    </ul>
  );
}
