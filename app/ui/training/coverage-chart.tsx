import type { TopicCoverage } from "#app/domain/training/coverage.ts";
import { topicNames } from "#app/domain/training/training-input.ts";
import { ChartFigure } from "../charts/chart-figure.tsx";
import { DataTable } from "../data/data-table.tsx";
import { formatShortMonth } from "../format.ts";

type Month = { on: string; coverage: TopicCoverage[] };

/** Units of the drawing: it is stretched to the room it has, so that its words can stay words of the page. */
const step = 10;
const tall = 28;

/** How many facilitators stay in date, topic by topic, over the coming months if nobody trains again. */
export function CoverageChart({ months }: { months: readonly Month[] }) {
  const topics = months[0]?.coverage ?? [];
  return (
    <ChartFigure
      title="Who is in date, now and if nobody trains again"
      summary={<p>{summaryOf(months)}</p>}
      table={<CoverageTable months={months} />}
    >
      <div className="coverage-chart" aria-hidden="true">
        {topics.map(({ topic, of }, y) => (
          <div key={topic}>
            <span>{topicNames[topic]}</span>
            <svg
              viewBox={`0 0 ${step * months.length} ${tall}`}
              preserveAspectRatio="none"
              width="100%"
              height={tall}
              focusable="false"
            >
              {months.map(({ on, coverage }, x) => {
                const share = of === 0 ? 0 : coverage[y]!.current / of;
                const height = Math.max(1, share * tall);
                return (
                  <rect
                    key={on}
                    x={x * step}
                    y={tall - height}
                    width={step - 1}
                    height={height}
                    fill="var(--plum)"
                  />
                );
              })}
            </svg>
          </div>
        ))}
        <div className="coverage-months">
          <span />
          <span>
            {months.map(({ on }, x) =>
              x % 3 === 0 && x + 2 < months.length ? (
                <span key={on}>{formatShortMonth(on, x === 0)}</span>
              ) : null,
            )}
          </span>
        </div>
      </div>
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
