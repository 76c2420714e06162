import {
  type AgendaItem,
  byConcern,
  type Concern,
  concernQuestions,
  concernWords,
} from "#app/domain/review/agenda.ts";
import { Tag } from "../data/tag.tsx";
import type { MarkKind } from "../marks/mark-kinds.ts";
import { StatusMark } from "../marks/status-mark.tsx";

const marks: Record<Concern, MarkKind> = {
  escalated: "disputed",
  "claim-disputed": "disputed",
  "promise-weakened": "target-moved",
  "words-withdrawn": "setback",
  "action-overdue": "overdue",
  overdue: "overdue",
  "challenge-unanswered": "overdue",
  stalled: "stalled",
  "perception-gap-widening": "disputed",
  "claim-not-attested": "done-claimed",
  "money-unspent": "planned",
  "evidence-lapsed": "learning",
  "conflict-accepted": "setback",
  "answer-owed": "planned",
};

type Items = (AgendaItem & { isNew: boolean })[];

/**
 * What needs a board's eye, by concern: what to ask, and of what. A phone shows the most pressing question first. What is new is
 * marked once the board has `met`.
 */
export function AgendaList({ items, met }: { items: Items; met: boolean }) {
  return byConcern(items).map(({ concern, items: own }) => (
    <section key={concern} className="agenda" aria-labelledby={`ask-${concern}`}>
      <h3 id={`ask-${concern}`}>{concernQuestions[concern]}</h3>
      <p>
        <StatusMark kind={marks[concern]} word={concernWords[concern]} />
      </p>
      <ul className="findings">
        {own.map((item, index) => (
          <li key={`${item.href} ${index}`}>
            <div className="row">
              <a href={item.href}>{item.title}</a>
              {met && item.isNew ? <Tag>New</Tag> : null}
            </div>
            <p>{item.because}</p>
          </li>
        ))}
      </ul>
    </section>
  ));
}
