import type { RoundFinding } from "#app/domain/recruitment/round-findings.ts";
import { SectionRule } from "../page/section-rule.tsx";
import { ShareChart } from "./share-chart.tsx";

/** Findings of a round for its own members: exact, each in words, as a picture and as a table. */
export function FindingList({ findings }: { findings: readonly RoundFinding[] }) {
  return findings.map(({ id, title, sentences, bars, mark }) => (
    <SectionRule key={id} id={id} title={title}>
      <div className="stack">
        {sentences.length > 1 ? (
          <ul className="stack measure">
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        ) : null}
        <ShareChart
          title={title}
          summary={sentences.length === 1 ? sentences[0]! : ""}
          bars={bars.map(({ label, x, n, percent, interval }) => ({
            label,
            percent,
            interval,
            counts: `${x} of ${n}`,
          }))}
          mark={mark}
          none="nobody"
        />
      </div>
    </SectionRule>
  ));
}
