import { countOf } from "#app/domain/counted.ts";
import { type Voice, voices, voiceWords } from "#app/domain/audit/answer.ts";
import type { PerceptionGap } from "#app/domain/audit/findings.ts";
import { type Level, levels, levelWords } from "#app/domain/audit/instrument.ts";
import { listOf } from "../format.ts";
import { StatusMark } from "../marks/status-mark.tsx";
import { GapStrip } from "./gap-strip.tsx";

export type GapRow = PerceptionGap & {
  title: string;
  href?: string;
  commitmentHref?: string;
  /** Levels apart in the round before; null or missing where that is not known. */
  before?: number | null;
};

/**
 * Where the organisation sees itself higher than others do: the finding of an audit, widest first, one item for each question.
 * @param since title of the round that `before` is about
 */
export function GapList({ gaps, since }: { gaps: readonly GapRow[]; since?: string }) {
  const questions = [...new Set(gaps.map(({ question }) => question))];
  return (
    <ul className="findings gaps">
      {questions.map((question) => {
        const own = gaps.filter((gap) => gap.question === question);
        const widest = own[0]!;
        const said = saidBy(own);
        return (
          <li key={question}>
            <div className="row">
              <a className="gap-title" href={widest.href ?? `#q-${question}`}>
                {widest.title}
              </a>
              <StatusMark kind="disputed" word={`${countOf(widest.levels, "level")} apart`} />
            </div>
            <GapStrip said={said} />
            <p>{sentenceOf(said)}</p>
            {since && typeof widest.before === "number" ? (
              <p className="soft">{historyOf(widest, widest.before, since)}</p>
            ) : null}
            {widest.commitmentHref ? (
              <p className="no-print">
                <a href={widest.commitmentHref}>Turn it into a commitment</a>
              </p>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

export type SaidLevel = { voice: Voice; level: Level };

function saidBy(gaps: readonly PerceptionGap[]): SaidLevel[] {
  const said = new Map<Voice, Level>(
    gaps.flatMap(({ higher, higherLevel, lower, lowerLevel }): [Voice, Level][] => [
      [higher, higherLevel],
      [lower, lowerLevel],
    ]),
  );
  return voices.flatMap((voice) => (said.has(voice) ? [{ voice, level: said.get(voice)! }] : []));
}

/** “Team and board: “Practised”. Co-producers: “Talking”.” Highest first. */
function sentenceOf(said: readonly SaidLevel[]): string {
  return [...levels]
    .reverse()
    .flatMap((level) => {
      const own = said.filter((one) => one.level === level).map(({ voice }) => voiceWords[voice]);
      const names = own.map((name, index) => (index === 0 ? name : name.toLowerCase()));
      return own.length > 0 ? [`${listOf(names)}: “${levelWords[level]}”.`] : [];
    })
    .join(" ");
}

function historyOf({ higher, lower, levels: now }: PerceptionGap, before: number, since: string): string {
  const who = `${voiceWords[higher]} and ${voiceWords[lower].toLowerCase()}`;
  const was = before <= 0 ? "no level" : countOf(before, "level");
  const moved = now > before ? "It widened." : now < before ? "It narrowed." : "It has not moved.";
  return `${who} were ${was} apart in “${since}”. ${moved}`;
}
