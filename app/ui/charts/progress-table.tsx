import { DataTable } from "../data/data-table.tsx";
import { formatDate, formatValue } from "../format.ts";
import type { MeasureSeries } from "./measure-series.ts";

type Fact = { on: string; what: string; value: number; note: string };

function facts(series: MeasureSeries): Fact[] {
  const { baseline, readings, targets } = series;
  return [
    ...(baseline
      ? [{ on: baseline.on, what: "Where we began", value: baseline.value, note: baseline.note ?? "" }]
      : []),
    ...readings.map(({ on, value, note }) => ({ on, what: "Reading", value, note: note ?? "" })),
    ...targets.map((target, index) => ({
      on: target.from,
      what: index === 0 ? "Target set" : "Target moved",
      value: target.value,
      note: [`By ${formatDate(target.dueOn)}.`, target.why ?? ""].join(" ").trim(),
    })),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** Everything the plot shows, in order of time, with the notes and reasons that a line cannot carry. */
export function ProgressTable({ series }: { series: MeasureSeries }) {
  return (
    <DataTable
      small
      caption={series.title}
      rows={facts(series)}
      rowKey={(fact) => `${fact.on} ${fact.what} ${fact.value}`}
      columns={[
        { header: "Date", rowHeader: true, cell: (fact) => formatDate(fact.on) },
        { header: "What", cell: (fact) => fact.what },
        { header: "Value", numeric: true, cell: (fact) => formatValue(fact.value, series.unit) },
        { header: "Note", cell: (fact) => fact.note },
      ]}
    />
  );
}
