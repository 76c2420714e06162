import type { CalendarQuery } from "#app/domain/calendar/calendar-query.ts";
import { daysHolding, type Listed } from "#app/domain/calendar/for-readers.ts";
import { EmptyState } from "../data/empty-state.tsx";
import { Tabs } from "../data/tabs.tsx";
import { formatDate, formatMonth } from "../format.ts";
import type { Option } from "../forms/options.ts";
import { PageHeading } from "../page/page-heading.tsx";
import { SectionRule } from "../page/section-rule.tsx";
import { CalendarFilters } from "./calendar-filters.tsx";
import { calendarPath, monthBeside } from "./calendar-links.ts";
import { ListView } from "./list-view.tsx";
import { MonthView } from "./month-view.tsx";
import { SeverityKey } from "./severity-key.tsx";
import { TakeAlong } from "./take-along.tsx";
import { datesBetween } from "./weekday.ts";
import { YearView } from "./year-view.tsx";

type CalendarPageProps = {
  query: CalendarQuery;
  /** The query's filters without dates. */
  filters: string;
  items: Listed[];
  today: string;
  places: string[];
  traditions: Option[];
  publicUrl: string;
};

/** The open faith calendar: a month, a year, or a list. */
export function CalendarPage(props: CalendarPageProps) {
  const { query, filters, publicUrl } = props;
  const links = viewLinks(props);
  return (
    <>
      <PageHeading
        title="Faith calendar"
        lede="Holy days, fasts, festivals and bank holidays for people who plan meetings. Where a date is not certain, every date on which it may fall is shown."
      />
      <Tabs
        label="Views of the calendar"
        links={links}
        current={links.find(({ view }) => view === query.view)!.href}
      />
      <CalendarFilters query={query} traditions={props.traditions} places={props.places} />
      <Shown {...props} />
      <TakeAlong query={query} filters={filters} publicUrl={publicUrl} />
      <SectionRule id="care" title="Use it with care" rule="quiet">
        <div className="measure stack">
          <p>
            Communities differ, and so do people within them. Use this to avoid harm by accident, then ask the
            people you invite. Local sightings and decisions come before anything worked out here.
          </p>
          <p>
            Every Friday, Muslims meet for Jumu’ah at midday. Every week, Shabbat begins at candle-lighting on
            Friday and ends at nightfall on Saturday.
          </p>
        </div>
      </SectionRule>
    </>
  );
}

function viewLinks({ query, filters }: CalendarPageProps) {
  return [
    { view: "month", label: "Month", href: calendarPath(filters, { month: query.from.slice(0, 7) }) },
    {
      view: "year",
      label: "Year",
      href: calendarPath(filters, { view: "year", year: query.from.slice(0, 4) }),
    },
    {
      view: "list",
      label: "List",
      href: calendarPath(filters, { view: "list", from: query.from, to: query.to }),
    },
  ];
}

function Shown({ query, filters, items, today }: CalendarPageProps) {
  if (query.view === "year") {
    const year = query.from.slice(0, 4);
    const beside = (step: number) => String(Number(year) + step);
    return (
      <SectionRule id="shown" title={year}>
        <p className="small soft year-key">In bold: major days, and days on which work is not allowed.</p>
        <YearView items={items} year={year} filters={filters} />
        <Beside
          before={{ href: calendarPath(filters, { view: "year", year: beside(-1) }), label: beside(-1) }}
          after={{ href: calendarPath(filters, { view: "year", year: beside(1) }), label: beside(1) }}
        />
      </SectionRule>
    );
  }
  const month = query.from.slice(0, 7);
  if (query.view === "list" || query.to.slice(0, 7) !== month) {
    return (
      <SectionRule id="shown" title={`${formatDate(query.from)} to ${formatDate(query.to)}`}>
        {items.length > 0 ? (
          <ListView items={items} />
        ) : (
          <EmptyState title="Nothing in these days">Choose more traditions or a longer time.</EmptyState>
        )}
      </SectionRule>
    );
  }
  const [before, after] = [monthBeside(month, -1), monthBeside(month, 1)];
  return (
    <SectionRule id="shown" title={formatMonth(month)}>
      <UnderWay items={items.filter((one) => isUnderWay(one, query.from))} />
      <SeverityKey />
      <MonthView days={daysHolding(datesBetween(query.from, query.to), items)} today={today} />
      <Beside
        before={{ href: calendarPath(filters, { month: before }), label: formatMonth(before) }}
        after={{ href: calendarPath(filters, { month: after }), label: formatMonth(after) }}
      />
    </SectionRule>
  );
}

/** Whether a season began before a day and lasts into it. */
function isUnderWay({ variants: [first] }: Listed, day: string): boolean {
  return first?.endDate !== undefined && first.date < day && first.endDate >= day;
}

/** Seasons stand on their first day in the grid; those that began earlier are named above it. */
function UnderWay({ items }: { items: Listed[] }) {
  if (items.length === 0) return null;
  return (
    <p className="small">
      Under way as the month begins:{" "}
      {items.map(({ id, tradition, name, traditionLabel, variants }, index) => (
        <span key={`${tradition}/${id}`}>
          {index > 0 ? "; " : ""}
          <a href={`/calendar/${id}`}>{name}</a> ({traditionLabel}) to {formatDate(variants[0]!.endDate!)}
        </span>
      ))}
      .
    </p>
  );
}

type Beside = { href: string; label: string };

function Beside({ before, after }: { before: Beside; after: Beside }) {
  return (
    <nav className="pager no-print" aria-label="Before and after">
      <a rel="prev" href={before.href}>
        ← {before.label}
      </a>
      <a rel="next" href={after.href}>
        {after.label} →
      </a>
    </nav>
  );
}
