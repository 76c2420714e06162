import { cellAt, type RoundFigures } from "#app/domain/recruitment/figures.ts";
import { comparedAnswers } from "#app/domain/recruitment/public-other-findings.ts";
import { protectedShare } from "#app/domain/recruitment/protected-interval.ts";
import { AUDITED, ROUNDED, shown, type PublicFinding } from "#app/domain/recruitment/public-finding.ts";
import { Stage } from "#app/domain/recruitment/round.ts";
import { ShareChart, type ShareBar } from "./share-chart.tsx";

type Props = {
  findings: readonly PublicFinding[];
  benchmark: { place: string; allOtherPercent: number | null } | null;
  figures: RoundFigures;
};

/** Findings from published figures: each in words, as a picture and as a table. The caveat that all share stands once, above. */
export function PublicFindingsList({ findings, benchmark, figures }: Props) {
  const expected = benchmark?.allOtherPercent ?? null;
  return (
    <div className="stack-wide">
      {findings.map((finding) => {
        const { id, title, sentence, unit, interval, caveat } = finding;
        const range =
          unit === "%" || !interval
            ? ""
            : `Range (95%): ${interval.lower} to ${interval.upper} times as likely. `;
        return (
          <ShareChart
            key={id}
            title={title}
            summary={`${sentence} ${range}${caveat.replace(ROUNDED, "").replace(AUDITED, "").trim()}`}
            bars={unit === "%" ? [shareBar(finding)] : stepBars(figures, id)}
            mark={
              id === "representation" && benchmark && expected !== null
                ? { label: benchmark.place, percent: expected }
                : null
            }
          />
        );
      })}
    </div>
  );
}

function shareBar({ title, value, interval, numerator, denominator }: PublicFinding): ShareBar {
  return { label: title, percent: value, interval, counts: `${numerator ?? "!"} of ${denominator ?? "!"}` };
}

const groups = [
  { row: "group:all_other", label: "All other ethnic groups combined" },
  { row: "group:white", label: "White" },
] as const;

/** How many of each side went on, from the published counts of the step that the finding's id names. */
function stepBars(figures: RoundFigures, id: string): ShareBar[] {
  const [from, to] = id
    .replace(/^(?:other-)?step-/, "")
    .split("-")
    .map((name) => Stage.safeParse(name).data);
  if (!from || !to) return [];
  const { characteristic } = figures;
  const rows = id.startsWith("other-") && characteristic ? comparedAnswers(characteristic) : groups;
  return rows.flatMap(({ row, label }) => {
    const [moved, of] = [cellAt(figures, to, row), cellAt(figures, from, row)];
    if (!moved || !of) return [];
    const share = protectedShare(moved, of);
    return [
      {
        label,
        percent: share?.percent ?? null,
        interval: share?.interval ?? null,
        counts: `${shown(moved)} of ${shown(of)}`,
      },
    ];
  });
}
