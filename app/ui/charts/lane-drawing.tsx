import { GlyphShape } from "../marks/glyph-shape.tsx";
import { markMeaning } from "../marks/mark-kinds.ts";
import type { Lane } from "./lane.ts";
import { placeMarks, placeSegments, positionOf, type Span, type Tick } from "./strip-geometry.ts";

const middle = 26;
const height = 2 * middle;

/**
 * One thread, drawn. Across, everything is in per cent; down, in px: so it fits any width without distortion. Hidden from
 * assistive technology, because the table under the strip says the same.
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
  const at = (x: number) => `${x}%`;
  const now = at(positionOf(today, span));
  return (
    <svg height={height} aria-hidden="true" focusable="false">
      {ticks.map((tick) => (
        <line key={tick.x} className="tick" x1={at(tick.x)} x2={at(tick.x)} y1="0" y2={height} />
      ))}
      <line className="today" x1={now} x2={now} y1="0" y2={height} />
      {placeSegments(lane, span).map(({ x1, x2, style }) => (
        <line
          key={`${x1} ${style}`}
          className={`seg seg-${style}`}
          x1={at(x1)}
          x2={at(x2)}
          y1={middle}
          y2={middle}
        />
      ))}
      {lane.dueOn && lane.dueOn <= span.to && lane.dueOn >= span.from ? (
        <line
          className="due"
          x1={at(positionOf(lane.dueOn, span))}
          x2={at(positionOf(lane.dueOn, span))}
          y1={middle - 9}
          y2={middle + 9}
        />
      ) : null}
      {placeMarks(lane, span).map((mark) => (
        <svg key={`${mark.on} ${mark.kind} ${mark.label}`} x={at(mark.x)} y={middle} className="lane-mark">
          {mark.level === 0 ? null : <line className="stem" y1="0" y2={mark.level * 8} />}
          <g
            className={`glyph tone-${markMeaning[mark.kind].tone}`}
            transform={`translate(0 ${mark.level * 16})`}
          >
            <GlyphShape kind={mark.kind} />
          </g>
        </svg>
      ))}
    </svg>
  );
}
