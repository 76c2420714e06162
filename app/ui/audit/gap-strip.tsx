import { type Level, levels } from "#app/domain/audit/instrument.ts";
import { axisWords } from "./level-names.ts";
import { VoiceMark } from "./voice-mark.tsx";
import type { SaidLevel } from "./gap-list.tsx";

const width = 340;
const pad = 30;
const line = 20;
const x = (level: Level) => pad + (levels.indexOf(level) / (levels.length - 1)) * (width - 2 * pad);

/** The distance between voices on the five levels, drawn: the words beneath it say the same. */
export function GapStrip({ said }: { said: readonly SaidLevel[] }) {
  const places = said.map(({ level }) => x(level));
  return (
    <svg className="gap-strip" viewBox={`0 0 ${width} 62`} aria-hidden="true" focusable="false">
      <line className="track" x1={pad} x2={width - pad} y1={line} y2={line} />
      <line className="between" x1={Math.min(...places)} x2={Math.max(...places)} y1={line} y2={line} />
      {levels.map((level) => {
        const here = said.filter((one) => one.level === level);
        return (
          <g key={level} className={here.length > 0 ? "said" : undefined}>
            <line className="track" x1={x(level)} x2={x(level)} y1={line - 4} y2={line + 4} />
            {here.map(({ voice }, index) => (
              <VoiceMark
                key={voice}
                voice={voice}
                x={x(level) + (index - (here.length - 1) / 2) * 19}
                y={line}
              />
            ))}
            <text x={x(level)} y={line + 25} textAnchor="middle">
              {axisWords[level].map((word, at) => (
                <tspan key={word} x={x(level)} dy={at === 0 ? 0 : 13}>
                  {word}
                </tspan>
              ))}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
