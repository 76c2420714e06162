import { formatDate, formatInstant, londonDate } from "../format.ts";

type Kept = { version: number; by: string | null; changedOn: string; recordedAt: string | Date };
type Props = {
  versions: (Kept & { changes: { label: string; was: string; now: string }[] })[];
  /** Address of this list; a version stands under it by its number. */
  base: string;
};

/** Who saved a version and when: to the minute, unless a past was told later. */
export function whoAndWhen({ by, changedOn, recordedAt }: Kept): string {
  if (by === null) return "It stood there when earlier versions began to be kept.";
  const when = londonDate(recordedAt) === changedOn ? formatInstant(recordedAt) : formatDate(changedOn);
  return `Saved by ${by}, ${when}.`;
}

/** Saves of a preflight, newest first, each with what it changed. */
export function VersionList({ versions, base }: Props) {
  return (
    <ol className="changes">
      {versions.map(({ changes, ...kept }) => (
        <li key={kept.version}>
          <p>
            <b>
              <a href={`${base}/${kept.version}`}>Version {kept.version}</a>
            </b>
            . <span className="soft">{whoAndWhen(kept)}</span>
          </p>
          {changes.length === 0 ? (
            <p>Saved without a change.</p>
          ) : (
            <ul>
              {changes.map(({ label, was, now }) => (
                <li key={label}>
                  {label}: {was ? `${was} → ` : ""}
                  {now || "nothing"}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
