import { observancesBetween, type Observance } from "#app/domain/calendar/index.ts";
import {
  optionsOf,
  readCalendarQuery,
  type CalendarQuery,
  type Span,
} from "#app/domain/calendar/calendar-query.ts";
import { isWeekly } from "#app/domain/calendar/for-readers.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { pageTag, refuseKnown } from "./caching.server.ts";
import { answer, forAnybody, freshness, refuse } from "./plain-answer.server.ts";
import { refusalResponse } from "./refuse.server.ts";
import { today } from "./today.server.ts";

/** The calendar's own errors are sentences that begin with the field; as a page they are a 400. @throws Response (400) */
export function askingTheCalendar<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) throw refusalResponse(Refusal.invalid({ form: [error.message] }));
    throw error;
  }
}

export function listed(query: CalendarQuery): Observance[] {
  const wanted = new Set(query.observances);
  const found = observancesBetween(query.from, query.to, optionsOf(query)).filter(
    ({ id }) => wanted.size === 0 || wanted.has(id),
  );
  return query.weekly ? found : found.filter((one) => !isWeekly(one));
}

type Feed = {
  type: string;
  filename: string;
  span: Span;
  write: (query: CalendarQuery, facts: { publicUrl: string; today: string }) => string;
};

/** A file with what the address asks for, readable by any site, or a 400 that names the field. */
export async function calendarFeed(request: Request, publicUrl: string, feed: Feed): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const day = today();
  try {
    const query = readCalendarQuery(searchParams, day, { span: feed.span, weekly: true });
    const tag = pageTag([feed.filename, JSON.stringify(query), day, publicUrl]);
    refuseKnown(request, tag);
    return answer(feed.write(query, { publicUrl, today: day }), {
      type: feed.type,
      cache: freshness.page,
      headers: {
        ...forAnybody,
        ETag: tag,
        "Content-Disposition": `inline; filename="${feed.filename}"`,
      },
    });
  } catch (error) {
    if (error instanceof RangeError) return refuse(400, error.message);
    throw error;
  }
}
