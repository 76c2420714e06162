import type { Recommendation } from "#app/domain/framework/framework.ts";
import { listOf } from "../format.ts";

/** What is being adopted, in sight while the promise is written. */
export function RecommendationAside({ recommendation }: { recommendation: Recommendation }) {
  const { number, title, text, forWhom, intent, sources, deliverable } = recommendation;
  return (
    <aside className="card" aria-labelledby="recommendation-title">
      <h2 id="recommendation-title">
        Recommendation {number}: {title}
      </h2>
      <p>{text}</p>
      <p>
        <b>What it is meant to change.</b> {intent}
      </p>
      <p>
        <b>Who it is for.</b> {forWhom}.
      </p>
      {deliverable === "advocacy" ? (
        <p>
          <b>Something to argue for.</b> One organisation cannot deliver it alone. Promise what you will do to
          press for it.
        </p>
      ) : null}
      <p className="card-foot soft">
        Source: {listOf(sources.map(({ part, pages }) => `${part} (pages ${pages})`))}
      </p>
    </aside>
  );
}
