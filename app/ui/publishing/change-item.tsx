import { LONGEST_REASON, reasonField } from "#app/domain/publishing/drafts.ts";
import type { Change } from "#app/domain/publishing/propose.ts";
import { TextArea } from "../forms/text-area.tsx";
import { formatDate } from "../format.ts";
import { DifferenceList } from "./difference-list.tsx";

type ChangeItemProps = {
  change: Change;
  /** Sentences about the reason, and what was typed before. */
  error?: string[];
  typed?: string;
  /** Reviewers read; only those who publish are asked. */
  asks: boolean;
};

/** One thing that publishing would say, with was and now, and the reason it demands beside them. */
export function ChangeItem({ change, error, typed, asks }: ChangeItemProps) {
  const { differences, reasonDemanded, reason } = change;
  return (
    <li className="publish-item">
      <h3>{change.label}</h3>
      <p className="small soft">
        {change.standing === "added" ? "New" : "Changed"}, from {formatDate(change.effectiveOn)}
      </p>
      <DifferenceList differences={differences} />
      {reasonDemanded && asks ? (
        <TextArea
          name={reasonField(change)}
          label="Why?"
          hint="Published beside the change. Say it as you would to somebody who was counting on it."
          rows={3}
          required
          maxLength={LONGEST_REASON}
          defaultValue={typed ?? reason ?? ""}
          error={error}
        />
      ) : null}
      {!reasonDemanded && reason && differences.length > 0 ? <p>Why: {reason}</p> : null}
    </li>
  );
}
