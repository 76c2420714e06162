import { countOf } from "#app/domain/counted.ts";
import { voices, voiceWords } from "#app/domain/audit/answer.ts";
import { type Level, levels, levelWords } from "#app/domain/audit/instrument.ts";
import type { Trend } from "#app/domain/audit/trend.ts";
import { ChartFigure } from "../charts/chart-figure.tsx";
import { DataTable } from "../data/data-table.tsx";

import { shortLevel } from "./level-names.ts";
import { VoiceMark } from "./voice-mark.tsx";

const width = 340;
const from = 92;
const to = 226;
const step = 40;
const axis = 24 + step * (levels.length - 1) + 30;
const heightOf = (level: Level) => 24 + (levels.length - 1 - levels.indexOf(level)) * step;
/** Lines of voices that say the same run beside one another instead of hiding each other. */
const beside = (voice: Trend["voice"]) => (voices.indexOf(voice) - 1.5) * 5;

/** @param rounds titles, oldest first; each trend has a level for each of them */
type Props = { title: string; rounds: readonly string[]; trends: readonly Trend[] };

/** What moved on one question from round to round, a line for each voice. */
export function SlopePlot({ title, rounds, trends }: Props) {
  const x = (round: number) => from + (round / (rounds.length - 1)) * (to - from);
  // From three rounds on, every other name stands a line lower, so that each has the room of two.
  const lower = (round: number) => (rounds.length > 2 && round % 2 === 1 ? 14 : 0);
  return (
    <ChartFigure
      title={title}
      summary={trends.map(trendSentence).join(" ")}
      table={
        <DataTable
          caption={`${title}: middle answers`}
          captionHidden
          small
          rows={[...trends]}
          rowKey={({ voice }) => voice}
          columns={[
            { header: "Voice", cell: ({ voice }) => voiceWords[voice], rowHeader: true },
            ...rounds.map((round, index) => ({
              header: round,
              cell: ({ levels: said }: Trend) => {
                const level = said[index];
                return level ? levelWords[level] : "Cannot be told";
              },
            })),
            { header: "Change", cell: changeWords },
          ]}
        />
      }
    >
      <svg
        className="audit-plot"
        viewBox={`0 0 ${width} ${axis + 6 + lower(1)}`}
        aria-hidden="true"
        focusable="false"
      >
        {levels.map((level) => (
          <g key={level}>
            <line className="grid" x1={from} x2={to} y1={heightOf(level)} y2={heightOf(level)} />
            <text x={from - 14} y={heightOf(level) + 4} textAnchor="end">
              {shortLevel[level]}
            </text>
          </g>
        ))}
        {rounds.map((round, index) => (
          <text key={round + index} x={x(index)} y={axis + lower(index)} textAnchor="middle">
            {shortTitle(round, rounds.length)}
          </text>
        ))}
        {trends.map((trend) => (
          <Line key={trend.voice} trend={trend} x={x} />
        ))}
        {levels.map((level) => {
          const ending = trends.filter(({ levels: said }) => said.at(-1) === level).map(({ voice }) => voice);
          return ending.length > 0 ? (
            <text key={level} x={to + 14} y={heightOf(level) + 4 - (ending.length - 1) * 7}>
              {ending.map((voice, line) => (
                <tspan key={voice} x={to + 14} dy={line === 0 ? 0 : 14}>
                  {voiceWords[voice]}
                </tspan>
              ))}
            </text>
          ) : null;
        })}
      </svg>
    </ChartFigure>
  );
}

function Line({ trend: { voice, levels: said }, x }: { trend: Trend; x: (round: number) => number }) {
  const points = said.map((level, round) =>
    level ? { x: x(round), y: heightOf(level) + beside(voice) } : null,
  );
  return (
    <g>
      {points.slice(1).map((point, index) => {
        const before = points[index];
        return point && before ? (
          <line
            key={index}
            className={`slope slope-${voice}`}
            x1={before.x}
            y1={before.y}
            x2={point.x}
            y2={point.y}
          />
        ) : null;
      })}
      {points.map((point, index) =>
        point ? <VoiceMark key={index} voice={voice} x={point.x} y={point.y} size={0.8} /> : null,
      )}
    </g>
  );
}

/** A letter of the names, in the drawing's units. */
const letter = 6.3;

/** Names that would run into each other are cut; the table has them in full. */
function shortTitle(title: string, count: number): string {
  const room = ((to - from) / (count - 1)) * Math.min(2, count - 1);
  const most = Math.max(3, Math.floor(room / letter) - 1);
  return title.length > most ? `${title.slice(0, most - 1).trimEnd()}…` : title;
}

/** Steps on the way; where a voice stood still between two rounds is in the drawing and the table. */
function trendSentence({ voice, levels: said }: Trend): string {
  const heard = said.filter((level) => level !== null);
  const steps = heard.filter((level, index) => level !== heard[index - 1]);
  const words = steps.map((level) => `“${levelWords[level]}”`);
  return words.length === 1
    ? `${voiceWords[voice]} stays at ${words[0]}.`
    : `${voiceWords[voice]} went from ${words.join(" to ")}.`;
}

function changeWords({ levels: said }: Trend): string {
  const heard = said.flatMap((level) => (level ? [levels.indexOf(level)] : []));
  const by = heard.at(-1)! - heard[0]!;
  if (by === 0) return "None";
  return `${countOf(Math.abs(by), "level")} ${by > 0 ? "up" : "down"}`;
}
