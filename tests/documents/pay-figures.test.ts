import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { payTable } from "#app/documents/pay-table.ts";
import { csvOf } from "#app/documents/table.ts";
import { PaySummary } from "#app/domain/remuneration/public.ts";

const summary = PaySummary.parse({
  from: "2025-04-01",
  until: "2026-03-31",
  asOf: "2026-04-10",
  people: { takingPart: 40, offered: 30, declined: null, neverOffered: 10 },
  fees: { due: 20, paidInTime: 15, percentInTime: 75 },
  money: {
    setAsidePence: 500_050,
    roundedToPence: 20_000,
    offeredPence: 120_000,
    takenUpPence: 80_000,
    paidPence: 0,
  },
  medianDaysToPay: 8.5,
  parity: { ratio: null, staffHourlyPence: 2_400 },
  bids: { counted: 3, withPayLine: 2, withTrainingLine: 0, shapedByPaidPeople: 1 },
  seed: { heldPence: 150_000, paidBeforePence: null },
});

describe("the public figures as a file", () => {
  it("say what the page says, with ! for what is hidden, and money in pounds and pence", () => {
    const { data } = Papa.parse<Record<string, string>>(
      csvOf(payTable([{ summary }])).replace(/^\ufeff/, ""),
      {
        header: true,
        skipEmptyLines: true,
      },
    );
    const value = Object.fromEntries(data.map((row) => [row.figure, `${row.value} ${row.unit}`]));
    expect(value).toEqual({
      took_part: "40 people",
      offered: "30 people",
      chose_nothing: "! people",
      never_offered: "10 people",
      fees_due: "20 fees",
      fees_paid_in_time: "15 fees",
      percent_paid_in_time: "75 %",
      set_aside: "5000.50 GBP",
      money_rounded_to: "200.00 GBP",
      money_offered: "1200.00 GBP",
      money_taken_up: "800.00 GBP",
      money_paid: "0.00 GBP",
      median_days_to_pay: "8.5 days",
      staff_cost_per_pound_offered: "! GBP",
      staff_cost_an_hour: "24.00 GBP",
      bids: "3 bids",
      bids_with_pay_line: "2 bids",
      bids_with_training_line: "0 bids",
      bids_shaped_by_paid_people: "1 bids",
      seed_money_held: "1500.00 GBP",
      seed_money_paid_before_question_fixed: "! GBP",
    });
    expect(new Set(data.map(({ from, until, as_of }) => `${from} ${until} ${as_of}`))).toEqual(
      new Set(["2025-04-01 2026-03-31 2026-04-10"]),
    );
  });
});
