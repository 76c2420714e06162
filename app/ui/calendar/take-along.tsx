import type { CalendarQuery } from "#app/domain/calendar/calendar-query.ts";
import { DownloadList } from "../data/download-list.tsx";
import { SectionRule } from "../page/section-rule.tsx";
import { feedPath, subscribeLinks } from "./calendar-links.ts";

/** Subscriptions and files of what is shown, with what the files hold. */
export function TakeAlong({
  query,
  filters,
  publicUrl,
}: {
  query: CalendarQuery;
  filters: string;
  publicUrl: string;
}) {
  const dates: Record<string, string> = query.view === "list" ? { from: query.from, to: query.to } : {};
  return (
    <SectionRule
      id="subscribe"
      title="Take it with you"
      lede="These carry the traditions and the place chosen above. A subscription keeps itself up to date."
    >
      <div className="take-along">
        <div>
          <h3>Subscribe</h3>
          <DownloadList items={subscribeLinks(`${publicUrl}${feedPath("ics", filters)}`)} />
        </div>
        <div>
          <h3>Files</h3>
          <DownloadList
            items={[
              {
                href: feedPath("ics", filters, dates),
                label: "iCalendar",
                about: "for any calendar program",
              },
              {
                href: feedPath("ics", filters, { ...dates, weekly: "no" }),
                label: "iCalendar without weekly days",
              },
              { href: feedPath("csv", filters, dates), label: "CSV", about: "for a spreadsheet" },
              { href: feedPath("json", filters, dates), label: "JSON", about: "for software" },
            ]}
          />
        </div>
      </div>
      <AboutFiles publicUrl={publicUrl} />
    </SectionRule>
  );
}

/** The shape of the files and the words of their addresses, for people who build on them. */
function AboutFiles({ publicUrl }: { publicUrl: string }) {
  return (
    <details className="no-print">
      <summary>What is in the files, and how to ask for less</summary>
      <div className="measure stack">
        <p>
          iCalendar: an event for each date on which a day may be kept. Where dates differ, the first says
          “likely”, the others “possibly”, and are marked tentative. All events are shown as free time.
        </p>
        <p>
          CSV: a row for each date. <code>rank</code> 1 is the likeliest. <code>date</code> and{" "}
          <code>end_date</code> are days by daylight, both included; <code>start</code> and <code>end</code>{" "}
          are moments in UTC, often from the evening before. <code>status</code> is <code>fixed</code>,{" "}
          <code>calculated</code>, <code>predicted</code> or <code>announced</code>.
        </p>
        <p>
          JSON: one array of{" "}
          <code>
            {"{tradition, observance, name, variants: [{date, start, end, status, authority}], severity}"}
          </code>
          , the likeliest variant first.
        </p>
        <p>
          In every address you can write <code>tradition</code>, <code>observance</code>, <code>from</code>,{" "}
          <code>to</code>, <code>year</code>, <code>place</code>, or <code>lat</code> and <code>lon</code>,
          and <code>weekly=no</code>. For example{" "}
          <a href="/calendar.json?tradition=sikh&year=2027">
            <code>{publicUrl}/calendar.json?tradition=sikh&year=2027</code>
          </a>
        </p>
      </div>
    </details>
  );
}
