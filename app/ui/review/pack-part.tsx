import type { PackBlock } from "#app/domain/review/pack.ts";
import { DataTable } from "../data/data-table.tsx";

type Point = { x: number; y: number };
/** A chart's lines, worked out by whoever loads the pack. */
type Drawing = {
  width: number;
  height: number;
  readings: Point[];
  targets: [Point, Point][];
  labels: (Point & { text: string; end: boolean })[];
  axis: { x1: number; x2: number; y: number };
};
export type DrawnBlock =
  | Exclude<PackBlock, { kind: "chart" }>
  | { kind: "chart"; title: string; alt: string; measure: undefined; drawing: Drawing };

/** One part of a pack as markup. */
export function PackPart({ block }: { block: DrawnBlock }) {
  switch (block.kind) {
    case "heading": {
      const Heading = `h${block.level}` as "h1" | "h2" | "h3" | "h4";
      return <Heading className={block.newPage ? "new-page" : undefined}>{block.text}</Heading>;
    }
    case "paragraph":
      return <p className="measure as-typed">{block.text}</p>;
    case "list":
      return (
        <ul className="measure">
          {block.items.map((item, index) => (
            <li key={index}>{item}</li>
          ))}
        </ul>
      );
    case "table":
      return <PackTable block={block} />;
    case "chart":
      return <PackChart {...block} />;
  }
}

function PackTable({ block }: { block: Extract<DrawnBlock, { kind: "table" }> }) {
  const rows = block.rows.map((cells, index) => ({ cells, index }));
  return (
    <DataTable
      caption={block.caption}
      small
      rows={rows}
      rowKey={({ index }) => String(index)}
      columns={block.header.map((header, column) => ({
        header,
        rowHeader: column === 0,
        cell: ({ cells }: { cells: string[] }) => cells[column],
      }))}
    />
  );
}

function PackChart({ alt, drawing }: Extract<DrawnBlock, { kind: "chart" }>) {
  const { width, height, readings, targets, labels, axis } = drawing;
  return (
    <figure className="pack-chart">
      <figcaption>{alt}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
        <line className="axis" x1={axis.x1} x2={axis.x2} y1={axis.y} y2={axis.y} />
        {targets.map(([from, to]) => (
          <line key={`${from.x} ${from.y}`} className="target" x1={from.x} x2={to.x} y1={from.y} y2={to.y} />
        ))}
        <polyline points={readings.map(({ x, y }) => `${x},${y}`).join(" ")} />
        {readings.map(({ x, y }, index) => (
          <circle key={index} cx={x} cy={y} r={4} />
        ))}
        {labels.map(({ x, y, text, end }) => (
          <text key={`${x} ${y}`} x={x} y={y} textAnchor={end ? "end" : undefined}>
            {text}
          </text>
        ))}
      </svg>
    </figure>
  );
}
