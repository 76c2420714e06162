import { demandsReason, type Difference } from "#app/domain/publishing/difference.ts";

/** What would read otherwise than now, each with was and now. */
export function DifferenceList({ differences }: { differences: readonly Difference[] }) {
  if (differences.length === 0) return null;
  return (
    <dl className="change">
      {differences.map((difference) => (
        <div key={difference.field} className="publish-difference">
          <dt>
            {difference.field}
            {demandsReason(difference) ? <b> {words[difference.direction]}</b> : null}
          </dt>
          <dd>
            <s>{difference.was}</s> <span className="visually-hidden">becomes</span>
            <span aria-hidden="true">→</span> <span className="now">{difference.now}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

const words = { weakened: "weaker", strengthened: "stronger", changed: "reworded" } as const;
