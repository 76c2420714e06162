import { ChartFigure } from "../charts/chart-figure.tsx";
import { DataTable } from "../data/data-table.tsx";

export type ShareBar = {
  label: string;
  /** In percent; null where it must not or cannot be told. */
  percent: number | null;
  interval?: { lower: number; upper: number } | null;
  /** As written in the table: "10 of 45". */
  counts: string;
};

type ShareChartProps = {
  title: string;
  summary: string;
  bars: ShareBar[];
  /** A line across all bars. */
  mark?: { label: string; percent: number } | null;
  /** What stands in place of a share that is missing: "nobody", or "not shown". */
  none?: string;
};

const x = (percent: number) => `${Math.max(0, Math.min(100, percent))}%`;

/** Shares as bars with the range that chance allows for, and the same as a table. Drawn on the server, at any width. */
export function ShareChart({ title, summary, bars, mark, none = "not shown" }: ShareChartProps) {
  const table = (
    <DataTable
      caption={title}
      captionHidden
      small
      rows={bars}
      rowKey={({ label }) => label}
      columns={[
        { header: "What", rowHeader: true, cell: ({ label }) => label },
        { header: "People", numeric: true, cell: ({ counts }) => counts },
        {
          header: "Share",
          numeric: true,
          cell: ({ percent }) => (percent === null ? none : `${round(percent)}%`),
        },
        {
          header: "Range (95%)",
          numeric: true,
          cell: ({ interval }) => (interval ? `${round(interval.lower)}% to ${round(interval.upper)}%` : "–"),
        },
      ]}
    />
  );
  return (
    <ChartFigure title={title} summary={summary} table={table}>
      <div className="shares" aria-hidden="true">
        {bars.map(({ label, percent, interval }) => (
          <div className="share" key={label}>
            <span>{label}</span>
            <svg className="share-bar" height="28" width="100%">
              <rect className="share-all" x="0" y="6" width="100%" height="16" />
              {percent === null ? (
                <text x="8" y="19">
                  {none}
                </text>
              ) : (
                <rect className="share-part" x="0" y="6" width={x(percent)} height="16" />
              )}
              {interval && percent !== null
                ? ["share-range share-casing", "share-range"].map((name) => (
                    <line
                      key={name}
                      className={name}
                      x1={x(interval.lower)}
                      x2={x(interval.upper)}
                      y1="14"
                      y2="14"
                    />
                  ))
                : null}
              {mark ? (
                <line className="share-mark" x1={x(mark.percent)} x2={x(mark.percent)} y1="0" y2="28" />
              ) : null}
            </svg>
          </div>
        ))}
      </div>
      <ul className="legend">
        <li>
          <span className="key key-share" /> share
        </li>
        <li>
          <span className="key key-range" /> range that chance allows for
        </li>
        {mark ? (
          <li>
            <span className="key key-target" /> {mark.label}: {round(mark.percent)}%
          </li>
        ) : null}
      </ul>
    </ChartFigure>
  );
}

function round(percent: number): string {
  return String(Math.round(percent));
}
