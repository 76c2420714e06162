import { beforeAll, describe, expect, it } from "vitest";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { saveBid } from "#db/bid.server.ts";
import { holdFile } from "#db/pay-file.server.ts";
import { importBudget, importRates } from "#db/plan-import.server.ts";
import { addRate, addStaffCost } from "#db/pay-rate.server.ts";
import { keepSummary } from "#db/pay-summary.server.ts";
import { allowOverspend, carryOver, moveMoney } from "#db/fund-decision.server.ts";
import { addLine, openFund, requireFund, reviseFund } from "#db/remuneration.server.ts";
import { noteTurnout } from "#db/turnout.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { givenOrganisation } from "#tests/support/given.ts";
import { voicesFund } from "#tests/support/money.ts";

useDatabase();

const today = "2025-06-15";
const fund = voicesFund;
const line = { purpose: "participant-time" as const, title: "Time", amountPence: 10_000 };
const bid = {
  title: "Fair access",
  funder: "The trust",
  amountPence: 100_000,
  stage: "idea" as const,
  questionFixedOn: null,
  submittedOn: null,
  coProductionPence: 0,
  trainingPence: 0,
  whatChanged: "",
};
const rate = {
  kind: "own" as const,
  title: "Group member",
  place: "uk" as const,
  role: "",
  activity: "",
  pencePerHour: 2500,
  from: "2025-04-01",
  until: null,
  source: "Agreed in March",
};
const grade = {
  title: "Officer",
  salaryPence: 3_600_000,
  onCostsPercent: 25,
  hoursPerWeek: 37.5,
  weeksPerYear: 44,
  from: "2025-04-01",
};
const period = { from: "2025-04-01", until: "2026-03-31" };
const said = "P-3 is on Universal Credit and cannot take it.";

describe("a benefit that somebody gets", () => {
  let scope: Scope;
  let fundId: string;
  let lineId: string;
  let later: string;
  beforeAll(async () => {
    ({ scope } = await givenOrganisation());
    fundId = await openFund(scope, fund);
    later = await openFund(scope, { ...fund, title: "Next", startsOn: "2026-04-01", endsOn: "2027-03-31" });
    lineId = await addLine(scope, { ...line, fundId });
  });
  const decision = { amountPence: 100, reason: said, decidedOn: today };

  it.each<[string, string, () => Promise<unknown>]>([
    ["the name of a fund", "title", () => openFund(scope, { ...fund, title: said })],
    ["who gave it", "source", () => openFund(scope, { ...fund, source: said })],
    ["what it may not be spent on", "restrictions", () => openFund(scope, { ...fund, restrictions: said })],
    ["a fund put right", "restrictions", () => reviseFund(scope, fundId, 1, { ...fund, restrictions: said })],
    ["the name of a line", "title", () => addLine(scope, { ...line, fundId, title: said })],
    [
      "the reason for moving money",
      "reason",
      () => moveMoney(scope, fundId, { ...decision, fromLine: lineId, toLine: null }, today),
    ],
    [
      "the reason for an overspend",
      "reason",
      () => allowOverspend(scope, fundId, { lineId, overByPence: 1, reason: said, decidedOn: today }, today),
    ],
    [
      "the reason for carrying money over",
      "reason",
      () => carryOver(scope, fundId, { ...decision, toFund: later }, today),
    ],
    ["the name of a bid", "title", () => saveBid(scope, { ...bid, title: said })],
    ["its funder", "funder", () => saveBid(scope, { ...bid, funder: said })],
    ["what early involvement changed", "whatChanged", () => saveBid(scope, { ...bid, whatChanged: said })],
    ["a turnout", "title", () => noteTurnout(scope, { heldOn: today, title: said, tookPart: 9 }, today)],
    ["the name of a rate", "title", () => addRate(scope, { ...rate, title: said })],
    ["its role", "role", () => addRate(scope, { ...rate, role: said })],
    ["its activity", "activity", () => addRate(scope, { ...rate, activity: said })],
    ["its source", "source", () => addRate(scope, { ...rate, source: said })],
    ["a grade of staff", "title", () => addStaffCost(scope, { ...grade, title: said })],
    ["why public figures changed", "reason", () => keepSummary(scope, period, said, today)],
  ])("is refused in %s, under that field", async (_, field, write) => {
    await expect(write()).rejects.toMatchObject({
      detail: {
        kind: "invalid",
        fields: { [field]: [expect.stringMatching(/“Universal Credit”.*never kept/)] },
      },
    });
  });

  it("is refused in the rows of a budget and of rates, and nothing of the file is kept", async () => {
    const budget = await holdFile(scope, {
      kind: "budget",
      fundId,
      fileName: "b.csv",
      rows: [
        ["Pays for", "Name", "Amount"],
        ["Travel", "Buses", "10"],
        ["Travel", "Fares of those on PIP", "10"],
      ],
    });
    await expect(importBudget(scope, budget, { purpose: 0, title: 1, amount: 2 })).rejects.toThrow(
      /Row 3, name of the line:.*“PIP”/,
    );
    const rates = await holdFile(scope, {
      kind: "rates",
      fileName: "r.csv",
      rows: [
        ["Name", "An hour", "From", "Role", "Activity", "Source"],
        ["Reader", "20", "2025-04-01", "JSA claimant", "for people on ESA", "The body"],
      ],
    });
    const columns = { title: 0, rate: 1, from: 2, until: -1, place: -1, role: 3, activity: 4, source: 5 };
    await expect(importRates(scope, rates, columns, "")).rejects.toThrow(
      /Row 2, role:.*“JSA”.*Row 2, activity:.*“ESA”/,
    );
    expect((await requireFund(scope, fundId)).lines).toHaveLength(1);
  });

  it("leaves words about benefits in general alone", async () => {
    await saveBid(scope, {
      ...bid,
      title: "Benefits panel",
      whatChanged: "People asked for benefits and tax advice.",
    });
    await noteTurnout(scope, { heldOn: today, title: "Workshop about benefits", tookPart: 9 }, today);
  });
});
