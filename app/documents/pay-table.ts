import { penceToDecimal } from "#app/domain/money/format.ts";
import type { PublicPay } from "#app/domain/remuneration/public-pay.ts";
import type { PaySummary } from "#app/domain/remuneration/public.ts";
import { tableOf, type Table } from "./table.ts";

type Line = { from: string; until: string; asOf: string; figure: string; unit: string; value: string };

/** Published pay figures as a table to share: what the page shows and nothing finer, from the record alone. */
export function payTable(periods: readonly Pick<PublicPay, "summary">[]): Table {
  const lines = periods.flatMap(({ summary }) => {
    const { from, until, asOf } = summary;
    return figuresIn(summary).map(([figure, unit, value]): Line => ({
      from,
      until,
      asOf,
      figure,
      unit,
      value: value ?? "!",
    }));
  });
  return tableOf("pay", "Paying people who take part, protected figures", lines, [
    { name: "from", type: "date", description: "First day of the period", value: ({ from }) => from },
    { name: "until", type: "date", description: "Last day of the period", value: ({ until }) => until },
    { name: "as_of", type: "date", description: "Day that the figures describe", value: ({ asOf }) => asOf },
    { name: "figure", type: "string", description: "What is counted", value: ({ figure }) => figure },
    {
      name: "unit",
      type: "string",
      description: "people, fees, bids, GBP, days, %",
      value: ({ unit }) => unit,
    },
    {
      name: "value",
      type: "string",
      description:
        "The figure: people and fees to the nearest 5, sums of fees to the step in money_rounded_to; ! where too few people share it or it is not known",
      value: ({ value }) => value,
    },
  ]);
}

function figuresIn(summary: PaySummary): [figure: string, unit: string, value: string | null][] {
  const { people, fees, money, bids, seed, parity, medianDaysToPay } = summary;
  const count = (value: number | null) => (value === null ? null : String(value));
  const pounds = (value: number | null) => (value === null ? null : penceToDecimal(value));
  return [
    ["took_part", "people", count(people.takingPart)],
    ["offered", "people", count(people.offered)],
    ["chose_nothing", "people", count(people.declined)],
    ["never_offered", "people", count(people.neverOffered)],
    ["fees_due", "fees", count(fees.due)],
    ["fees_paid_in_time", "fees", count(fees.paidInTime)],
    ["percent_paid_in_time", "%", count(fees.percentInTime)],
    ["set_aside", "GBP", pounds(money.setAsidePence)],
    ["money_rounded_to", "GBP", pounds(money.roundedToPence)],
    ["money_offered", "GBP", pounds(money.offeredPence)],
    ["money_taken_up", "GBP", pounds(money.takenUpPence)],
    ["money_paid", "GBP", pounds(money.paidPence)],
    ["median_days_to_pay", "days", count(medianDaysToPay)],
    ["staff_cost_per_pound_offered", "GBP", count(parity.ratio)],
    ["staff_cost_an_hour", "GBP", pounds(parity.staffHourlyPence)],
    ["bids", "bids", count(bids.counted)],
    ["bids_with_pay_line", "bids", count(bids.withPayLine)],
    ["bids_with_training_line", "bids", count(bids.withTrainingLine)],
    ["bids_shaped_by_paid_people", "bids", count(bids.shapedByPaidPeople)],
    ["seed_money_held", "GBP", pounds(seed.heldPence)],
    ["seed_money_paid_before_question_fixed", "GBP", pounds(seed.paidBeforePence)],
  ];
}
