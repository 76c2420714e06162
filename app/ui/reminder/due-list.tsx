import type { DueItem, ReminderKind } from "#app/domain/reminder/due-items.ts";
import type { MarkKind } from "../marks/mark-kinds.ts";
import { StatusMark } from "../marks/status-mark.tsx";

const looks: Record<ReminderKind, { mark: MarkKind; word: string }> = {
  "action-overdue": { mark: "overdue", word: "The board still waits" },
  overdue: { mark: "overdue", word: "Overdue" },
  "milestone-overdue": { mark: "overdue", word: "Milestone overdue" },
  "answer-overdue": { mark: "overdue", word: "Answer overdue" },
  "case-overdue": { mark: "overdue", word: "Answer overdue" },
  "pay-overdue": { mark: "overdue", word: "Pay overdue" },
  "action-soon": { mark: "planned", word: "The board waits" },
  "due-soon": { mark: "planned", word: "Due soon" },
  "milestone-soon": { mark: "planned", word: "Milestone soon" },
  "answer-soon": { mark: "planned", word: "Answer due soon" },
  "case-soon": { mark: "planned", word: "Answer due soon" },
  "pay-soon": { mark: "planned", word: "Pay due soon" },
  "meeting-soon": { mark: "promised", word: "Meeting" },
  "audit-closes": { mark: "promised", word: "Audit closes" },
  "audit-next": { mark: "promised", word: "Next audit" },
  "session-touched": { mark: "setback", word: "Session meets an observance" },
  "announcement-awaited": { mark: "promised", word: "Announcement awaited" },
  "training-lapsed": { mark: "overdue", word: "Training lapsed" },
  "training-soon": { mark: "planned", word: "Training lapses soon" },
  "training-prompt": { mark: "learning", word: "What changed?" },
  "persona-review": { mark: "learning", word: "Review due" },
  "benchmark-review": { mark: "learning", word: "Look again" },
  "evidence-lapsed": { mark: "learning", word: "Evidence lapsed" },
};

/** What is due, most pressing first. */
export function DueList({ items }: { items: readonly DueItem[] }) {
  return (
    <ul className="findings">
      {items.map(({ key, kind, title, because, href }) => (
        <li key={key}>
          <div className="row">
            <a href={href}>{title}</a>
            <StatusMark kind={looks[kind].mark} word={looks[kind].word} />
          </div>
          <p>{because}</p>
        </li>
      ))}
    </ul>
  );
}
