import type { PublicFinding } from "#app/domain/recruitment/public-findings.ts";
import { ShareChart } from "./share-chart.tsx";

type Props = {
  findings: readonly PublicFinding[];
  benchmark: { place: string; allOtherPercent: number | null } | null;
};

/** Findings from published figures: each in words, those that are shares as a picture and a table too. */
export function PublicFindingsList({ findings, benchmark }: Props) {
  const expected = benchmark?.allOtherPercent ?? null;
  return (
    <div className="stack-wide">
      {findings.map(({ id, title, sentence, unit, value, interval, numerator, denominator, caveat }) =>
        unit === "%" ? (
          <ShareChart
            key={id}
            title={title}
            summary={`${sentence} ${caveat}`}
            bars={[
              {
                label: title,
                percent: value,
                interval,
                counts: `${numerator ?? "!"} of ${denominator ?? "!"}`,
              },
            ]}
            mark={
              id === "representation" && benchmark && expected !== null
                ? { label: benchmark.place, percent: expected }
                : null
            }
          />
        ) : (
          <div className="chart" key={id}>
            <p>
              <b>{title}</b>
            </p>
            <p>{sentence}</p>
            <p className="soft">
              {interval ? `Range (95%): ${interval.lower} to ${interval.upper} times as likely. ` : ""}
              {caveat}
            </p>
          </div>
        ),
      )}
    </div>
  );
}
