import type { Journey } from "#app/domain/journey/journey.ts";
import type { RecommendationStanding } from "#app/domain/journey/recommendation-standing.ts";
import { addMonths } from "#app/domain/dates/days.ts";
import { kindNames } from "#app/domain/organisation/facts.ts";
import { JourneyStrip } from "../charts/journey-strip.tsx";
import { DownloadList } from "../data/download-list.tsx";
import { EmptyState } from "../data/empty-state.tsx";
import { Breadcrumbs } from "../page/breadcrumbs.tsx";
import { PageHeading } from "../page/page-heading.tsx";
import { Seal } from "../page/seal.tsx";
import { SectionRule } from "../page/section-rule.tsx";
import { SummaryFigures } from "../page/summary-figures.tsx";
import { WithAside } from "../page/with-aside.tsx";
import { figuresOf } from "./figures-of.ts";
import {
  askPath,
  auditPath,
  journeyPath,
  loopsPath,
  payPath,
  recordPath,
  recruitmentPath,
} from "./journey-links.ts";
import { laneOf } from "./lane-of.ts";
import { LatelyList } from "./lately-list.tsx";
import { OwedList } from "./owed-list.tsx";
import { Paragraphs } from "./paragraphs.tsx";
import { StandingsList } from "./standings-list.tsx";
import { TimelineSection, type TimelineView } from "./timeline-section.tsx";

export type JourneyPageProps = {
  slug: string;
  /** Where the journey is read: its public address or its preview. */
  base: string;
  journey: Omit<Journey, "timeline">;
  standings: readonly RecommendationStanding[];
  timeline: TimelineView;
  /** ISO date. */
  today: string;
};

/** An organisation's journey: what it promised, what it has done, what changed on the way and what is still owed. */
export function JourneyPage({ slug, base, journey, standings, timeline, today }: JourneyPageProps) {
  const { organisation, commitments } = journey;
  const [lede, ...rest] = organisation.statement.split(/\n\s*\n/);
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "Journeys", href: "/journeys" },
          { label: kindNames[organisation.kind], href: `/journeys?kind=${organisation.kind}` },
          { label: organisation.region },
        ]}
      />
      <PageHeading title={organisation.name} lede={lede}>
        <Seal
          state="unchecked"
          entries={journey.size}
          publishedOn={journey.publishedOn}
          href={recordPath(slug)}
        />
      </PageHeading>
      {rest.length > 0 ? (
        <details className="more-words">
          <summary>The rest of our statement</summary>
          <Paragraphs text={rest.join("\n\n")} className="measure" />
        </details>
      ) : null}
      <SummaryFigures figures={figuresOf(journey.figures, organisation.name)} />
      {commitments.length === 0 ? (
        <EmptyState title="No promise yet">
          {organisation.name} has opened its record and promised nothing so far. What it promises will stand
          here.
        </EmptyState>
      ) : (
        <JourneyStrip
          title="The promises at a glance"
          summary="Each line is one commitment. A solid line is work under way; a knot is a promise that the people affected agree was kept."
          lanes={journey.lanes.map((lane) => laneOf(lane, base, organisation.name))}
          today={today}
        />
      )}
      <WithAside
        label="About this journey"
        aside={<JourneyAside slug={slug} base={base} journey={journey} today={today} />}
      >
        <TimelineSection {...timeline} base={base} commitments={commitments} />
      </WithAside>
      <SectionRule
        id="recommendations"
        title="Where each recommendation stands"
        lede="The recommendations come from people with lived experience of racism in co-production."
      >
        <StandingsList standings={standings} base={base} organisation={organisation.name} />
      </SectionRule>
    </>
  );
}

function JourneyAside({
  slug,
  base,
  journey,
  today,
}: Pick<JourneyPageProps, "slug" | "base" | "journey" | "today">) {
  const path = journeyPath(slug);
  return (
    <>
      <SectionRule id="owed" title="Still owed">
        <OwedList owed={journey.owed} base={base} organisation={journey.organisation.name} />
      </SectionRule>
      <SectionRule id="lately" title="Changed in the last 12 months">
        <LatelyList lately={journey.lately} base={base} from={addMonths(today, -12)} to={today} />
      </SectionRule>
      <SectionRule id="loops" title="What people said">
        <p>
          <a href={loopsPath(slug)}>You said, and what came of it</a>
        </p>
        <p>
          <a href={askPath(slug)}>Ask or challenge</a>, without a name
        </p>
      </SectionRule>
      <SectionRule id="take" title="Take it with you">
        <DownloadList
          items={[
            ...(journey.audited
              ? [{ href: auditPath(path), label: "Self-audit", about: "who says what" }]
              : []),
            { href: `${path}/feed.atom`, label: "Follow", about: "Atom feed" },
            { href: `${path}/due.ics`, label: "Due dates", about: "calendar file" },
            {
              href: recruitmentPath(slug),
              label: "Recruitment",
              about: "who was reached, appointed and kept",
            },
            { href: payPath(slug), label: "Pay", about: "what was offered and paid, and how soon" },
            { href: `${path}/data/commitments.csv`, label: "Commitments", about: "CSV" },
            { href: `${path}/data/readings.csv`, label: "Figures", about: "CSV" },
            { href: `${path}/data/datapackage.json`, label: "All tables", about: "what they hold" },
            { href: recordPath(slug), label: "The whole record", about: "check it yourself" },
          ]}
        />
      </SectionRule>
    </>
  );
}
