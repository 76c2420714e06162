import { GlyphShape } from "../marks/glyph-shape.tsx";
import { markMeaning, type MarkKind } from "../marks/mark-kinds.ts";
import type { Lane } from "./lane.ts";
import { placeMarks, placeSegments, positionOf, type Span, type Tick } from "./strip-geometry.ts";

/** A loop stands on its thread: its two ends lie in it. Every other mark is centred on the thread. */
const lift = (kind: MarkKind) => (["agreed", "done-claimed", "disputed"].includes(kind) ? 8 : 0);

/** Half-way down the drawing, whose height follows the name beside it. */
const middle = "50%";

/**
 * One thread, drawn. Across and down, places are in per cent and sizes in px: so it fits any width without distortion.
 * Hidden from assistive technology, because the table under the strip says the same.
 */
export function LaneDrawing({
  lane,
  span,
  ticks,
  today,
}: {
  lane: Lane;
  span: Span;
  ticks: Tick[];
  today: string;
}) {
  const at = (on: string) => `${positionOf(on, span)}%`;
  return (
    <svg className="lane-drawing" height="52" aria-hidden="true" focusable="false">
      {ticks.map((tick) => (
        <line key={tick.x} className="tick" x1={`${tick.x}%`} x2={`${tick.x}%`} y2="100%" />
      ))}
      <line className="today" x1={at(today)} x2={at(today)} y2="100%" />
      {placeSegments(lane, span).map(({ x1, x2, style }) => (
        <line
          key={`${x1} ${style}`}
          className={`seg seg-${style}`}
          x1={`${x1}%`}
          x2={`${x2}%`}
          y1={middle}
          y2={middle}
        />
      ))}
      {lane.dueOn && lane.dueOn <= span.to && lane.dueOn >= span.from ? (
        <svg x={at(lane.dueOn)} y={middle}>
          <line className="due" y1="-9" y2="9" />
        </svg>
      ) : null}
      {placeMarks(lane, span).map((mark) => (
        <svg key={`${mark.on} ${mark.kind} ${mark.label}`} x={`${mark.x}%`} y={middle}>
          {mark.level === 0 ? null : <line className="stem" y2={mark.level * 8} />}
          <g
            className={`glyph tone-${markMeaning[mark.kind].tone}`}
            transform={`translate(0 ${mark.level * 19 - lift(mark.kind)})`}
          >
            <GlyphShape kind={mark.kind} />
          </g>
        </svg>
      ))}
    </svg>
  );
}
