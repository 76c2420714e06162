import type { Guide, Observance } from "#app/domain/calendar/index.ts";
import { expressDate, expressDay } from "#app/domain/calendar/uncertainty.ts";
import { DefinitionList } from "../data/definition-list.tsx";
import { Notice } from "../data/notice.tsx";
import { Breadcrumbs } from "../page/breadcrumbs.tsx";
import { PageHeading } from "../page/page-heading.tsx";
import { SectionRule } from "../page/section-rule.tsx";
import { hoursInWords } from "./hours-in-words.ts";
import { statusInWords } from "./severity-mark.tsx";

type Section = { guide: Guide; traditionLabel: string; dates: Observance[] };

/** What one observance is and what hosts should do; one section for each tradition that keeps it. */
export function ObservancePage({
  name,
  sections,
  told,
}: {
  name: string;
  sections: Section[];
  /** Traditions whose guide is told in full; the others share it and have their dates alone. */
  told: string[];
}) {
  return (
    <>
      <Breadcrumbs items={[{ label: "Faith calendar", href: "/calendar" }]} />
      <PageHeading title={name} lede={sections[0]?.guide.what} />
      {sections.map(({ guide, traditionLabel, dates }) => (
        <SectionRule key={guide.tradition} id={guide.tradition} title={traditionLabel}>
          {sections.length > 1 && guide.what !== sections[0]?.guide.what ? (
            <p className="measure">{guide.what}</p>
          ) : null}
          <Dates dates={dates} tradition={guide.tradition} id={guide.id} />
          {told.includes(guide.tradition) ? <HostGuide guide={guide} /> : null}
        </SectionRule>
      ))}
    </>
  );
}

function Dates({ dates, tradition, id }: { dates: Observance[]; tradition: string; id: string }) {
  if (dates.length === 0) return <p className="soft">No date in the next years.</p>;
  return (
    <>
      <h3>Next dates</h3>
      <ul className="observance-dates">
        {dates.map(({ variants }) => (
          <li key={variants[0]?.date}>
            <b>
              {variants[0]?.date.slice(0, 4)}: {expressDate(variants)}
            </b>
            {variants.map(({ date, start, end, authority, status }) => (
              <p className="small soft" key={date}>
                {variants.length > 1 ? `${expressDay(date)}: ` : ""}
                {hoursInWords(start, end)}
                {authority}, {statusInWords(status)}.
              </p>
            ))}
          </li>
        ))}
      </ul>
      <p>
        <a href={`/calendar?view=list&tradition=${tradition}`}>More of this tradition’s days</a>
        {" · "}
        <a href={`/calendar.ics?tradition=${tradition}&observance=${id}`}>iCalendar of this one</a>
      </p>
    </>
  );
}

function Reading({ guide: { reading } }: { guide: Guide }) {
  return (
    <ul className="observance-reading">
      {reading.map(({ title, address }) => (
        <li key={address}>
          <a href={address} rel="external noreferrer">
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
}

function HostGuide({ guide }: { guide: Guide }) {
  return (
    <div className="observance-guide stack">
      <h3>For hosts</h3>
      <DefinitionList
        items={[
          { term: "How dates are fixed", value: guide.howDated },
          { term: "Time", value: guide.time },
          { term: "Food", value: guide.food },
          { term: "Rooms", value: guide.rooms },
          { term: "Greeting", value: guide.greeting },
          { term: "Sources", value: guide.sources.join("; ") },
          { term: "Read further", value: guide.reading.length > 0 ? <Reading guide={guide} /> : undefined },
        ]}
      />
      {guide.reviewedBy ? (
        <p>Reviewed by {guide.reviewedBy}.</p>
      ) : (
        <Notice kind="info">
          Nobody from this community has reviewed this text yet. Take it as a start, and ask the people you
          invite.
        </Notice>
      )}
    </div>
  );
}
