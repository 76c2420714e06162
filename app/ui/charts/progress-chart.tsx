import { ChartFigure } from "./chart-figure.tsx";
import type { MeasureSeries } from "./measure-series.ts";
import { ProgressPlot } from "./progress-plot.tsx";
import { progressSummary } from "./progress-summary.ts";
import { ProgressTable } from "./progress-table.tsx";

/**
 * One measure's progress: a sentence, the plot and its table. Drawn at two sizes, of which the stylesheet shows the one
 * that fits, so that its words stay readable on a phone. Signed-in routes should load this module lazily: it brings recharts.
 */
export function ProgressChart({ series }: { series: MeasureSeries }) {
  return (
    <ChartFigure
      title={series.title}
      summary={progressSummary(series)}
      table={<ProgressTable series={series} />}
    >
      {series.readings.length > 0 || series.targets.length > 0 ? (
        <div className="plot" aria-hidden="true">
          <div className="plot-wide">
            <ProgressPlot series={series} width={760} height={300} timeTicks={8} />
          </div>
          <div className="plot-narrow">
            <ProgressPlot series={series} width={340} height={240} timeTicks={3} />
          </div>
        </div>
      ) : null}
      <ul className="legend">
        <li>
          <span className="key" />
          readings
        </li>
        <li>
          <span className="key key-target" />
          target
        </li>
        {series.baseline ? (
          <li>
            <span className="key key-baseline" />
            where we began
          </li>
        ) : null}
      </ul>
    </ChartFigure>
  );
}
