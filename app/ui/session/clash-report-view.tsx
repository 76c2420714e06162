import { countOf } from "#app/domain/counted.ts";
import type { ClashReport } from "#app/domain/session/clash-report.ts";
import { traditionName } from "#app/domain/calendar/tradition-names.ts";
import { DataTable } from "../data/data-table.tsx";
import { Notice } from "../data/notice.tsx";
import { formatDate } from "../format.ts";
import { SectionRule } from "../page/section-rule.tsx";
import { andList, sessionTimes } from "./session-words.ts";

/** Every clash of a calendar, who gave way, and what could not be read. */
export function ClashReportView({ report }: { report: ClashReport }) {
  const { meetings, clashes, seriously, givingWay, problems, more } = report;
  return (
    <SectionRule
      id="report"
      title={`${formatDate(report.from)} to ${formatDate(report.to)}`}
      lede={
        meetings === 0
          ? `No meeting of this year could be checked.${problems.length === 0 ? " Is it the right year, and the right file?" : ""}`
          : `${countOf(meetings, "meeting")}, ${seriously} of them with a serious conflict.`
      }
    >
      <div className="stack">
        {givingWay.length > 0 ? (
          <p>
            Who had to give way:{" "}
            {andList(givingWay.map(({ tradition, times }) => `${traditionName(tradition)} (${times})`))}.
          </p>
        ) : null}
        {problems.length > 0 ? (
          <Notice kind="warn">
            <ul>
              {problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </Notice>
        ) : null}
        {clashes.length > 0 ? (
          <DataTable
            caption="Clashes"
            rows={clashes}
            rowKey={({ meeting }) => `${meeting.start} ${meeting.title}`}
            columns={[
              { header: "Meeting", rowHeader: true, cell: ({ meeting }) => meeting.title },
              { header: "When", cell: ({ meeting }) => sessionTimes(meeting.start, meeting.end) },
              {
                header: "Meets",
                cell: ({ conflicts }) =>
                  conflicts
                    .map(({ name, severity, likely }) =>
                      [
                        name,
                        severity === "serious" ? "serious" : "take care",
                        ...(likely ? [] : ["possible date"]),
                      ].join(", "),
                    )
                    .join("; "),
              },
              {
                header: "Keeps away",
                cell: ({ conflicts }) => andList([...new Set(conflicts.map(({ excludes }) => excludes))]),
              },
            ]}
          />
        ) : meetings === 0 ? null : (
          <p>Nothing in it meets an observance that matters for a meeting.</p>
        )}
        {more > 0 ? <p>And {more} more.</p> : null}
      </div>
    </SectionRule>
  );
}
