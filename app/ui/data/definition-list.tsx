import type { ReactNode } from "react";

/** Terms with what they are: the facts of one thing. An item whose `value` is empty is left out. */
export function DefinitionList({ items }: { items: { term: string; value: ReactNode }[] }) {
  return (
    <dl className="facts">
      {items
        .filter(({ value }) => value !== undefined && value !== null && value !== "")
        .map(({ term, value }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
