import type { Difference } from "#app/domain/publishing/difference.ts";
import type { ClearanceState } from "#app/domain/review/clearance.ts";
import type { ContentLine } from "#app/domain/review/content-words.ts";
import { Tag } from "../data/tag.tsx";
import { formatDate } from "../format.ts";
import { DifferenceList } from "../publishing/difference-list.tsx";

export type WaitingItem = {
  value: string;
  label: string;
  state: ClearanceState;
  latest: { decision: "accept" | "return"; text: string; decidedOn: string } | undefined;
  differences: Difference[];
  lines: ContentLine[];
};

const stateWords: Record<ClearanceState, string> = {
  waiting: "Waits for a reviewer",
  accepted: "Accepted exactly so",
  returned: "Returned for more work",
};

/** Everything but commitments that would be published now, with all its words. */
export function WaitingList({ items }: { items: readonly WaitingItem[] }) {
  return (
    <ul className="findings">
      {items.map(({ value, label, state, latest, differences, lines }) => (
        <li key={value}>
          <div className="row">
            <b>{label}</b>
            <Tag>{stateWords[state]}</Tag>
          </div>
          <DifferenceList differences={differences} />
          <details className="chart-facts">
            <summary>All its words</summary>
            <dl className="content-words">
              {lines.map(({ name, says }, index) => (
                <div key={index}>
                  <dt>{name}</dt>
                  <dd className="as-typed">{says}</dd>
                </div>
              ))}
            </dl>
          </details>
          {latest ? (
            <p className="soft">
              {latest.decision === "accept" ? "Accepted" : "Returned"} on {formatDate(latest.decidedOn)}
              {state === "waiting" ? ", and changed since" : ""}: {latest.text}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
