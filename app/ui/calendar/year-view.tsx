import { expressDate } from "#app/domain/calendar/uncertainty.ts";
import type { Listed } from "#app/domain/calendar/for-readers.ts";
import { formatMonth } from "../format.ts";
import { calendarPath } from "./calendar-links.ts";

/** A year on a page: a box for each month, a line for each observance. Fasts that last for weeks have one line. */
export function YearView({ items, year, filters }: { items: Listed[]; year: string; filters: string }) {
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, "0")}`);
  const lines = items.filter(({ id }) => id !== "ramadan_day" && id !== "paryushan_day");
  return (
    <div className="year">
      {months.map((month) => (
        <section key={month} aria-labelledby={`month-${month}`}>
          <h2 id={`month-${month}`}>
            <a href={calendarPath(filters, { month })}>{formatMonth(month)}</a>
          </h2>
          <ul className="year-lines">
            {lines
              .filter(({ variants }) => variants[0]?.date.startsWith(month))
              .map((item) => (
                <li key={`${item.tradition}/${item.id}/${item.variants[0]?.date}`}>
                  <span className="year-date">{expressDate(item.variants)}</span>{" "}
                  <a className={`severity-${item.severity}`} href={`/calendar/${item.id}`}>
                    {item.name}
                  </a>{" "}
                  <span className="soft">{item.traditionLabel}</span>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
