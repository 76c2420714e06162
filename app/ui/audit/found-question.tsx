import { type Voice, voiceWords } from "#app/domain/audit/answer.ts";
import type { AuditedRecommendation } from "#app/domain/audit/recommendation.ts";
import type { AuditFindings } from "#app/domain/audit/report.ts";
import { listOf } from "../format.ts";
import { SectionRule } from "../page/section-rule.tsx";
import { DotPlot } from "./dot-plot.tsx";
import { SlopePlot } from "./slope-plot.tsx";
import { WrittenWords } from "./written-words.tsx";

type Props = {
  question: AuditFindings["questions"][number];
  /** Titles of the rounds, oldest first, this one last. */
  rounds: readonly string[];
  recommendation: AuditedRecommendation | undefined;
  promiseHref: string | undefined;
};

/** What each voice said on one question, what moved, and what could be promised. */
export function FoundQuestion({ question, rounds, recommendation, promiseHref }: Props) {
  const { id, title, lookAt, spreads, silent, trends, reworded, written } = question;
  return (
    <SectionRule id={`q-${id}`} title={title} lede={lookAt}>
      <div className="audit-pair">
        <div>
          <DotPlot title="Who says what" spreads={spreads} />
          <p className="small soft">A mark for each person; the frame is the middle answer.</p>
        </div>
        {trends.length > 0 ? <SlopePlot title="What moved" rounds={rounds} trends={trends} /> : null}
      </div>
      {silent.length > 0 ? <p className="soft">{silentWords(silent)}</p> : null}
      {reworded ? (
        <p className="soft">
          The levels were described in other words in the round before, so what moved cannot be told.
        </p>
      ) : null}
      <WrittenWords written={written} />
      {recommendation ? <Suggestion recommendation={recommendation} /> : null}
      {promiseHref ? (
        <p className="after-list no-print">
          <a href={promiseHref}>Turn it into a commitment</a>
        </p>
      ) : null}
    </SectionRule>
  );
}

function Suggestion({
  recommendation: { title, text, measures },
}: {
  recommendation: AuditedRecommendation;
}) {
  return (
    <details className="chart-facts">
      <summary>What the recommendation suggests</summary>
      <p>
        <b>{title}</b>. {text}
      </p>
      {measures.length > 0 ? (
        <>
          <p>How it could be known:</p>
          <ul>
            {measures.map((measure) => (
              <li key={measure}>{measure}</li>
            ))}
          </ul>
        </>
      ) : null}
    </details>
  );
}

function silentWords(silent: readonly Voice[]): string {
  return `Not shown, because fewer than three answered: ${listOf(silent.map((voice) => voiceWords[voice].toLowerCase()))}.`;
}
