import type { AuditRoundContent } from "#app/domain/audit/public.ts";
import { formatDate } from "../format.ts";
import { entryPath } from "../journey/journey-links.ts";
import { Breadcrumbs } from "../page/breadcrumbs.tsx";
import { PageHeading } from "../page/page-heading.tsx";
import { SectionRule } from "../page/section-rule.tsx";
import { DotPlot } from "./dot-plot.tsx";
import { TurnoutTable } from "./turnout-table.tsx";

type Props = {
  base: string;
  organisation: string;
  /** Newest first; `index` is the entry that says so. */
  rounds: (AuditRoundContent & { id: string; index: number })[];
};

/** What an organisation published of its self-audits: who said what, and how many were asked. */
export function PublicAudit({ base, organisation, rounds }: Props) {
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "Journeys", href: "/journeys" },
          { label: organisation, href: base },
        ]}
      />
      <PageHeading
        title="How far are they, and who says so?"
        lede={`${organisation} asked its team, its board, co-producers and partners the same questions. There is no overall score. A voice with fewer than three answers is not shown.`}
      />
      {rounds.map((round) => (
        <SectionRule
          key={round.id}
          id={`round-${round.id}`}
          title={round.title}
          lede={
            <>
              Closed on {formatDate(round.closedOn)}. {organisation} shows {round.questions.length} of{" "}
              {round.asked} questions. <a href={entryPath(base, round.index)}>See it in the record</a>
            </>
          }
        >
          <TurnoutTable rows={round.voices} />
          {round.questions.map((question) => (
            <div className="audit-question" key={question.id}>
              {question.spreads.length > 0 ? (
                <DotPlot title={question.title} spreads={question.spreads} />
              ) : (
                <p>{question.title}: fewer than three people of each voice answered.</p>
              )}
            </div>
          ))}
        </SectionRule>
      ))}
    </>
  );
}
