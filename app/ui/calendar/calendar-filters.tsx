import type { CalendarQuery } from "#app/domain/calendar/calendar-query.ts";
import type { Option } from "../forms/options.ts";
import { Button } from "../forms/button.tsx";
import { CheckboxGroup } from "../forms/checkbox-group.tsx";
import { SelectField } from "../forms/select-field.tsx";
import { DateField } from "../forms/date-field.tsx";

type CalendarFiltersProps = { query: CalendarQuery; traditions: Option[]; places: string[] };

/** What to show, as an ordinary form whose answers stand in the address. */
export function CalendarFilters({ query, traditions, places }: CalendarFiltersProps) {
  return (
    <details className="filter-fold no-print" open={query.traditions.length > 0 || undefined}>
      <summary>Choose traditions, place and dates</summary>
      <form className="stack calendar-filters" method="get" action="/calendar">
        <input type="hidden" name="view" value={query.view} />
        {query.observances.map((one) => (
          <input key={one} type="hidden" name="observance" value={one} />
        ))}
        <CheckboxGroup
          name="tradition"
          label="Traditions"
          hint="None ticked shows all."
          options={traditions}
          defaultValue={query.traditions}
        />
        <SelectField
          name="place"
          label="Place"
          hint="Sunset, dawn and candle-lighting are worked out for it."
          empty="London"
          options={places.map((place) => ({ value: place, label: place }))}
          defaultValue={query.place}
        />
        <DateField name="from" label="From" defaultValue={query.view === "list" ? query.from : undefined} />
        <DateField name="to" label="To" defaultValue={query.view === "list" ? query.to : undefined} />
        <CheckboxGroup
          name="weekly"
          label="Every week"
          options={[{ value: "yes", label: "List Friday prayer and Shabbat on each of their days" }]}
          defaultValue={query.weekly ? ["yes"] : []}
        />
        <div className="row">
          <Button variant="second">Show</Button>
          <a className="button button-quiet" href="/calendar">
            Clear
          </a>
        </div>
      </form>
    </details>
  );
}
