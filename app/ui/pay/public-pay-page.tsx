import type { PublicPay } from "#app/domain/remuneration/public-pay.ts";
import { DownloadList } from "../data/download-list.tsx";
import { EmptyState } from "../data/empty-state.tsx";
import { formatDate, londonDate } from "../format.ts";
import { entryPath, journeyPath } from "../journey/journey-links.ts";
import { Breadcrumbs } from "../page/breadcrumbs.tsx";
import { PageHeading } from "../page/page-heading.tsx";
import { SectionRule } from "../page/section-rule.tsx";
import { PaySummaryFigures } from "./pay-summary-figures.tsx";

type Props = { slug: string; organisation: string; periods: PublicPay[] };

/** What was promised, offered and paid, period by period, from the record. */
export function PublicPayPage({ slug, organisation, periods }: Props) {
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "Journeys", href: "/journeys" },
          { label: organisation, href: journeyPath(slug) },
        ]}
      />
      <PageHeading
        title="Paying people who take part"
        lede={`What ${organisation} says it set aside, offered and paid. Counts of people are rounded to 5; what few people share is hidden.`}
      />
      {periods.length === 0 ? (
        <EmptyState title="Nothing published about pay">
          <p>{organisation} has not published what it offers and pays to people who take part.</p>
        </EmptyState>
      ) : null}
      {periods.map(({ summary, index, corrections }) => (
        <SectionRule
          key={summary.from}
          id={`from-${summary.from}`}
          title={`${formatDate(summary.from)} to ${formatDate(summary.until)}`}
        >
          <div className="stack-wide">
            <PaySummaryFigures summary={summary} />
            <p>
              <a href={entryPath(journeyPath(slug), index)}>This entry in the record</a>
            </p>
            {corrections.length > 0 ? (
              <ul>
                {corrections.map((correction) => (
                  <li key={correction.index}>
                    <a href={entryPath(journeyPath(slug), correction.index)}>
                      Figures changed on {formatDate(londonDate(correction.recordedAt))}
                    </a>
                    {correction.reason ? `: ${correction.reason}` : ""}
                  </li>
                ))}
              </ul>
            ) : null}
          </div>
        </SectionRule>
      ))}
      {periods.length > 0 ? (
        <SectionRule
          id="files"
          title="These figures as files"
          lede="The same protected figures, for a spreadsheet or for software."
          rule="quiet"
        >
          <DownloadList
            items={[
              { href: `${journeyPath(slug)}/pay/figures.csv`, label: "Pay figures", about: "CSV" },
              { href: `${journeyPath(slug)}/pay/figures.json`, label: "Pay figures", about: "JSON" },
            ]}
          />
        </SectionRule>
      ) : null}
      <p className="soft measure">
        One person on one day counts once. Choosing nothing is counted apart from never having been offered
        anything. Figures that change after a period is over carry a reason.{" "}
        <a href="/pay-guidance">What being paid for taking part can mean</a>
      </p>
    </>
  );
}
