import { formatDate } from "../format.ts";
import { SectionRule } from "../page/section-rule.tsx";
import { andList, sessionTimes } from "./session-words.ts";

type SessionChangesProps = {
  changes: {
    on: string;
    startsAt: string;
    endsAt: string;
    daily: boolean;
    accepted?: { names: string[]; reason: string };
  }[];
};

/** How a session came to its times. A reason that was written for an earlier time counts no longer. */
export function SessionChanges({ changes }: SessionChangesProps) {
  if (changes.length < 2) return null;
  return (
    <SectionRule id="changes" title="How it came to this time" rule="quiet">
      <ol className="session-changes">
        {changes.map(({ on, startsAt, endsAt, daily, accepted }, index) => (
          <li key={`${on} ${index}`}>
            <p>
              <b>{formatDate(on)}:</b> {index === 0 ? "planned for" : "changed to"}{" "}
              {sessionTimes(startsAt, endsAt, daily)}.
            </p>
            {accepted ? (
              <p>
                It met {andList(accepted.names)}, accepted with this reason: “{accepted.reason}”
                {index < changes.length - 1
                  ? " The session has changed since, so this reason counts no longer."
                  : ""}
              </p>
            ) : null}
          </li>
        ))}
      </ol>
    </SectionRule>
  );
}
