import type { Carry } from "#app/domain/remuneration/carry.ts";
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

type Props = {
  decisions: Decision[];
  lines: { id: string; title: string }[];
  /** Money handed on between funds, into or out of the one looked at. */
  carries: Carry[];
  fundId: string;
  fundTitles: Record<string, string>;
};

/** What was decided about a fund's money, newest first, each with its reason. */
export function DecisionList({ decisions, lines, carries, fundId, fundTitles }: Props) {
  const line = (id: string | null) =>
    id === null ? "what no line holds" : `“${lines.find((one) => one.id === id)?.title ?? "a line"}”`;
  const fund = (id: string) => `“${fundTitles[id] ?? "another fund"}”`;
  const told = [
    ...decisions.map((one) => ({
      ...one,
      words:
        one.kind === "move"
          ? `${formatPence(one.amountPence)} moved from ${line(one.fromLine)} to ${line(one.toLine)}.`
          : `${line(one.toLine)} may go over by up to ${formatPence(one.amountPence)}.`,
    })),
    ...carries.map((one) => ({
      ...one,
      words:
        one.toFund === fundId
          ? `${formatPence(one.amountPence)} carried over from ${fund(one.fromFund)}.`
          : `${formatPence(one.amountPence)} carried over to ${fund(one.toFund)}.`,
    })),
  ].sort((a, b) => b.decidedOn.localeCompare(a.decidedOn));
  if (told.length === 0) return <p>Nothing has been moved or carried over, and nothing may be overspent.</p>;
  return (
    <ul className="stack">
      {told.map(({ id, words, reason, decidedOn }) => (
        <li key={id}>
          {formatDate(decidedOn)}: {words} <span className="as-typed">{reason}</span>
        </li>
      ))}
    </ul>
  );
}
