import { answerNames, noReasonNames, type AnswerKind, type NoReason } from "#app/domain/feedback/answer.ts";
import { formatDate } from "../format.ts";
import { Paragraphs } from "../journey/paragraphs.tsx";

export type AnswerShown = {
  kind: AnswerKind;
  text: string;
  since?: string;
  evidence?: string;
  nextStep?: string;
  by?: string;
  reason?: NoReason;
};

/** What came of it, as everybody reads it. */
export function AnswerView({ answer, level = 3 }: { answer: AnswerShown; level?: 2 | 3 }) {
  const Heading = `h${level}` as const;
  return (
    <div className="stack measure">
      <Heading>{answerNames[answer.kind]}</Heading>
      {answer.text ? (
        <Paragraphs text={answer.text} />
      ) : (
        <p className="soft">The words were taken back, so the answer is not shown.</p>
      )}
      {answer.since ? <p>Since {formatDate(answer.since)}.</p> : null}
      {answer.evidence ? <p>How anybody can see it: {answer.evidence}</p> : null}
      {answer.nextStep && answer.by ? (
        <p>
          Next step, by {formatDate(answer.by)}: {answer.nextStep}
        </p>
      ) : null}
      {answer.reason ? <p>Reason: {noReasonNames[answer.reason]}.</p> : null}
    </div>
  );
}
