import { describe, expect, it } from "vitest";
import type { Scope } from "#app/domain/organisation/scope.ts";
import type { OfferTerms } from "#app/domain/remuneration/offer-change.ts";
import { changeOffer, withdrawOffer } from "#db/offer-correction.server.ts";
import { closePayLink, issuePayLink, noteChoice, readOwnOffer } from "#db/pay-link.server.ts";
import { readLedger } from "#db/pay-ledger.server.ts";
import { makeOffer, requireOffer } from "#db/pay.server.ts";
import { recordPayment } from "#db/payment.server.ts";
import { reversePayment } from "#db/payment-return.server.ts";
import { openLink } from "#db/private-link.server.ts";
import { saveBid } from "#db/bid.server.ts";
import { addLine, openFund, requireFund } from "#db/remuneration.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { givenMember, givenOrganisation } from "#tests/support/given.ts";
import { voicesFund } from "#tests/support/money.ts";

useDatabase();

const today = "2025-05-10";
const why = "We left the preparation out.";

const termsOn = (lineId: string): OfferTerms => ({
  lineId,
  reference: "P-1",
  role: "Group member",
  community: "",
  place: "uk",
  offeredOn: "2025-05-01",
  heldOn: "2025-05-20",
  time: [{ activity: "meeting", minutes: 120, ratePence: 2500 }],
  expensesPence: 1000,
  expensesTiming: "before",
  lowIncome: false,
  timing: "after",
  promisedBy: "2025-06-01",
  adviceOffered: true,
  bidId: null,
});

async function given() {
  const made = await givenOrganisation();
  const { scope } = made;
  const fundId = await openFund(scope, { ...voicesFund, amountPence: 20_000 });
  const line = (title: string) =>
    addLine(scope, { fundId, purpose: "participant-time", title, amountPence: 10_000 });
  const lineId = await line("Time");
  const otherLine = await line("More time");
  const { bidId: _none, ...terms } = termsOn(lineId);
  const offerId = await makeOffer(scope, { ...terms, choice: null, agreedFeePence: null });
  const left = async (id = lineId) => (await requireFund(scope, fundId)).positions.get(id)!.left;
  return { ...made, fundId, lineId, otherLine, offerId, left };
}
const pay = (scope: Scope, lineId: string, offerId: string) =>
  recordPayment(scope, {
    lineId,
    offerId,
    kind: "fee",
    amountPence: 5000,
    paidOn: "2025-05-21",
    method: "",
    financeReference: "F-1",
  });

describe("an offer that is put right", () => {
  it("binds what it says now, and keeps what it said", async () => {
    const { scope, lineId, offerId, left } = await given();
    expect(await left()).toBe(4_000);
    const time = [
      ...termsOn(lineId).time,
      { activity: "preparation" as const, minutes: 60, ratePence: 2500 },
    ];
    expect(await changeOffer(scope, offerId, 1, { ...termsOn(lineId), time }, "", today)).toEqual({
      askedAgain: false,
    });
    expect(await left()).toBe(1_500);
    const { events } = await requireOffer(scope, offerId);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ kind: "changed", saidBy: "member" });
    expect(Object.keys(events[0]!.now)).toEqual(["time"]);
  });

  it("keeps nothing when nothing differs, whatever order the database keeps the time in", async () => {
    const { scope, lineId, offerId } = await given();
    await changeOffer(scope, offerId, 1, termsOn(lineId), "", today);
    expect((await requireOffer(scope, offerId)).events).toEqual([]);
  });

  it("needs a reason once the person has agreed, and asks them again when their terms change", async () => {
    const { scope, lineId, offerId } = await given();
    await noteChoice(scope, offerId, { choice: "voucher", agreedFeePence: null });
    const later = { ...termsOn(lineId), promisedBy: "2025-06-20" };
    await expect(changeOffer(scope, offerId, 2, later, "", today)).rejects.toThrow(/Say why/);
    expect(await changeOffer(scope, offerId, 2, later, why, today)).toEqual({ askedAgain: true });
    expect((await requireOffer(scope, offerId)).offer.choice).toBeNull();
  });

  it("leaves their choice alone when only our own filing changes", async () => {
    const { scope, otherLine, offerId, left } = await given();
    await noteChoice(scope, offerId, { choice: "voucher", agreedFeePence: null });
    await changeOffer(scope, offerId, 2, termsOn(otherLine), why, today);
    expect((await requireOffer(scope, offerId)).offer.choice).toBe("voucher");
    expect([await left(), await left(otherLine)]).toEqual([10_000, 4_000]);
  });

  it("cannot promise more than the line has left", async () => {
    const { scope, lineId, offerId } = await given();
    const dear = { ...termsOn(lineId), expensesPence: 5_001 };
    await expect(changeOffer(scope, offerId, 1, dear, "", today)).rejects.toThrow(/£40 left/);
  });

  it("cannot change while something is paid, and can after the payment is reversed", async () => {
    const { scope, lineId, offerId } = await given();
    const paymentId = await pay(scope, lineId, offerId);
    const change = () => changeOffer(scope, offerId, 1, { ...termsOn(lineId), role: "Speaker" }, why, today);
    await expect(change()).rejects.toThrow(/has been paid on this offer/);
    await reversePayment(scope, paymentId, { paidOn: "2025-05-22", note: "Wrong account." });
    await change();
  });

  it("shows the second of two people both versions", async () => {
    const { scope, lineId, offerId } = await given();
    const change = (role: string) => changeOffer(scope, offerId, 1, { ...termsOn(lineId), role }, "", today);
    const outcomes = await Promise.allSettled([change("Speaker"), change("Chair")]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("is nobody else's to change, not a reviewer's, and takes no bid of another organisation", async () => {
    const { lineId, offerId, ...mine } = await given();
    const theirs = await givenOrganisation();
    const reviewer = await givenMember(mine, "reviewer");
    await expect(changeOffer(theirs.scope, offerId, 1, termsOn(lineId), why, today)).rejects.toThrow(
      /could not find/,
    );
    await expect(changeOffer(reviewer, offerId, 1, termsOn(lineId), why, today)).rejects.toThrow(/Reviewers/);
    const bidId = await saveBid(theirs.scope, {
      title: "Theirs",
      funder: "A",
      amountPence: 1,
      stage: "idea",
      questionFixedOn: null,
      submittedOn: null,
      coProductionPence: 0,
      trainingPence: 0,
      whatChanged: "",
    });
    await expect(
      changeOffer(mine.scope, offerId, 1, { ...termsOn(lineId), bidId }, why, today),
    ).rejects.toThrow(/Choose a bid/);
  });
});

describe("an offer that is withdrawn", () => {
  it("frees its line, counts nowhere, takes no payment, and can be read by the person", async () => {
    const { scope, lineId, offerId, left } = await given();
    const token = await issuePayLink(scope, offerId, new Date("2100-01-01"));
    await expect(withdrawOffer(scope, offerId, "no", today)).rejects.toThrow(/Say in a sentence/);
    await withdrawOffer(scope, offerId, "The session was called off.", today);
    expect(await left()).toBe(10_000);
    expect((await readLedger(scope)).offers).toEqual([]);
    await expect(pay(scope, lineId, offerId)).rejects.toThrow(/withdrawn/);
    await expect(noteChoice(scope, offerId, { choice: "cash", agreedFeePence: null })).rejects.toThrow(
      /withdrawn/,
    );
    const own = await readOwnOffer(await openLink(token, "agree-pay", new Date()));
    expect(own.changes).toMatchObject([{ kind: "withdrawn", reason: "The session was called off." }]);
    expect(JSON.stringify(own.changes)).not.toContain(scope.userId);
  });
});

describe("a choice and a link", () => {
  it("take less only when it is less", async () => {
    const { scope, offerId } = await given();
    for (const agreedFeePence of [5_000, 9_999])
      await expect(noteChoice(scope, offerId, { choice: "less", agreedFeePence })).rejects.toThrow(
        /not less than the £50/,
      );
    await expect(noteChoice(scope, offerId, { choice: "less", agreedFeePence: 0 })).rejects.toThrow(
      /Nothing/,
    );
  });

  it("say whose word a choice stands on", async () => {
    const { scope, offerId } = await given();
    await noteChoice(scope, offerId, { choice: "cash", agreedFeePence: null });
    expect((await requireOffer(scope, offerId)).events).toMatchObject([
      { kind: "chosen", saidBy: "member", was: { choice: null }, now: { choice: "cash" } },
    ]);
  });

  it("can be switched off", async () => {
    const { scope, offerId } = await given();
    const token = await issuePayLink(scope, offerId, new Date("2100-01-01"));
    await closePayLink(scope, offerId);
    await expect(openLink(token, "agree-pay", new Date())).rejects.toThrow(/switched off/);
  });
});
