import { type AgendaItem, type Concern, concernWords } from "#app/domain/review/agenda.ts";
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

/** What needs a board's eye: the reason with each, in the order of `concerns`. What is new is marked once the board has `met`. */
export function AgendaList({ items, met }: { items: (AgendaItem & { isNew: boolean })[]; met: boolean }) {
  return (
    <ol className="findings">
      {items.map((item, index) => (
        <li key={`${item.concern} ${item.href} ${index}`}>
          <div className="row">
            <a href={item.href}>{item.title}</a>
            <StatusMark kind={marks[item.concern]} word={concernWords[item.concern]} />
            {met && item.isNew ? <Tag>New since the last meeting</Tag> : null}
          </div>
          <p>{item.because}</p>
        </li>
      ))}
    </ol>
  );
}
