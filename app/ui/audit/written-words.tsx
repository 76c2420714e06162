import { voiceWords } from "#app/domain/audit/answer.ts";
import type { Written } from "#app/domain/audit/written.ts";
import { formatMonth } from "../format.ts";

/** What people wrote on one question, by voice, with nothing that tells who or what they chose. */
export function WrittenWords({ written }: { written: readonly Written[] }) {
  if (written.length === 0) return null;
  return (
    <details className="chart-facts">
      <summary>What people showed and wrote</summary>
      {written.map(({ voice, evidence, notes }) => (
        <div key={voice}>
          <h3>{voiceWords[voice]}</h3>
          <ul>
            {evidence.map(({ text, on }, index) => (
              <li key={index} className="as-typed">
                {text}
                {on ? ` (${formatMonth(on)})` : ""}
              </li>
            ))}
            {notes.map((note, index) => (
              <li key={`note ${index}`} className="as-typed">
                {note}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </details>
  );
}
