import { voiceWords } from "#app/domain/audit/answer.ts";
import type { Spread } from "#app/domain/audit/findings.ts";
import { type Level, levels } from "#app/domain/audit/instrument.ts";
import { ChartFigure } from "../charts/chart-figure.tsx";
import { axisWords } from "./level-names.ts";
import { SpreadTable } from "./spread-table.tsx";
import { spreadSentence } from "./spread-words.ts";
import { VoiceMark } from "./voice-mark.tsx";

type Column = Level | "unknown";
const columns: readonly Column[] = [...levels, "unknown"];
const wide = 56;
/** What nobody could tell stands apart from the levels: it is none. */
const apart = 8;
const width = columns.length * wide + apart;
const top = 34;
const row = 54;

const leftOf = (column: number) => column * wide + (column === levels.length ? apart : 0);

/** How each voice answered one question: a small mark for each person, and a frame around the middle answer. */
export function DotPlot({ title, spreads }: { title: string; spreads: readonly Spread[] }) {
  const height = top + spreads.length * row;
  return (
    <ChartFigure
      title={title}
      summary={spreads.map(spreadSentence).join(" ")}
      table={<SpreadTable caption={title} spreads={spreads} />}
    >
      <svg className="audit-plot" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
        {columns.map((column, index) => (
          <text key={column} x={leftOf(index) + wide / 2} y={12} textAnchor="middle">
            {axisWords[column].map((word, line) => (
              <tspan key={word} x={leftOf(index) + wide / 2} dy={line === 0 ? 0 : 13}>
                {word}
              </tspan>
            ))}
          </text>
        ))}
        {spreads.map((spread, index) => (
          <VoiceRow key={spread.voice} spread={spread} y={top + index * row} />
        ))}
      </svg>
    </ChartFigure>
  );
}

function VoiceRow({ spread, y }: { spread: Spread; y: number }) {
  const { voice, counts, median } = spread;
  return (
    <g>
      <text className="voice-name" x={2} y={y + 12}>
        {voiceWords[voice]}
      </text>
      {columns.map((column, index) => (
        <g key={column}>
          <rect
            className={column === median ? `cell cell-${voice}` : "cell"}
            x={leftOf(index) + 2}
            y={y + 18}
            width={wide - 4}
            height={30}
            rx={4}
          />
          <People spread={spread} count={counts[column]} x={leftOf(index) + wide / 2} y={y + 33} />
        </g>
      ))}
    </g>
  );
}

const perRow = 4;
const mostDrawn = 8;

/** A mark for each person; more than eight are one mark with their number. */
function People({ spread, count, x, y }: { spread: Spread; count: number; x: number; y: number }) {
  if (count > mostDrawn)
    return (
      <>
        <VoiceMark voice={spread.voice} x={x - 13} y={y} size={0.6} />
        <text x={x - 3} y={y + 4.5}>
          × {count}
        </text>
      </>
    );
  const rows = Math.ceil(count / perRow);
  return (
    <>
      {Array.from({ length: count }, (_, person) => {
        const line = Math.floor(person / perRow);
        const inLine = Math.min(perRow, count - line * perRow);
        return (
          <VoiceMark
            key={person}
            voice={spread.voice}
            x={x + ((person % perRow) - (inLine - 1) / 2) * 12}
            y={y + (line - (rows - 1) / 2) * 12}
            size={0.55}
          />
        );
      })}
    </>
  );
}
