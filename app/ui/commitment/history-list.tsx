import { changedFields, historySentences, type HistoryKind } from "#app/domain/commitment/history.ts";
import { formatDate, formatInstant, londonDate } from "../format.ts";

export type HistoryRow = {
  id: number;
  kind: HistoryKind;
  by: string;
  before: unknown;
  after: unknown;
  reason: string;
  changedOn: string;
  recordedAt: string | Date;
};

/** Changes, newest first, each with what stood there before. */
export function HistoryList({ changes }: { changes: HistoryRow[] }) {
  return (
    <ol className="changes">
      {changes.map((change) => (
        <li key={change.id}>
          <p>
            <b>{change.by}</b> {historySentences[change.kind]}
            {titleOf(change.after)}. <span className="soft">{whenOf(change)}</span>
          </p>
          <Fields change={change} />
          {change.reason ? <p>Reason: {change.reason}</p> : null}
        </li>
      ))}
    </ol>
  );
}

function Fields({ change }: { change: HistoryRow }) {
  const fields = changedFields(asRow(change.before), asRow(change.after) ?? {});
  if (fields.length === 0) return null;
  return (
    <ul>
      {fields.map(({ field, was, now }) => (
        <li key={field}>
          {field}: {was} → {now}
        </li>
      ))}
    </ul>
  );
}

/** To the minute, unless a past was told later: then the day it tells of. */
function whenOf({ changedOn, recordedAt }: HistoryRow): string {
  return londonDate(recordedAt) === changedOn ? formatInstant(recordedAt) : formatDate(changedOn);
}

function titleOf(after: unknown): string {
  const title = asRow(after)?.title;
  return typeof title === "string" ? `, “${title}”` : "";
}

function asRow(value: unknown): Record<string, unknown> | null {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
}
