import type { CommitmentView } from "#app/domain/journey/commitment-view.ts";
import { StatusMark } from "../marks/status-mark.tsx";
import { commitmentPath } from "./journey-links.ts";
import { standingWords } from "./standing-words.ts";

/** What is past its date or stalled, the longest overdue first. */
export function OwedList({
  owed,
  base,
  organisation,
}: {
  owed: readonly CommitmentView[];
  base: string;
  organisation: string;
}) {
  if (owed.length === 0) return <p>Nothing is overdue or stalled today.</p>;
  return (
    <ul className="plain-list">
      {owed.map((commitment) => (
        <li key={commitment.id}>
          <a href={commitmentPath(base, commitment.id)}>{commitment.title}</a>
          <div className="small">
            <StatusMark
              kind={commitment.standing.mark}
              word={standingWords(commitment.standing, organisation)}
            />
          </div>
        </li>
      ))}
    </ul>
  );
}
