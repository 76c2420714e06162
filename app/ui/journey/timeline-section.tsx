import { countOf } from "#app/domain/counted.ts";
import type { CommitmentView } from "#app/domain/journey/commitment-view.ts";
import type { TimelineFilter, TimelinePage } from "#app/domain/journey/filter-timeline.ts";
import { momentGroups } from "#app/domain/journey/moment.ts";
import { FilterBar } from "../data/filter-bar.tsx";
import { Pager } from "../data/pager.tsx";

import { SelectField } from "../forms/select-field.tsx";
import { SectionRule } from "../page/section-rule.tsx";
import { Timeline } from "../record/timeline.tsx";
import { MomentItem } from "./moment-item.tsx";

export type TimelineView = {
  page: TimelinePage;
  filter: TimelineFilter;
  years: string[];
};

type TimelineSectionProps = TimelineView & { base: string; commitments: readonly CommitmentView[] };

/** What happened, newest first: filters and pages live in the address. */
export function TimelineSection({ page, filter, years, base, commitments }: TimelineSectionProps) {
  const titles = new Map(commitments.map(({ id, title }) => [id, title]));
  const set = filter.group || filter.commitment || filter.year;
  return (
    <SectionRule id="timeline" title="What happened, newest first" rule="plain">
      <details className="filter-fold" open={set ? true : undefined}>
        <summary>Choose what to show</summary>
        <FilterBar label="Choose what the timeline shows" clear={set ? `${base}#timeline` : undefined}>
          <SelectField
            name="show"
            label="Kind"
            required
            empty="Everything"
            defaultValue={filter.group}
            options={Object.entries(momentGroups).map(([value, label]) => ({ value, label }))}
          />
          <SelectField
            name="commitment"
            label="Commitment"
            required
            empty="All"
            defaultValue={filter.commitment}
            options={commitments.map(({ id, title }) => ({ value: id, label: title }))}
          />
          <SelectField
            name="year"
            label="Year"
            required
            empty="All"
            defaultValue={filter.year}
            options={years.map((year) => ({ value: year, label: year }))}
          />
        </FilterBar>
      </details>
      {set ? <p className="soft">{countOf(page.total, "entry", "entries")} found.</p> : null}
      {page.moments.length === 0 ? <p>Nothing in the record matches.</p> : null}
      <Timeline label="What happened">
        {page.moments.map((moment, position) => (
          <MomentItem
            key={moment.index}
            moment={moment}
            base={base}
            commitmentTitle={moment.commitment ? titles.get(moment.commitment) : undefined}
            more={Boolean(page.older) && position === page.moments.length - 1}
          />
        ))}
      </Timeline>
      <Pager
        of="entries"
        newer={page.hasNewer ? pageHref(base, filter) : undefined}
        older={page.older ? pageHref(base, filter, page.older) : undefined}
      />
    </SectionRule>
  );
}

function pageHref(base: string, filter: TimelineFilter, after?: string): string {
  const query = new URLSearchParams();
  if (filter.group) query.set("show", filter.group);
  if (filter.commitment) query.set("commitment", filter.commitment);
  if (filter.year) query.set("year", filter.year);
  if (after) query.set("after", after);
  const words = query.toString();
  return `${base}${words ? `?${words}` : ""}#timeline`;
}
