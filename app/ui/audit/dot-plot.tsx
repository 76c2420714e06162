import { voiceWords } from "#app/domain/audit/answer.ts";
import type { Spread } from "#app/domain/audit/findings.ts";
import { levels } from "#app/domain/audit/instrument.ts";
import { ChartFigure } from "../charts/chart-figure.tsx";
import { shortLevel } from "./level-names.ts";
import { SpreadTable } from "./spread-table.tsx";
import { spreadSentence } from "./spread-words.ts";
import { VoiceMark } from "./voice-mark.tsx";

const width = 340;
const left = 34;
const step = (width - 2 * left) / (levels.length - 1);
const row = 46;
const top = 30;

/** How each voice answered one question: small dots for people, the voice's own mark at the middle answer. */
export function DotPlot({ title, spreads }: { title: string; spreads: readonly Spread[] }) {
  const height = top + spreads.length * row + 6;
  return (
    <ChartFigure
      title={title}
      summary={spreads.map(spreadSentence).join(" ")}
      table={<SpreadTable caption={title} spreads={spreads} />}
    >
      <svg className="audit-plot" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
        {levels.map((level, index) => (
          <g key={level}>
            <line
              className="grid"
              x1={left + index * step}
              x2={left + index * step}
              y1={top - 8}
              y2={height}
            />
            <text x={left + index * step} y={14} textAnchor="middle">
              {shortLevel[level]}
            </text>
          </g>
        ))}
        {spreads.map((spread, index) => {
          const y = top + index * row;
          const at = spread.median && levels.indexOf(spread.median);
          return (
            <g key={spread.voice}>
              <text className="voice-name" x={2} y={y + 8}>
                {voiceWords[spread.voice]}
              </text>
              <line className="grid" x1={left} x2={width - left} y1={y + 26} y2={y + 26} />
              {levels.map((level, place) =>
                spread.counts[level] > 0 ? (
                  <circle
                    key={level}
                    className="people"
                    cx={left + place * step}
                    cy={y + 26}
                    r={Math.min(17, 5 + 3 * Math.sqrt(spread.counts[level]))}
                  />
                ) : null,
              )}
              {at === null ? null : <VoiceMark voice={spread.voice} x={left + at * step} y={y + 26} />}
            </g>
          );
        })}
      </svg>
    </ChartFigure>
  );
}
