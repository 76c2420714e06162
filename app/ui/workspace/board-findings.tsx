import { countOf } from "#app/domain/counted.ts";
import { findingKinds, type Finding, type FindingKind } from "#app/domain/commitment/findings.ts";

import type { MarkKind } from "../marks/mark-kinds.ts";
import { StatusMark } from "../marks/status-mark.tsx";
import { SectionRule } from "../page/section-rule.tsx";

/** What each kind of finding asks, with the mark that stands for it on every thread. */
const explained: Record<FindingKind, { title: string; lede: string; mark: MarkKind; word: string }> = {
  overdue: {
    title: "Overdue",
    lede: "The day has passed and the promise is still open. What is needed to keep it, and by when?",
    mark: "overdue",
    word: "Overdue",
  },
  stalled: {
    title: "Stalled",
    lede: "Work has stopped. What would it take to go on, and who can give it?",
    mark: "stalled",
    word: "Stalled",
  },
  "no-evidence": {
    title: "No evidence",
    lede: "Nothing shows the work to somebody who was not there. What could?",
    mark: "planned",
    word: "Nothing to show",
  },
  "no-update": {
    title: "No update for 90 days",
    lede: "Silence is read as a lack of will. What has happened since?",
    mark: "stalled",
    word: "Silent",
  },
  "target-moved": {
    title: "Targets moved",
    lede: "In the last twelve months. Is the reason one you could say to the people it was promised to?",
    mark: "target-moved",
    word: "Target moved",
  },
  "not-attested": {
    title: "Done, without the people affected",
    lede: "“Done” is our claim until people affected agree. When will they be asked?",
    mark: "done-claimed",
    word: "Done, we say",
  },
};

/** @param base the address of the list of commitments */
export function BoardFindings({ findings, base }: { findings: Finding[]; base: string }) {
  return findingKinds.map((kind) => {
    const found = findings.filter((finding) => finding.kind === kind);
    if (found.length === 0) return null;
    const { title, lede, mark, word } = explained[kind];
    return (
      <SectionRule key={kind} id={kind} title={`${title}: ${countOf(found.length, "finding")}`} lede={lede}>
        <ul className="stack findings">
          {found.map((finding) => (
            <li key={`${finding.commitment} ${finding.sentence}`}>
              <div className="row">
                <a href={`${base}/${finding.commitment}`}>{finding.title}</a>
                <StatusMark kind={mark} word={word} />
              </div>
              <p>{finding.sentence}</p>
            </li>
          ))}
        </ul>
      </SectionRule>
    );
  });
}
