import { expressDate } from "#app/domain/calendar/uncertainty.ts";
import type { Listed } from "#app/domain/calendar/for-readers.ts";
import { formatMonth } from "../format.ts";
import { hoursInWords } from "./hours-in-words.ts";
import { SeverityMark, statusInWords } from "./severity-mark.tsx";
import { weekdayName } from "./weekday.ts";

/** Observances in order of date, month by month, with all that is known of each. */
export function ListView({ items }: { items: Listed[] }) {
  return [...byMonth(items)].map(([month, those]) => (
    <section key={month} className="calendar-month" aria-labelledby={`month-${month}`}>
      <h2 id={`month-${month}`}>{formatMonth(month)}</h2>
      <ul className="calendar-list">
        {those.map((item) => (
          <ListItem key={`${item.tradition}/${item.id}/${item.variants[0]?.date}`} item={item} />
        ))}
      </ul>
    </section>
  ));
}

function ListItem({ item }: { item: Listed }) {
  const first = item.variants[0];
  if (!first) return null;
  return (
    <li>
      <p className="calendar-when">
        {item.variants.length === 1 ? `${weekdayName(first.date)} ` : ""}
        {dateWords(item)}
      </p>
      <div>
        <h3>
          <a href={`/calendar/${item.id}`}>{item.name}</a>
        </h3>
        <p className="small soft">
          <SeverityMark severity={item.severity} /> {item.traditionLabel}
        </p>
        <p>{item.meeting}</p>
        <p className="small soft">
          {item.variants
            .map(
              ({ date, start, end, authority, status }) =>
                `${item.variants.length > 1 ? `${Number(date.slice(8))}: ` : ""}${hoursInWords(start, end)}${authority}, ${statusInWords(status)}.`,
            )
            .join(" ")}
        </p>
      </div>
    </li>
  );
}

function dateWords({ variants }: Listed): string {
  const [first] = variants;
  const words = expressDate(variants);
  return variants.length === 1 && first?.endDate && first.endDate !== first.date
    ? `${words} to ${expressDate([{ ...first, date: first.endDate }])}`
    : words;
}

function byMonth(items: Listed[]): Map<string, Listed[]> {
  const months = new Map<string, Listed[]>();
  for (const item of items) {
    const month = item.variants[0]?.date.slice(0, 7) ?? "";
    months.set(month, [...(months.get(month) ?? []), item]);
  }
  return months;
}
