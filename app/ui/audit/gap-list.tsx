import { voiceWords } from "#app/domain/audit/answer.ts";
import type { PerceptionGap } from "#app/domain/audit/findings.ts";
import { levelWords } from "#app/domain/audit/instrument.ts";
import { countOf } from "../format.ts";
import { StatusMark } from "../marks/status-mark.tsx";

export type GapRow = PerceptionGap & { title: string; commitmentHref?: string };

/** Where the organisation sees itself higher than others do: the finding of an audit, widest first. */
export function GapList({ gaps }: { gaps: readonly GapRow[] }) {
  return (
    <ul className="findings">
      {gaps.map((gap) => (
        <li key={`${gap.question} ${gap.higher} ${gap.lower}`}>
          <div className="row">
            <a href={`#q-${gap.question}`}>{gap.title}</a>
            <StatusMark kind="disputed" word={`${countOf(gap.levels, "level")} apart`} />
          </div>
          <p>
            {voiceWords[gap.higher]} says “{levelWords[gap.higherLevel]}”. {voiceWords[gap.lower]}{" "}
            {gap.lower === "co-producers" || gap.lower === "partners" ? "say" : "says"} “
            {levelWords[gap.lowerLevel]}”.
          </p>
          {gap.commitmentHref ? (
            <p>
              <a href={gap.commitmentHref}>Turn it into a commitment</a>
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
