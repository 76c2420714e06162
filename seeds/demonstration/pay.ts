import { addDays } from "#app/domain/dates/days.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { offeredFee } from "#app/domain/remuneration/offer.ts";
import { noteChoice } from "#db/pay-link.server.ts";
import { keepSummary } from "#db/pay-summary.server.ts";
import { makeOffer } from "#db/pay.server.ts";
import { recordPayment } from "#db/payment.server.ts";
import { previewPublication, publish } from "#db/publishing.server.ts";
import { saveBid } from "#db/bid.server.ts";
import { addRate, addStaffCost } from "#db/pay-rate.server.ts";
import { addLine, moveMoney, openFund } from "#db/remuneration.server.ts";
import { noteTurnout } from "#db/turnout.server.ts";

/** One workshop: when, how many came and were offered, at what rate, and how long they waited for the money. */
type Workshop = {
  title: string;
  daysAgo: number;
  came: number;
  offered: number;
  preparation: number;
  community: string;
  waited: number;
};

const workshops: Workshop[] = [
  {
    title: "First workshop",
    daysAgo: 300,
    came: 14,
    offered: 9,
    preparation: 0,
    community: "North ward",
    waited: 41,
  },
  {
    title: "Second workshop",
    daysAgo: 210,
    came: 12,
    offered: 12,
    preparation: 2500,
    community: "Harbour ward",
    waited: 12,
  },
  {
    title: "Third workshop",
    daysAgo: 120,
    came: 13,
    offered: 13,
    preparation: 2500,
    community: "Harbour ward",
    waited: 6,
  },
];

/**
 * What an invented trust paid to people who took part: an uneven year with an unpaid start, a bid shaped by paid people and
 * one that was not, late money, and somebody who says that nothing has come.
 */
export async function tellPay(scope: Scope, today: string): Promise<void> {
  const day = (daysAgo: number) => addDays(today, -daysAgo);
  const fundId = await openFund(scope, {
    title: "Paying people who shape our services",
    kind: "ring-fenced",
    source: "The trust's own budget",
    restrictions: "Only for people who are not paid by the trust.",
    startsOn: day(330),
    endsOn: day(-100),
    amountPence: 600_000,
    carriedOverPence: 0,
  });
  const time = await addLine(scope, {
    fundId,
    purpose: "participant-time",
    title: "Time",
    amountPence: 400_000,
  });
  const travel = await addLine(scope, { fundId, purpose: "travel", title: "Fares", amountPence: 80_000 });
  const food = await addLine(scope, { fundId, purpose: "food", title: "Lunch", amountPence: 60_000 });
  await moveMoney(scope, fundId, {
    fromLine: travel,
    toLine: food,
    amountPence: 20_000,
    reason: "The group asked to eat together before each workshop; fewer people travel far.",
    decidedOn: day(215),
  });
  await rates(scope, day);
  await seedMoney(scope, day);
  for (const workshop of workshops) await hold(scope, day, workshop, time);
  await keepSummary(scope, { from: day(330), until: day(60) }, "", day(40));
  const { fingerprint } = await previewPublication(scope);
  await publish(scope, { fingerprint, reasons: {} });
}

async function rates(scope: Scope, day: (daysAgo: number) => string): Promise<void> {
  await addRate(scope, {
    kind: "own",
    title: "Group member, any activity",
    place: "uk",
    role: "Group member",
    activity: "",
    pencePerHour: 2500,
    from: day(330),
    until: null,
    source: "Agreed with the group (invented)",
  });
  await addStaffCost(scope, {
    title: "Project officer",
    salaryPence: 3_400_000,
    onCostsPercent: 24,
    hoursPerWeek: 37.5,
    weeksPerYear: 44,
    from: day(330),
  });
}

async function seedMoney(scope: Scope, day: (daysAgo: number) => string): Promise<void> {
  const fundId = await openFund(scope, {
    title: "Seed money for bids",
    kind: "seed",
    source: "The trust's charity",
    restrictions: "",
    startsOn: day(330),
    endsOn: day(-100),
    amountPence: 150_000,
    carriedOverPence: 0,
  });
  const lineId = await addLine(scope, {
    fundId,
    purpose: "participant-time",
    title: "Shaping bids",
    amountPence: 150_000,
  });
  const bid = {
    funder: "A health foundation (invented)",
    amountPence: 18_000_000,
    trainingPence: 0,
    whatChanged: "",
  };
  await saveBid(scope, {
    ...bid,
    title: "Waiting well",
    stage: "not-won",
    questionFixedOn: day(260),
    submittedOn: day(240),
    coProductionPence: 0,
  });
  const shaped = await saveBid(scope, {
    ...bid,
    title: "Heard in maternity care",
    stage: "submitted",
    questionFixedOn: day(90),
    submittedOn: day(70),
    coProductionPence: 2_400_000,
    trainingPence: 450_000,
    whatChanged:
      "The people paid to shape it asked for interpreters at every visit. That became half of the bid.",
  });
  for (let person = 1; person <= 8; person += 1)
    await payOne(scope, {
      lineId,
      bidId: shaped,
      reference: `S-${person}`,
      heldOn: day(110),
      paidOn: day(103),
      promisedBy: day(100),
      preparation: 2500,
      community: "",
    });
  await noteTurnout(scope, { heldOn: day(110), title: "Shaping the maternity bid", tookPart: 8 });
}

async function hold(
  scope: Scope,
  day: (daysAgo: number) => string,
  { title, daysAgo, came, offered, preparation, community, waited }: Workshop,
  lineId: string,
): Promise<void> {
  await noteTurnout(scope, { heldOn: day(daysAgo), title, tookPart: came });
  for (let person = 1; person <= offered; person += 1)
    await payOne(scope, {
      lineId,
      bidId: null,
      reference: `P-${String(person).padStart(3, "0")}`,
      heldOn: day(daysAgo),
      paidOn: person === 11 ? null : day(daysAgo - waited),
      promisedBy: day(daysAgo - 14),
      preparation,
      community,
    });
}

type One = {
  lineId: string;
  bidId: string | null;
  reference: string;
  heldOn: string;
  /** Null: it has not been paid yet. */
  paidOn: string | null;
  promisedBy: string;
  preparation: number;
  community: string;
};

async function payOne(scope: Scope, one: One): Promise<void> {
  const { lineId, bidId, reference, heldOn, paidOn, promisedBy, preparation, community } = one;
  const offer = {
    lineId,
    reference,
    role: "Group member",
    community,
    place: "uk" as const,
    offeredOn: addDays(heldOn, -14),
    heldOn,
    time: [
      { activity: "meeting" as const, minutes: 120, ratePence: 2500 },
      { activity: "preparation" as const, minutes: 60, ratePence: preparation },
    ],
    expensesPence: 0,
    expensesTiming: "before" as const,
    lowIncome: false,
    timing: "after" as const,
    promisedBy,
    choice: null,
    agreedFeePence: null,
    adviceOffered: preparation > 0,
  };
  const offerId = await makeOffer(scope, offer, bidId);
  const choice = reference.endsWith("7") ? "nothing" : reference.endsWith("4") ? "voucher" : "bank-transfer";
  await noteChoice(scope, offerId, { choice, agreedFeePence: null });
  if (choice === "nothing" || !paidOn) return;
  await recordPayment(scope, {
    lineId,
    offerId,
    kind: "fee",
    amountPence: offeredFee(offer),
    paidOn,
    method: choice === "voucher" ? "voucher" : "bank transfer",
    financeReference: `${heldOn}-${reference}`,
  });
}
