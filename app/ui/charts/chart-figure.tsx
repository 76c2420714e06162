import type { ReactNode } from "react";

type ChartFigureProps = {
  title: string;
  /** A sentence that says what the picture shows; a reader who cannot see it should miss nothing with it and the table. */
  summary?: ReactNode;
  children: ReactNode;
  /** The table of the same facts. */
  table: ReactNode;
  tableLabel?: string;
};

/** A picture of figures with its words above and its data beneath. */
export function ChartFigure({
  title,
  summary,
  children,
  table,
  tableLabel = "The same as a table",
}: ChartFigureProps) {
  return (
    <figure className="chart">
      <figcaption>
        <b>{title}</b>
        {summary}
      </figcaption>
      {children}
      <details className="chart-facts">
        <summary>{tableLabel}</summary>
        {table}
      </details>
    </figure>
  );
}
