import type { PaySummary } from "#app/domain/remuneration/public.ts";
import { DataTable } from "../data/data-table.tsx";
import { formatDate, formatNumber, formatPence } from "../format.ts";
import { PayBars } from "./pay-bars.tsx";
import { ChartFigure } from "../charts/chart-figure.tsx";

const hidden = "Too few people to show";
const count = (value: number | null) => (value === null ? hidden : formatNumber(value));
const pounds = (value: number | null) => (value === null ? hidden : formatPence(value));

/** A period's figures as the public reads them: in sentences, as bars, and as tables. */
export function PaySummaryFigures({ summary }: { summary: PaySummary }) {
  const { people, fees, money, bids, seed, parity, medianDaysToPay } = summary;
  const amounts = [
    { label: "Set aside", pence: money.setAsidePence },
    { label: "Offered", pence: money.offeredPence },
    { label: "Taken up", pence: money.takenUpPence },
    { label: "Paid", pence: money.paidPence },
  ];
  return (
    <div className="stack-wide">
      <ul>
        {sentencesOf(summary).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <ChartFigure
        title="What was set aside, offered, taken up and paid"
        summary={`Taken up is what is left of the offers after people chose less, or nothing. All but what was set aside is rounded to the nearest ${formatPence(money.roundedToPence)}, so that no one person’s choice shows.`}
        tableLabel="The amounts as a table"
        table={
          <DataTable
            caption="Amounts"
            rows={amounts}
            rowKey={({ label }) => label}
            columns={[
              { header: "What", rowHeader: true, cell: ({ label }) => label },
              { header: "Amount", numeric: true, cell: ({ pence }) => pounds(pence) },
            ]}
          />
        }
      >
        <PayBars amounts={amounts} />
      </ChartFigure>
      <DataTable
        caption={`People, fees and bids, as of ${formatDate(summary.asOf)}`}
        rows={[
          ["People who took part, each day counted", count(people.takingPart)],
          ["Were offered payment", count(people.offered)],
          ["Of them chose nothing", count(people.declined)],
          ["Were never offered any", count(people.neverOffered)],
          ["Fees due", count(fees.due)],
          ["Paid in full by the day promised", count(fees.paidInTime)],
          [
            "Middle number of days to be paid",
            medianDaysToPay === null ? hidden : formatNumber(medianDaysToPay),
          ],
          [
            "Cost of an hour of staff time",
            parity.staffHourlyPence === null ? "Not entered" : formatPence(parity.staffHourlyPence),
          ],
          ["Bids past the idea stage", formatNumber(bids.counted)],
          ["Bids with a line to pay participants", formatNumber(bids.withPayLine)],
          ["Bids with a line for training", formatNumber(bids.withTrainingLine)],
          ["Bids shaped by paid people while the question was open", formatNumber(bids.shapedByPaidPeople)],
          ["Seed money held", pounds(seed.heldPence)],
          ["Paid to people before a bid's question was fixed", pounds(seed.paidBeforePence)],
        ].map(([what = "", figure = ""]) => ({ what, figure }))}
        rowKey={({ what }) => what}
        columns={[
          { header: "What", rowHeader: true, cell: ({ what }) => what },
          { header: "Figure", numeric: true, cell: ({ figure }) => figure },
        ]}
      />
    </div>
  );
}

function sentencesOf({ people, fees, parity, bids, medianDaysToPay }: PaySummary): string[] {
  return [
    people.takingPart === null || people.offered === null
      ? "Too few people took part to say how many were offered payment."
      : `About ${people.offered} of ${people.takingPart} people taking part were offered payment.${people.neverOffered === null ? " Some were never offered any: too few to show how many." : ""}`,
    fees.percentInTime === null
      ? "Too few fees were due, or late, to say what share was paid in time."
      : `About ${fees.percentInTime}% of fees were paid in full by the day promised.`,
    medianDaysToPay === null
      ? "Too few fees have been paid to say how long people wait."
      : `Half of the people paid waited ${formatNumber(medianDaysToPay)} days or fewer.`,
    parity.ratio === null
      ? "Staff time and participants' time cannot be compared yet."
      : `An hour of staff time costs £${parity.ratio.toFixed(2)} for each £1 offered to a participant for the same hour.`,
    bids.counted === 0
      ? "No bid is past the idea stage."
      : `${bids.withPayLine} of ${bids.counted} ${bids.counted === 1 ? "bid carries" : "bids carry"} a line to pay participants.`,
  ];
}
