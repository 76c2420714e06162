import type { DecisionView } from "#app/domain/journey/commitment-view.ts";
import { decidedWords } from "#app/domain/review/review.ts";
import { formatDate } from "../format.ts";
import { StatusMark } from "../marks/status-mark.tsx";
import { SectionRule } from "../page/section-rule.tsx";

/** What the board decided on a promise, and what is owed to it. */
export function BoardWords({ decisions }: { decisions: readonly DecisionView[] }) {
  if (decisions.length === 0) return null;
  return (
    <SectionRule
      id="board"
      title="What the board decided"
      lede="The board chooses which of its words are public. That something owed to it is late shows in any case."
    >
      <ul className="findings">
        {decisions.map(({ index, decision, text, decidedOn, actionBy, answeredOn, answer, overdue }) => (
          <li key={index}>
            <div className="row">
              <b>{decidedWords[decision]}</b>
              <span className="soft">{formatDate(decidedOn)}</span>
              {overdue ? <StatusMark kind="overdue" word="Overdue" /> : null}
            </div>
            {text ? <p className="as-typed">{text}</p> : null}
            {actionBy ? (
              <p>
                Owed by {formatDate(actionBy)}
                {answeredOn ? `, answered on ${formatDate(answeredOn)}` : ", not answered yet"}.
              </p>
            ) : null}
            {answer ? <p className="as-typed">{answer}</p> : null}
          </li>
        ))}
      </ul>
    </SectionRule>
  );
}
