import { type Voice, voiceWords } from "#app/domain/audit/answer.ts";
import type { Shift } from "#app/domain/audit/findings.ts";
import { levels, levelWords } from "#app/domain/audit/instrument.ts";
import { ChartFigure } from "../charts/chart-figure.tsx";
import { DataTable } from "../data/data-table.tsx";
import { countOf } from "../format.ts";
import { shortLevel } from "./level-names.ts";
import { VoiceMark } from "./voice-mark.tsx";

const width = 340;
const from = 90;
const to = 215;
const step = 38;
const bottom = 24 + step * (levels.length - 1) + 16;
const heightOf = (level: Shift["from"]) => 24 + (levels.length - 1 - levels.indexOf(level)) * step;

type Props = { title: string; before: string; after: string; shifts: readonly Shift[] };

/** What moved on one question between two rounds, a line for each voice. */
export function SlopePlot({ title, before, after, shifts }: Props) {
  // Voices that end together share one label, so that none is written over another.
  const ends = levels.map((level) => ({
    level,
    voices: shifts.filter((shift) => shift.to === level).map(({ voice }) => voice),
  }));
  return (
    <ChartFigure
      title={title}
      summary={shifts.map(shiftSentence).join(" ")}
      table={
        <DataTable
          caption={`${title}: ${before} and ${after}`}
          captionHidden
          small
          rows={[...shifts]}
          rowKey={({ voice }) => voice}
          columns={[
            { header: "Voice", cell: ({ voice }) => voiceWords[voice], rowHeader: true },
            { header: before, cell: (shift) => levelWords[shift.from] },
            { header: after, cell: (shift) => levelWords[shift.to] },
            { header: "Change", cell: changeWords },
          ]}
        />
      }
    >
      <svg className="audit-plot" viewBox={`0 0 ${width} ${bottom}`} aria-hidden="true" focusable="false">
        {levels.map((level) => (
          <g key={level}>
            <line className="grid" x1={from} x2={to} y1={heightOf(level)} y2={heightOf(level)} />
            <text x={from - 14} y={heightOf(level) + 4} textAnchor="end">
              {shortLevel[level]}
            </text>
          </g>
        ))}
        {shifts.map(({ voice, from: was, to: now }) => (
          <g key={voice}>
            <line
              className={`slope slope-${voice}`}
              x1={from}
              x2={to}
              y1={heightOf(was)}
              y2={heightOf(now)}
            />
            <VoiceMark voice={voice} x={from} y={heightOf(was)} />
            <VoiceMark voice={voice} x={to} y={heightOf(now)} />
          </g>
        ))}
        {ends.map(({ level, voices }) =>
          voices.length > 0 ? (
            <text key={level} x={to + 14} y={heightOf(level) + 4}>
              {namesOf(voices)}
            </text>
          ) : null,
        )}
      </svg>
    </ChartFigure>
  );
}

function namesOf(voices: readonly Voice[]): string {
  return voices.length > 2 ? `${voices.length} voices` : voices.map((voice) => voiceWords[voice]).join(", ");
}

function shiftSentence(shift: Shift): string {
  const { voice, from: was, to: now } = shift;
  return was === now
    ? `${voiceWords[voice]} stays at “${levelWords[now]}”.`
    : `${voiceWords[voice]} went from “${levelWords[was]}” to “${levelWords[now]}”.`;
}

function changeWords({ levels: by }: Shift): string {
  if (by === 0) return "None";
  return `${countOf(Math.abs(by), "level")} ${by > 0 ? "up" : "down"}`;
}
