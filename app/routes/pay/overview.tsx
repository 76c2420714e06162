import { countOf } from "#app/domain/counted.ts";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { payFigures } from "#app/domain/remuneration/figures.ts";
import { findAll } from "#app/domain/remuneration/findings.ts";
import { paySteps } from "#app/domain/remuneration/first-steps.ts";
import { parityOf } from "#app/domain/remuneration/ledger.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { readLedger } from "#db/pay-ledger.server.ts";
import { listRates } from "#db/pay-rate.server.ts";
import { listFunds } from "#db/remuneration.server.ts";
import { DownloadList } from "#app/ui/data/download-list.tsx";
import { EmptyState } from "#app/ui/data/empty-state.tsx";
import { formatPence } from "#app/ui/format.ts";
import { ButtonLink } from "#app/ui/forms/button-link.tsx";
import { FindingList } from "#app/ui/pay/finding-list.tsx";
import { FundTable } from "#app/ui/pay/fund-table.tsx";
import { PayTabs } from "#app/ui/pay/pay-tabs.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";
import { NextSteps } from "#app/ui/workspace/next-steps.tsx";
import { SummaryFigures } from "#app/ui/page/summary-figures.tsx";
import { fundRows } from "./fund-rows.ts";

// More than a page can be read through; the rest is reached through the offers.
const MOST_SHOWN = 200;

export const meta = () => [{ title: "Pay – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const [ledger, sheets, rates] = await Promise.all([readLedger(scope), listFunds(scope), listRates(scope)]);
  const day = today();
  const lines = sheets.flatMap((sheet) =>
    sheet.lines.map(({ id, title, fundId }) => ({ fundId, title, position: sheet.positions.get(id)! })),
  );
  const findings = findAll(ledger, lines, rates, day);
  return {
    mayEdit: can(scope.role, "workspace.edit"),
    findings: findings.slice(0, MOST_SHOWN),
    more: Math.max(0, findings.length - MOST_SHOWN),
    figures: payFigures(ledger.turnouts, ledger.offers, ledger.payments, day),
    parity: parityOf(ledger, day),
    funds: fundRows(sheets),
    steps: paySteps({
      fundId: sheets[0]?.fund.id,
      lines: lines.length,
      ownRates: rates.filter(({ kind }) => kind === "own").length,
      offers: ledger.offers.length,
      payments: ledger.payments.length,
      turnouts: ledger.turnouts.length,
    }),
  };
});

export default function PayOverviewPage() {
  const { mayEdit, findings, more, figures, parity, funds, steps } = useLoaderData<typeof loader>();
  const { organisation } = useParams();
  const base = `/o/${organisation}/pay`;
  return (
    <>
      <PageHeading
        title="Pay"
        lede="What people were promised, offered and paid, and what is left to put right. Only your organisation sees this page."
        actions={
          mayEdit && funds.length > 0 ? (
            <>
              <ButtonLink href={`${base}/offers/new`}>Make an offer</ButtonLink>
              <ButtonLink href={`${base}/payments`} variant="second">
                Record a payment
              </ButtonLink>
              <ButtonLink href={`${base}/import`} variant="quiet">
                Import a file
              </ButtonLink>
            </>
          ) : null
        }
      />
      <PayTabs />
      {mayEdit ? <NextSteps steps={steps} base={base} /> : null}
      {funds.length === 0 ? (
        mayEdit ? null : (
          <EmptyState title="No fund yet">
            <p>When somebody has added a fund, this page shows what people are offered and paid from it.</p>
          </EmptyState>
        )
      ) : (
        <>
          <SummaryFigures
            figures={[
              {
                label: "Offered",
                value: formatPence(figures.offeredPence),
                text: `to ${countOf(figures.offered, "person", "people")}, each day counted`,
              },
              { label: "Taken up", value: formatPence(figures.owedPence), text: "after what people chose" },
              {
                label: "Paid",
                value: formatPence(figures.paidPence),
                text:
                  figures.medianDaysToPay === null
                    ? "nothing settled yet"
                    : `middle wait ${countOf(figures.medianDaysToPay, "day")}`,
              },
              {
                label: "Never offered",
                value: figures.neverOffered,
                text: `of ${countOf(figures.takingPart, "person", "people")} taking part`,
                href: `${base}/turnouts`,
              },
            ]}
          />
          <SectionRule
            id="to-do"
            title="What needs doing"
            lede="Found by the checks in your own figures. What can still be put right goes away when it is; the rest is for next time."
          >
            <FindingList findings={findings} base={base} />
            {more > 0 ? <p>And {more} more: see the offers.</p> : null}
          </SectionRule>
          <SectionRule id="funds" title="Where the funds stand">
            <FundTable funds={funds} base={base} />
          </SectionRule>
          <SectionRule id="parity" title="Staff and participants" rule="quiet">
            <p>
              {parity === null
                ? "Enter what an hour of staff time costs to see how it compares with what participants are offered."
                : `An hour of staff time costs £${parity.toFixed(2)} for each £1 that a participant is offered for the same hour.`}{" "}
              <a href={`${base}/staff`}>Staff parity</a>
            </p>
          </SectionRule>
        </>
      )}
      {funds.length > 0 ? (
        <SectionRule
          id="audit"
          title="For an audit"
          lede="Everything in these books, to the penny, for somebody who has to check them. No file says what a person told you of their means, or which community they are of."
          rule="quiet"
        >
          <DownloadList
            items={[
              { href: `${base}/export/payments.csv`, label: "Payments", about: "CSV" },
              { href: `${base}/export/lines.csv`, label: "Budget lines with totals", about: "CSV" },
              { href: `${base}/export/funds.csv`, label: "Funds", about: "CSV" },
              { href: `${base}/export/decisions.csv`, label: "Decisions, with their reasons", about: "CSV" },
              { href: `${base}/export/offers.csv`, label: "Offers, by reference", about: "CSV" },
              { href: `${base}/export/offer-changes.csv`, label: "What became of each offer", about: "CSV" },
              { href: `${base}/export/bids.csv`, label: "Bids", about: "CSV" },
              { href: `${base}/export/rates.csv`, label: "Rates and their sources", about: "CSV" },
              { href: `${base}/export/staff-costs.csv`, label: "What staff time costs", about: "CSV" },
              { href: `${base}/export/turnouts.csv`, label: "How many took part", about: "CSV" },
              { href: `${base}/export/books.xlsx`, label: "All of it in one file", about: "Excel" },
            ]}
          />
        </SectionRule>
      ) : null}
    </>
  );
}
