import { beforeAll, describe, expect, it } from "vitest";
import * as signIn from "#app/routes/account/sign-in.tsx";
import * as exported from "#app/routes/pay/export.ts";
import * as bid from "#app/routes/pay/bid.tsx";
import * as bidNew from "#app/routes/pay/bid-new.tsx";
import * as bids_ from "#app/routes/pay/bids.tsx";
import * as carry from "#app/routes/pay/fund-carry.tsx";
import * as fund from "#app/routes/pay/fund.tsx";
import * as fundEdit from "#app/routes/pay/fund-edit.tsx";
import * as fundNew from "#app/routes/pay/fund-new.tsx";
import * as move from "#app/routes/pay/fund-move.tsx";
import * as overspend from "#app/routes/pay/fund-overspend.tsx";
import * as preview from "#app/routes/pay/import-preview.tsx";
import * as offer from "#app/routes/pay/offer.tsx";
import * as offerNew from "#app/routes/pay/offer-new.tsx";
import * as offers from "#app/routes/pay/offers.tsx";
import * as overview from "#app/routes/pay/overview.tsx";
import * as participant from "#app/routes/pay/participant.tsx";
import * as reverse from "#app/routes/pay/payment-reverse.tsx";
import * as summary from "#app/routes/pay/summary.tsx";
import * as payments from "#app/routes/pay/payments.tsx";
import { createMember } from "#db/organisation.server.ts";
import { holdFile } from "#db/pay-file.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type GivenOrganisation, givenOrganisation } from "#tests/support/given.ts";
import { provideTestSettings } from "#tests/support/settings.ts";
import { Visitor } from "#tests/support/visitor.ts";

useDatabase();
provideTestSettings();

const password = "lantern orchard ferry";
let ours: GivenOrganisation;
let theirs: GivenOrganisation;
let fundId: string;
let lineId: string;

async function signedIn(email: string): Promise<Visitor> {
  const visitor = new Visitor();
  await visitor.send(signIn.action, "/sign-in", { email, password });
  return visitor;
}
const at = (organisation: GivenOrganisation, id = "") => ({ organisation: organisation.slug, id });
const fundForm = {
  title: "Voices",
  kind: "ring-fenced",
  source: "The trust",
  startsOn: "2025-04-01",
  endsOn: "2026-03-31",
  amountPence: "£1,200.50",
};

beforeAll(async () => {
  ours = await givenOrganisation({ name: "Ours" });
  theirs = await givenOrganisation({ name: "Theirs" });
  for (const role of ["owner", "editor", "reviewer"] as const)
    await createMember(ours.organisationId, { name: role, email: `${role}@ours.example`, password, role });
  await createMember(theirs.organisationId, {
    name: "Stranger",
    email: "owner@theirs.example",
    password,
    role: "owner",
  });
});

describe("a fund", () => {
  it("is refused with what was typed where an amount cannot be read", async () => {
    const editor = await signedIn("editor@ours.example");
    for (const amountPence of ["1.200,50", "12.5.0", "-5"]) {
      const answer = await editor.send(fundNew.action, "/x", { ...fundForm, amountPence }, at(ours));
      expect(answer.status).toBe(400);
      expect(answer.data).toMatchObject({
        values: { title: "Voices", amountPence },
        errors: { amountPence: [expect.any(String)] },
      });
    }
  });

  it("is added with its lines, and money in it moves with a reason", async () => {
    const editor = await signedIn("editor@ours.example");
    const made = await editor.send(fundNew.action, "/x", fundForm, at(ours));
    fundId = made.location!.split("/").at(-1)!;
    const line = { purpose: "participant-time", title: "Time", amountPence: "1000" };
    expect((await editor.send(fund.action, "/x", line, at(ours, fundId))).status).toBe(303);
    const tooMuch = await editor.send(
      fund.action,
      "/x",
      { ...line, amountPence: "200.51" },
      at(ours, fundId),
    );
    expect(tooMuch.data).toMatchObject({
      errors: { amountPence: [expect.stringMatching(/fund holds £1,200\.50/)] },
    });
    const page = (await editor.load(fund.loader, "/x", at(ours, fundId))).data as { lines: { id: string }[] };
    lineId = page.lines[0]!.id;
    const moving = {
      toLine: lineId,
      amountPence: "100",
      reason: "More people came.",
      decidedOn: "2025-05-01",
    };
    expect((await editor.send(move.action, "/x", moving, at(ours, fundId))).status).toBe(303);
    const silent = await editor.send(move.action, "/x", { ...moving, reason: "" }, at(ours, fundId));
    expect(silent.data).toMatchObject({ errors: { reason: [expect.stringMatching(/Say why/)] } });
  });

  it("shows both versions to the second of two people who save at once", async () => {
    const editor = await signedIn("editor@ours.example");
    const change = { ...fundForm, version: "1" };
    expect((await editor.send(fundEdit.action, "/x", change, at(ours, fundId))).status).toBe(303);
    const second = await editor.send(fundEdit.action, "/x", { ...change, title: "Mine" }, at(ours, fundId));
    expect(second.status).toBe(409);
    expect(second.data).toMatchObject({ values: { title: "Mine" }, theirs: { title: "Voices", version: 2 } });
  });

  it("may be overspent by a decision of an owner alone", async () => {
    const decision = { lineId, overByPence: "5", reason: "Two more people came.", decidedOn: "2025-05-01" };
    const [editor, owner] = [await signedIn("editor@ours.example"), await signedIn("owner@ours.example")];
    expect((await editor.send(overspend.action, "/x", decision, at(ours, fundId))).status).toBe(403);
    expect((await owner.send(overspend.action, "/x", decision, at(ours, fundId))).status).toBe(303);
  });

  it("cannot be found from another organisation, nor by an address that is no id", async () => {
    const stranger = await signedIn("owner@theirs.example");
    expect((await stranger.load(fund.loader, "/x", at(theirs, fundId))).status).toBe(404);
    expect((await stranger.load(fund.loader, "/x", at(ours, fundId))).status).toBe(404);
    expect((await stranger.load(fund.loader, "/x", at(theirs, "no-id"))).status).toBe(404);
  });
});

describe("an offer", () => {
  const form = () => ({
    lineId,
    reference: "P-014",
    role: "Group member",
    place: "uk",
    offeredOn: "2025-05-01",
    heldOn: "2025-05-20",
    meetingMinutes: "120",
    meetingRate: "25",
    preparationMinutes: "60",
    preparationRate: "0",
    expensesTiming: "before",
    timing: "after",
    promisedBy: "2025-06-01",
    adviceOffered: "on",
  });
  let path: string;

  it("asks for what is missing and takes no e-mail address for a person", async () => {
    const editor = await signedIn("editor@ours.example");
    const answer = await editor.send(
      offerNew.action,
      "/x",
      { ...form(), reference: "a@b.example", preparationRate: "" },
      at(ours),
    );
    expect(answer.data).toMatchObject({
      errors: {
        reference: [expect.stringMatching(/not an e-mail address/)],
      },
    });
  });

  it("is made, checked, and given to the person by a private link", async () => {
    const editor = await signedIn("editor@ours.example");
    const made = await editor.send(offerNew.action, "/x", form(), at(ours));
    expect(made.status).toBe(303);
    const offerId = made.location!.split("/").at(-1)!;
    const seen = await editor.load(offer.loader, "/x", at(ours, offerId));
    expect(seen.data).toMatchObject({
      findings: expect.arrayContaining([expect.stringMatching(/60 minutes of preparation without pay/)]),
    });
    const issued = await editor.send(offer.action, "/x", { intent: "link" }, at(ours, offerId));
    path = new URL((issued.data as { values: { link: string } }).values.link).pathname;
    const token = path.split("/").at(-1)!;
    const holder = new Visitor("203.0.113.9");
    const own = await holder.load(participant.loader, path, { token });
    expect(own.data).toMatchObject({ organisation: "Ours", offered: 5000, paid: false });
    expect(JSON.stringify(own.data)).not.toContain("P-014");
    const wrong = await holder.send(
      participant.action,
      path,
      { intent: "choice", choice: "less" },
      { token },
    );
    expect(wrong.data).toMatchObject({ errors: { agreedFeePence: [expect.any(String)] } });
    const less = { intent: "choice", choice: "less", agreedFeePence: "20" };
    expect((await holder.send(participant.action, path, less, { token })).status).toBe(303);
    expect((await holder.send(participant.action, path, { intent: "not-received" }, { token })).status).toBe(
      303,
    );
    expect((await holder.load(participant.loader, path, { token })).data).toMatchObject({ owed: 2000 });
    const room = await editor.load(overview.loader, "/x", at(ours));
    expect((room.data as { findings: { check: string }[] }).findings[0]!.check).toBe("not-received");
  });

  it("is shown to nobody with a guessed link", async () => {
    const answer = await new Visitor("203.0.113.10").load(participant.loader, "/agree-pay/guess", {
      token: "guess",
    });
    expect(answer.status).toBe(404);
  });

  it("is listed to a reviewer, who can change nothing", async () => {
    const reviewer = await signedIn("reviewer@ours.example");
    expect((await reviewer.load(offers.loader, "/x", at(ours))).data).toMatchObject({ mayEdit: false });
    expect((await reviewer.load(offers.loader, "/x?after=nonsense", at(ours))).status).toBe(200);
    expect((await reviewer.send(offerNew.action, "/x", form(), at(ours))).status).toBe(403);
  });
});

describe("the books", () => {
  it("take a payment once and refuse it before the fund began", async () => {
    const editor = await signedIn("editor@ours.example");
    const form = { lineId, kind: "other", amountPence: "10", paidOn: "2025-05-01", financeReference: "=1+1" };
    const early = await editor.send(payments.action, "/x", { ...form, paidOn: "2025-03-31" }, at(ours));
    expect(early.data).toMatchObject({ errors: { paidOn: [expect.stringMatching(/before the fund/)] } });
    expect((await editor.send(payments.action, "/x", form, at(ours))).status).toBe(303);
    const again = await editor.send(payments.action, "/x", form, at(ours));
    expect(again.data).toMatchObject({
      errors: { financeReference: [expect.stringMatching(/recorded already/)] },
    });
  });

  it("refuse pay below nothing with the way to record a return, and a day to come", async () => {
    const editor = await signedIn("editor@ours.example");
    const form = { lineId, kind: "other", amountPence: "10", paidOn: "2025-05-01", financeReference: "B-1" };
    const below = await editor.send(payments.action, "/x", { ...form, amountPence: "-10" }, at(ours));
    expect(below.data).toMatchObject({
      values: { amountPence: "-10", financeReference: "B-1" },
      errors: { amountPence: [expect.stringMatching(/money that came back.*Put right/)] },
    });
    const ahead = await editor.send(payments.action, "/x", { ...form, paidOn: "2099-01-01" }, at(ours));
    expect(ahead.data).toMatchObject({ errors: { paidOn: [expect.stringMatching(/has not come yet/)] } });
    const named = await editor.send(
      payments.action,
      "/x",
      { ...form, method: "cash, on Universal Credit" },
      at(ours),
    );
    expect(named.data).toMatchObject({ errors: { method: [expect.stringMatching(/names a benefit/)] } });
  });

  it("take back a part of a payment by its own page, with the reason", async () => {
    const editor = await signedIn("editor@ours.example");
    const form = { lineId, kind: "other", amountPence: "10", paidOn: "2025-05-01", financeReference: "B-2" };
    await editor.send(payments.action, "/x", form, at(ours));
    const listed = (await editor.load(payments.loader, "/x", at(ours))).data as {
      payments: { id: string; financeReference: string }[];
    };
    const { id } = listed.payments.find(({ financeReference }) => financeReference === "B-2")!;
    const back = { amountPence: "4.50", paidOn: "2025-05-03", note: "A ticket was not used." };
    const silent = await editor.send(reverse.action, "/x", { ...back, note: "" }, at(ours, id));
    expect(silent.data).toMatchObject({ errors: { note: [expect.stringMatching(/Say in a sentence/)] } });
    expect((await editor.send(reverse.action, "/x", back, at(ours, id))).status).toBe(303);
    expect((await editor.load(reverse.loader, "/x", at(ours, id))).data).toMatchObject({
      payment: { left: 550 },
    });
    const stranger = await signedIn("owner@theirs.example");
    expect((await stranger.send(reverse.action, "/x", back, at(theirs, id))).status).toBe(404);
  });

  it("carry money to a later fund by a page, and say so where there is none", async () => {
    const editor = await signedIn("editor@ours.example");
    expect((await editor.load(carry.loader, "/x", at(ours, fundId))).data).toMatchObject({ later: [] });
    const later = {
      ...fundForm,
      title: "Next",
      startsOn: "2026-04-01",
      endsOn: "2027-03-31",
      amountPence: "0",
    };
    const made = await editor.send(fundNew.action, "/x", later, at(ours));
    const toFund = made.location!.split("/").at(-1)!;
    const over = { toFund, amountPence: "1000", reason: "The trust agreed to it.", decidedOn: "2025-05-02" };
    expect((await editor.send(carry.action, "/x", over, at(ours, fundId))).data).toMatchObject({
      errors: { amountPence: [expect.stringMatching(/in no line and can be carried over/)] },
    });
    const some = { ...over, amountPence: "0.50" };
    expect((await editor.send(carry.action, "/x", some, at(ours, fundId))).status).toBe(303);
    expect((await editor.load(fund.loader, "/x", at(ours, toFund))).data).toMatchObject({
      total: { held: 50, carriedIn: 50 },
    });
    const reviewer = await signedIn("reviewer@ours.example");
    expect((await reviewer.send(carry.action, "/x", some, at(ours, fundId))).status).toBe(403);
  });

  it("ask for the page again where a bid is changed without saying which version", async () => {
    const editor = await signedIn("editor@ours.example");
    const form = { title: "A bid", funder: "A funder", amountPence: "100", stage: "idea" };
    expect((await editor.send(bidNew.action, "/x", form, at(ours))).status).toBe(303);
    const { bids } = (await editor.load(bids_.loader, "/x", at(ours))).data as { bids: { id: string }[] };
    const answer = await editor.send(bid.action, "/x", form, at(ours, bids[0]!.id));
    expect(answer.status).toBe(400);
    expect(answer.data).toMatchObject({
      errors: { form: [expect.stringMatching(/Open the page again/)] },
    });
  });

  it("go out as files in which nothing runs, to members alone", async () => {
    const reviewer = await signedIn("reviewer@ours.example");
    const csv = await reviewer.load(exported.loader, "/x", { ...at(ours), file: "payments.csv" });
    expect(csv.data).toContain("'=1+1,2025-05-01,10.00");
    expect((await reviewer.load(exported.loader, "/x", { ...at(ours), file: "books.xlsx" })).status).toBe(
      200,
    );
    for (const file of ["other.csv", "constructor", "__proto__"])
      expect((await reviewer.load(exported.loader, "/x", { ...at(ours), file })).status).toBe(404);
    const headers = {
      "bids.csv": /^Bid,Funder,Stage,Asks for/,
      "rates.csv": /Real Living Wage.*13\.45.*UK outside London/s,
      "staff-costs.csv": /Costs an hour/,
      "turnouts.csv": /Took part/,
      "offer-changes.csv": /not come/,
      "decisions.csv":
        /Money moved,,Time,100\.00,More people came\.,editor.*Carried over to another fund,,Next,0\.50/s,
      "payments.csv": /B-2 reversed,2025-05-03,-4\.50.*A ticket was not used\.,B-2/,
    };
    for (const [file, says] of Object.entries(headers))
      expect((await reviewer.load(exported.loader, "/x", { ...at(ours), file })).data).toMatch(says);
    const stranger = await signedIn("owner@theirs.example");
    expect((await stranger.load(exported.loader, "/x", { ...at(ours), file: "payments.csv" })).status).toBe(
      404,
    );
  });

  it("preview a file with the columns of its header, and import it by the same address", async () => {
    const editor = await signedIn("editor@ours.example");
    const rows = [
      ["Reference", "Date", "Amount"],
      ["N-1", "02/05/2025", "1.50"],
    ];
    const id = await holdFile(ours.scope, { kind: "payments", fileName: "n.csv", rows });
    const first = await editor.load(preview.loader, "/x", at(ours, id));
    expect(first.data).toMatchObject({ wrong: 1, columns: { financeReference: 0, paidOn: 1, amount: 2 } });
    const path = `/x?financeReference=0&paidOn=1&amount=2&lineId=${lineId}`;
    expect((await editor.load(preview.loader, path, at(ours, id))).data).toMatchObject({
      wrong: 0,
      fresh: 1,
    });
    expect((await editor.send(preview.action, path, {}, at(ours, id))).status).toBe(303);
    expect((await editor.load(preview.loader, path, at(ours, id))).status).toBe(404);
    const stranger = await signedIn("owner@theirs.example");
    expect((await stranger.load(preview.loader, path, at(theirs, id))).status).toBe(404);
  });

  it("say so where the days asked for are none, and show this year's figures", async () => {
    const reviewer = await signedIn("reviewer@ours.example");
    const shown = async (query: string) =>
      (await reviewer.load(summary.loader, `/x${query}`, at(ours))).data as { unread: boolean };
    expect((await shown("")).unread).toBe(false);
    expect((await shown("?from=2025-04-01&until=2026-03-31")).unread).toBe(false);
    for (const query of ["?from=2026-13-01&until=2027-03-31", "?from=2026-04-01&until=2026-03-31", "?from="])
      expect((await shown(query)).unread, query).toBe(true);
  });

  it("ask in the preview about a reference like a name, and keep what was answered", async () => {
    const owner = ours.scope;
    const editor = await signedIn("editor@ours.example");
    const id = await holdFile(owner, {
      kind: "payments",
      fileName: "names.csv",
      rows: [
        ["Finance reference", "Paid on", "Amount", "Budget line"],
        ["Amina Khan", "01/06/2025", "0.01", "Time"],
      ],
    });
    expect((await editor.load(preview.loader, "/x", at(ours, id))).data).toMatchObject({
      asks: { name: true, more: false },
      rows: [{ asks: [expect.stringMatching(/“Amina Khan” looks like a name/)] }],
    });
    const asked = await editor.send(preview.action, "/x", { intent: "import" }, at(ours, id));
    expect(asked).toMatchObject({ status: 400, data: { errors: { namesNobody: [expect.any(String)] } } });
    const looked = { intent: "import", namesNobody: "on" };
    expect((await editor.send(preview.action, "/x", looked, at(ours, id))).status).toBe(303);
  });
});
