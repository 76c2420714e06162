import { addDays } from "#app/domain/dates/days.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { offeredFee } from "#app/domain/remuneration/offer.ts";
import { noteChoice } from "#db/pay-link.server.ts";
import { keepSummary } from "#db/pay-summary.server.ts";
import { changeOffer, withdrawOffer } from "#db/offer-correction.server.ts";
import { makeOffer, requireOffer } from "#db/pay.server.ts";
import { recordPayment } from "#db/payment.server.ts";
import { reversePayment } from "#db/payment-return.server.ts";
import { previewPublication, publish } from "#db/publishing.server.ts";
import { saveBid } from "#db/bid.server.ts";
import { addRate, addStaffCost } from "#db/pay-rate.server.ts";
import { carryOver, moveMoney } from "#db/fund-decision.server.ts";
import { addLine, openFund } from "#db/remuneration.server.ts";
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
  await putRight(scope, day, time, travel);
  await carryFrom(scope, day, fundId);
  await keepSummary(scope, { from: day(330), until: day(60) }, "", day(40));
  const { fingerprint } = await previewPublication(scope);
  await publish(scope, { fingerprint, reasons: {} });
}

/**
 * What went wrong and was put right: an offer whose day moved after the person had agreed, one made by mistake, fares paid twice
 * and one fare that came back in part.
 */
async function putRight(
  scope: Scope,
  day: (daysAgo: number) => string,
  time: string,
  travel: string,
): Promise<void> {
  const offer = {
    ...offerOf({ reference: "P-021", heldOn: day(45), preparation: 2500, community: "" }),
    lineId: time,
    expensesPence: 1_240,
    promisedBy: day(31),
  };
  const moved = await makeOffer(scope, offer);
  await noteChoice(scope, moved, { choice: "less", agreedFeePence: 5_000, on: day(57) });
  const { choice: _choice, agreedFeePence: _fee, ...terms } = offer;
  await changeOffer(
    scope,
    moved,
    (await requireOffer(scope, moved)).offer.version,
    { ...terms, bidId: null, heldOn: day(40), promisedBy: day(26) },
    "The room was flooded, so that the workshop was five days later.",
    day(50),
  );
  await noteChoice(scope, moved, { choice: "bank-transfer", agreedFeePence: null, on: day(48) });
  await recordPayment(scope, {
    lineId: time,
    offerId: moved,
    kind: "fee",
    amountPence: offeredFee(offer),
    paidOn: day(30),
    method: "bank transfer",
    financeReference: `${day(40)}-P-021`,
  });
  const mistaken = await makeOffer(scope, { ...offer, reference: "P-022" });
  await withdrawOffer(scope, mistaken, "Made twice: the other offer to the same person stands.", day(56));
  const fare = {
    lineId: travel,
    offerId: null,
    kind: "expenses" as const,
    amountPence: 2_480,
    paidOn: day(38),
    method: "bank transfer",
  };
  await recordPayment(scope, { ...fare, financeReference: "FARES-40" });
  const twice = await recordPayment(scope, { ...fare, financeReference: "FARES-40B" });
  await reversePayment(scope, twice, { paidOn: day(35), note: "Paid twice: the first one stands." });
  const taxi = await recordPayment(scope, { ...fare, amountPence: 3_600, financeReference: "FARES-41" });
  await reversePayment(scope, taxi, {
    amountPence: 1_150,
    paidOn: day(33),
    note: "The taxi was shared on the way back, so that a part of the fare was returned.",
  });
}

/** Money that a pilot did not need goes on to the fund that pays people now. */
async function carryFrom(scope: Scope, day: (daysAgo: number) => string, toFund: string): Promise<void> {
  const pilot = await openFund(scope, {
    title: "Pilot of paying people",
    kind: "project",
    source: "The trust's charity",
    restrictions: "Only for people who take part.",
    startsOn: day(700),
    endsOn: day(335),
    amountPence: 80_000,
    carriedOverPence: 0,
  });
  const lunches = await addLine(scope, {
    fundId: pilot,
    purpose: "food",
    title: "Pilot lunches",
    amountPence: 30_000,
  });
  await recordPayment(scope, {
    lineId: lunches,
    offerId: null,
    kind: "other",
    amountPence: 30_000,
    paidOn: day(400),
    method: "bank transfer",
    financeReference: "PILOT-LUNCH",
  });
  await carryOver(scope, pilot, {
    toFund,
    amountPence: 50_000,
    reason: "The charity agreed that what the pilot had left may pay people in the workshops.",
    decidedOn: day(325),
  });
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
  await addRate(scope, {
    kind: "comparator",
    title: "Lived experience adviser, a neighbouring trust (invented)",
    place: "uk",
    role: "Group member",
    activity: "",
    pencePerHour: 2_750,
    from: day(330),
    until: null,
    source: "Their published involvement policy (invented)",
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
  const { lineId, bidId, reference, heldOn, paidOn, promisedBy } = one;
  const offer = { ...offerOf(one), lineId, promisedBy };
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

/** A meeting of two hours and its preparation, offered a fortnight before. */
function offerOf({
  reference,
  heldOn,
  preparation,
  community,
}: Pick<One, "reference" | "heldOn" | "preparation" | "community">) {
  return {
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
    choice: null,
    agreedFeePence: null,
    adviceOffered: preparation > 0,
  };
}
