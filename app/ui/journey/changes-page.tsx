import type { Comparison } from "#app/domain/journey/compare-moments.ts";
import { FilterBar } from "../data/filter-bar.tsx";
import { DateField } from "../forms/date-field.tsx";
import { formatDate } from "../format.ts";
import { Breadcrumbs } from "../page/breadcrumbs.tsx";
import { PageHeading } from "../page/page-heading.tsx";
import { SectionRule } from "../page/section-rule.tsx";
import { ComparisonLists } from "./comparison-lists.tsx";

export type ChangesPageProps = {
  /** Where the journey is read: its public address or its preview. */
  base: string;
  organisation: string;
  comparison: Comparison;
  titles: ReadonlyMap<string, string>;
  /** ISO dates: the record at the end of each is compared. */
  from: string;
  to: string;
};

/** Any two moments of a journey side by side: what became of the promises in between, with reasons. */
export function ChangesPage({ base, organisation, comparison, titles, from, to }: ChangesPageProps) {
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "Journeys", href: "/journeys" },
          { label: organisation, href: base },
        ]}
      />
      <PageHeading
        title="What changed"
        lede={`What ${organisation} recorded about its promises after ${formatDate(from)} and up to ${formatDate(to)}. A target lowered is as visible here a year later as on the day.`}
      />
      <FilterBar label="Choose two dates">
        <DateField name="from" label="From the end of" hint="" defaultValue={from} required />
        <DateField name="to" label="To the end of" hint="" defaultValue={to} required />
      </FilterBar>
      <SectionRule id="changes" title="Promises">
        <ComparisonLists comparison={comparison} base={base} titles={titles} />
      </SectionRule>
    </>
  );
}
