import { CartesianGrid, Line, LineChart, ReferenceLine, XAxis, YAxis } from "recharts";
import { formatShortMonth, formatValue } from "../format.ts";
import { dayTicks, plotRows, valueTicks, type MeasureSeries } from "./measure-series.ts";

type ProgressPlotProps = { series: MeasureSeries; width: number; height: number; timeTicks: number };

const isoOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);

/**
 * Readings against baseline and target, drawn by recharts to a fixed size so that it also draws on the server. Its words
 * are in the table beneath; the picture is hidden from assistive technology by `ProgressChart`.
 */
export function ProgressPlot({ series, width, height, timeTicks }: ProgressPlotProps) {
  const rows = plotRows(series);
  const values = valueTicks(rows);
  const still = { isAnimationActive: false, connectNulls: true } as const;
  return (
    <LineChart
      id={`plot-${series.id}-${width}`}
      width={width}
      height={height}
      data={rows}
      margin={{ top: 12, right: 36, bottom: 4, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} />
      <XAxis
        dataKey="day"
        type="number"
        domain={["dataMin", "dataMax"]}
        ticks={dayTicks(rows, timeTicks)}
        interval={0}
        tickFormatter={(day: number) => formatShortMonth(isoOf(day), true)}
        tickMargin={8}
      />
      <YAxis
        domain={[values[0] ?? 0, values.at(-1) ?? 1]}
        ticks={values}
        interval={0}
        width={56}
        axisLine={false}
        tickLine={false}
        tickFormatter={(value: number) => formatValue(value, series.unit.length === 1 ? series.unit : "")}
      />
      {series.baseline ? (
        <ReferenceLine
          className="line-baseline"
          y={series.baseline.value}
          strokeDasharray="1 5"
          strokeWidth={2}
        />
      ) : null}
      <Line
        {...still}
        className="line-target"
        dataKey="target"
        type="stepAfter"
        strokeWidth={2.5}
        strokeDasharray="7 5"
        dot={false}
      />
      <Line
        {...still}
        className="line-readings"
        dataKey="reading"
        type="linear"
        strokeWidth={3.5}
        dot={{ r: 5, strokeWidth: 3 }}
      />
    </LineChart>
  );
}
