import type { TopicCoverage } from "#app/domain/training/coverage.ts";
import { topicNames } from "#app/domain/training/training-input.ts";
import { ChartFigure } from "../charts/chart-figure.tsx";
import { DataTable } from "../data/data-table.tsx";
import { formatShortMonth } from "../format.ts";

type Month = { on: string; coverage: TopicCoverage[] };

const wide = 640;
const row = 36;
const left = 190;

/** How many facilitators stay in date, topic by topic, over the coming months if nobody trains again. */
export function CoverageChart({ months }: { months: readonly Month[] }) {
  const topics = months[0]?.coverage ?? [];
  const step = (wide - left) / Math.max(1, months.length);
  return (
    <ChartFigure
      title="Who is in date, now and if nobody trains again"
      summary={<p>{summaryOf(months)}</p>}
      table={<CoverageTable months={months} />}
    >
      <svg
        viewBox={`0 0 ${wide} ${row * topics.length + 24}`}
        width="100%"
        aria-hidden="true"
        focusable="false"
        className="coverage-chart"
      >
        {topics.map(({ topic, of }, y) => (
          <g key={topic} transform={`translate(0 ${y * row})`}>
            <text x="0" y={row - 12} fontSize="13" fill="currentColor">
              {topicNames[topic]}
            </text>
            {months.map(({ on, coverage }, x) => {
              const share = of === 0 ? 0 : coverage[y]!.current / of;
              const height = Math.max(1, share * (row - 8));
              return (
                <rect
                  key={on}
                  x={left + x * step}
                  y={row - 4 - height}
                  width={Math.max(2, step - 3)}
                  height={height}
                  fill="currentColor"
                />
              );
            })}
          </g>
        ))}
        {months.map(({ on }, x) =>
          x % 3 === 0 ? (
            <text key={on} x={left + x * step} y={row * topics.length + 18} fontSize="12" fill="currentColor">
              {formatShortMonth(on, x === 0)}
            </text>
          ) : null,
        )}
      </svg>
    </ChartFigure>
  );
}

function summaryOf(months: readonly Month[]): string {
  const [first, last] = [months[0]?.coverage[0], months.at(-1)?.coverage[0]];
  if (!first || !last || first.of === 0) return "No facilitator is named yet.";
  return `On racism, ${first.current} of ${first.of} are in date today; if nobody trains again, ${last.current} of ${last.of} will be in a year.`;
}

function CoverageTable({ months }: { months: readonly Month[] }) {
  const shown = months.filter((_, i) => i % 3 === 0);
  return (
    <DataTable
      caption="Facilitators in date by topic, if nobody trains again"
      narrow="scroll"
      small
      rows={months[0]?.coverage ?? []}
      rowKey={(one) => one.topic}
      columns={[
        { header: "Topic", rowHeader: true, cell: (one) => topicNames[one.topic] },
        ...shown.map(({ on, coverage }) => ({
          header: formatShortMonth(on, true),
          numeric: true,
          cell: (one: TopicCoverage) => {
            const then = coverage.find(({ topic }) => topic === one.topic)!;
            return `${then.current} of ${then.of}`;
          },
        })),
      ]}
    />
  );
}
