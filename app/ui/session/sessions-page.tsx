import { countOf } from "#app/domain/counted.ts";
import { sessionStatusNames, type SessionStatus } from "#app/domain/session/status.ts";
import { DataTable } from "../data/data-table.tsx";
import { EmptyState } from "../data/empty-state.tsx";
import { Tabs } from "../data/tabs.tsx";
import { formatDate, formatNumber } from "../format.ts";
import { ButtonLink } from "../forms/button-link.tsx";
import { PageHeading } from "../page/page-heading.tsx";
import { SectionRule } from "../page/section-rule.tsx";
import { andList, sessionTimes } from "./session-words.ts";

type Row = {
  id: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  daily: boolean;
  status: SessionStatus;
  /** Serious conflicts by name. */
  serious: string[];
};

type SessionsPageProps = {
  base: string;
  past: boolean;
  sessions: Row[];
  next?: string;
  figures: {
    id: string;
    title: string;
    unit: string;
    value: number | null;
    numerator: number | null;
    denominator: number | null;
    caveat: string;
  }[];
  givingWay: { name: string; times: number }[];
  polls: { id: string; title: string; closesOn: string }[];
  mayEdit: boolean;
};

/** The room of sessions: what is planned, what was held, and who had to give way. */
export function SessionsPage(props: SessionsPageProps) {
  const { base, past, sessions, next, mayEdit } = props;
  return (
    <>
      <PageHeading
        title="Sessions"
        lede="Plan meetings that nobody is kept away from by accident."
        actions={
          <>
            {mayEdit ? <ButtonLink href={`${base}/new`}>Plan a session</ButtonLink> : null}
            <ButtonLink href={`${base}/find`} variant="second">
              Find a time
            </ButtonLink>
            <ButtonLink href={`${base}/import`} variant="second">
              Check a calendar
            </ButtonLink>
            <ButtonLink href={`${base}/local`} variant="quiet">
              Announced dates and school holidays
            </ButtonLink>
          </>
        }
      />
      <Tabs
        label="Sessions"
        links={[
          { href: base, label: "Coming" },
          { href: `${base}?show=past`, label: "Past" },
        ]}
        current={past ? `${base}?show=past` : base}
      />
      {sessions.length === 0 ? (
        <EmptyState title={past ? "No session so far" : "No session is planned"}>
          Sessions are checked against the faith calendar when you save them.
        </EmptyState>
      ) : (
        <SessionTable sessions={sessions} base={base} />
      )}
      {next ? (
        <nav className="pager" aria-label="More sessions">
          <a
            rel="next"
            href={`${base}?${new URLSearchParams({ ...(past ? { show: "past" } : {}), after: next })}`}
          >
            More sessions →
          </a>
        </nav>
      ) : null}
      <p>
        <a href={`${base}/sessions.ics`}>All sessions as iCalendar</a>
      </p>
      <Figures {...props} />
      {props.polls.length > 0 ? (
        <SectionRule id="polls" title="Polls" rule="quiet">
          <ul className="plain-list">
            {props.polls.map(({ id, title, closesOn }) => (
              <li key={id}>
                <a href={`${base}/polls/${id}`}>{title}</a>{" "}
                <span className="soft">until {formatDate(closesOn)}</span>
              </li>
            ))}
          </ul>
        </SectionRule>
      ) : null}
    </>
  );
}

function SessionTable({ sessions, base }: { sessions: Row[]; base: string }) {
  return (
    <DataTable
      caption="Sessions"
      captionHidden
      rows={sessions}
      rowKey={({ id }) => id}
      columns={[
        {
          header: "Session",
          rowHeader: true,
          cell: ({ id, title }) => <a href={`${base}/${id}`}>{title}</a>,
        },
        { header: "When", cell: ({ startsAt, endsAt, daily }) => sessionTimes(startsAt, endsAt, daily) },
        {
          header: "Meets",
          cell: ({ serious }) => (serious.length > 0 ? andList(serious) : "Clear of serious conflicts"),
        },
        { header: "State", cell: ({ status }) => sessionStatusNames[status] },
      ]}
    />
  );
}

function Figures({ figures, givingWay }: SessionsPageProps) {
  return (
    <SectionRule id="figures" title="The last twelve months" rule="quiet">
      <div className="stack">
        <ul className="plain-list">
          {figures.map(({ id, title, unit, value, numerator, denominator, caveat }) => (
            <li key={id}>
              {title}:{" "}
              <b>
                {value === null
                  ? "nothing to count yet"
                  : unit === "%"
                    ? `${formatNumber(value)}% (${numerator} of ${denominator})`
                    : formatNumber(value)}
              </b>{" "}
              {value === null ? <span className="soft">{caveat}</span> : null}
            </li>
          ))}
        </ul>
        {givingWay.length > 0 ? (
          <div>
            <h3>Who gave way, in all that is planned or held</h3>
            <ul>
              {givingWay.map(({ name, times }) => (
                <li key={name}>
                  {name}: {countOf(times, "session")}
                </li>
              ))}
            </ul>
          </div>
        ) : null}
      </div>
    </SectionRule>
  );
}
