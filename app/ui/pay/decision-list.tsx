import { formatDate, formatPence } from "../format.ts";

type Decision = {
  id: string;
  kind: "move" | "overspend";
  fromLine: string | null;
  toLine: string | null;
  amountPence: number;
  reason: string;
  decidedOn: string;
};

/** What was decided about a fund's money, newest first, each with its reason. */
export function DecisionList({
  decisions,
  lines,
}: {
  decisions: Decision[];
  lines: { id: string; title: string }[];
}) {
  if (decisions.length === 0) return <p>Nothing has been moved, and nothing may be overspent.</p>;
  const name = (id: string | null) =>
    id === null ? "what no line holds" : `“${lines.find((line) => line.id === id)?.title ?? "a line"}”`;
  return (
    <ul className="stack">
      {decisions.map(({ id, kind, fromLine, toLine, amountPence, reason, decidedOn }) => (
        <li key={id}>
          {formatDate(decidedOn)}:{" "}
          {kind === "move"
            ? `${formatPence(amountPence)} moved from ${name(fromLine)} to ${name(toLine)}. `
            : `${name(toLine)} may go over by up to ${formatPence(amountPence)}. `}
          <span className="as-typed">{reason}</span>
        </li>
      ))}
    </ul>
  );
}
