import { positionOf, type Span, type Tick } from "./strip-geometry.ts";

/** The dates over the threads. */
export function LaneAxis({ ticks }: { ticks: Tick[] }) {
  return (
    <div className="lane lane-axis" aria-hidden="true">
      <svg height="24">
        {ticks.map((tick) => (
          <g key={tick.x}>
            <line className="tick" x1={`${tick.x}%`} x2={`${tick.x}%`} y1="4" y2="24" />
            {tick.label ? (
              <text x={`${tick.x}%`} dx="5" y="15">
                {tick.label}
              </text>
            ) : null}
          </g>
        ))}
      </svg>
    </div>
  );
}

/** "Today" under its line, on the side that has room; a row of its own, so that it never meets a date. */
export function LaneToday({ span, today }: { span: Span; today: string }) {
  const x = positionOf(today, span);
  return (
    <div className="lane lane-axis" aria-hidden="true">
      <svg height="22">
        <line className="today" x1={`${x}%`} x2={`${x}%`} y1="0" y2="8" />
        <text x={`${x}%`} y="20" textAnchor={x > 90 ? "end" : x < 10 ? "start" : "middle"}>
          Today
        </text>
      </svg>
    </div>
  );
}
