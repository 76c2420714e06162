import { levels, levelWords, type Question } from "#app/domain/audit/instrument.ts";
import { DefinitionList } from "../data/definition-list.tsx";

/** One question with what to look at, the evidence expected and all its levels. */
export function QuestionGuide({ question }: { question: Question }) {
  return (
    <details className="chart-facts">
      <summary>{question.title}</summary>
      <p>{question.lookAt}</p>
      <p>Evidence could be: {question.evidenceExpected.join("; ")}.</p>
      <DefinitionList
        items={levels.map((level) => ({ term: levelWords[level], value: question.levels[level] }))}
      />
    </details>
  );
}
