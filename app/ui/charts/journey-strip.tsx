import { DataTable } from "../data/data-table.tsx";
import { StatusMark } from "../marks/status-mark.tsx";
import { ChartFigure } from "./chart-figure.tsx";
import { LaneAxis, LaneToday } from "./lane-axis.tsx";
import { LaneDrawing } from "./lane-drawing.tsx";
import { laneFacts } from "./lane-facts.ts";
import type { Lane } from "./lane.ts";
import { StripLegend } from "./strip-legend.tsx";
import { spanOf, ticksOf } from "./strip-geometry.ts";

type JourneyStripProps = {
  title: string;
  summary?: string;
  lanes: Lane[];
  /** ISO date. */
  today: string;
};

/**
 * Every commitment as one thread against time, drawn on the server. In a narrow container each thread lies under its own
 * name; in a wide one beside it. The table beneath says the same in words.
 */
export function JourneyStrip({ title, summary, lanes, today }: JourneyStripProps) {
  const span = spanOf(lanes, today);
  const ticks = ticksOf(span);
  const table = (
    <DataTable
      caption={title}
      rows={lanes}
      rowKey={(lane) => lane.id}
      columns={[
        { header: "Commitment", rowHeader: true, cell: (lane) => lane.title },
        {
          header: "What happened, in order",
          cell: (lane) => (
            <ul>
              {laneFacts(lane).map((fact) => (
                <li key={fact.sentence}>{fact.sentence}</li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
  return (
    <ChartFigure title={title} summary={summary} table={table}>
      <div className="strip">
        <LaneAxis ticks={ticks} />
        <ul className="lanes">
          {lanes.map((lane) => (
            <li className="lane" key={lane.id}>
              <div className="lane-name">
                <a href={lane.href}>{lane.title}</a>
                {lane.status ? (
                  <div className="lane-note">
                    <StatusMark {...lane.status} />
                  </div>
                ) : null}
              </div>
              <LaneDrawing lane={lane} span={span} ticks={ticks} today={today} />
            </li>
          ))}
        </ul>
        <LaneToday span={span} today={today} />
        <StripLegend lanes={lanes} />
      </div>
    </ChartFigure>
  );
}
