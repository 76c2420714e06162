import type { CalendarDay, Listed } from "#app/domain/calendar/for-readers.ts";
import { weekdayName } from "./weekday.ts";

/** A month as days in rows of seven; on a phone the days that hold something, one under another. */
export function MonthView({ days, today }: { days: CalendarDay[]; today: string }) {
  return (
    <ol className="month">
      {days.map(({ date, items }, index) => (
        <li
          key={date}
          className={`month-day${items.length === 0 ? " month-empty" : ""}${date === today ? " month-today" : ""}`}
          style={index === 0 ? { gridColumnStart: mondayFirst(date) } : undefined}
        >
          <h3 className="month-date">
            <time dateTime={date}>
              <span className="month-weekday">{weekdayName(date).slice(0, 3)} </span>
              {Number(date.slice(8))}
            </time>
            {date === today ? <span className="month-now"> today</span> : null}
          </h3>
          {items.length > 0 ? (
            <ul className="month-items">
              {items.map(({ item, likely }) => (
                <Item key={`${item.tradition}/${item.id}`} item={item} likely={likely} />
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

function Item({ item, likely }: { item: Listed; likely: boolean }) {
  const uncertain = item.variants.length > 1;
  return (
    <li className={`month-item severity-${item.severity}${likely ? "" : " month-possible"}`}>
      <a href={`/calendar/${item.id}`}>{item.name}</a>
      <span className="month-note">
        {uncertain ? `${likely ? "likely" : "possibly"} · ` : ""}
        {item.traditionLabel}
      </span>
    </li>
  );
}

function mondayFirst(date: string): number {
  return ((new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7) + 1;
}
