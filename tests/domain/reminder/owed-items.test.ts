import { describe, expect, it } from "vitest";
import { owedItems, type OwedFacts } from "#app/domain/reminder/owed-items.ts";

const nothing: OwedFacts = { cases: [], offers: [], payments: [], personas: [] };
const on = (day: string, facts: Partial<OwedFacts>) => owedItems({ ...nothing, ...facts }, "/o/us", day);
const offer: OwedFacts["offers"][number] = {
  id: "11111111-1111-4111-8111-111111111111",
  reference: "P-014",
  lineId: "22222222-2222-4222-8222-222222222222",
  role: "Panel member",
  community: "",
  place: "uk",
  offeredOn: "2026-05-01",
  heldOn: "2026-06-01",
  time: [{ activity: "meeting", minutes: 60, ratePence: 2500 }],
  expensesPence: 0,
  expensesTiming: "before",
  lowIncome: false,
  timing: "after",
  promisedBy: "2026-06-10",
  choice: "bank-transfer",
  agreedFeePence: null,
  adviceOffered: true,
};
const paid = (amountPence: number) => ({
  id: "33333333-3333-4333-8333-333333333333",
  offerId: offer.id,
  kind: "fee" as const,
  amountPence,
  paidOn: "2026-06-05",
});

describe("pay that was promised", () => {
  it("is reminded of a week before its day and after it, until it is paid in full", () => {
    const kinds = (day: string, pence = 0) =>
      on(day, { offers: [offer], payments: [paid(pence)] }).map(({ kind }) => kind);
    expect(kinds("2026-06-02")).toEqual([]);
    expect(kinds("2026-06-03")).toEqual(["pay-soon"]);
    expect(kinds("2026-06-10")).toEqual(["pay-soon"]);
    expect(kinds("2026-06-11")).toEqual(["pay-overdue"]);
    expect(kinds("2026-06-11", 2499)).toEqual(["pay-overdue"]);
    expect(kinds("2026-06-11", 2500)).toEqual([]);
  });
  it("names neither the person's reference nor the amount", () => {
    const [item] = on("2026-06-11", { offers: [offer] });
    expect(JSON.stringify(item)).not.toMatch(/P-014|25/);
  });
  it("is not owed to somebody who declined it", () => {
    expect(on("2026-06-11", { offers: [{ ...offer, choice: "nothing" }] })).toEqual([]);
  });
});

it("says that a question or a challenge from outside waits, and never what it says", () => {
  const cases = [{ id: "c", kind: "challenge" as const, answerBy: "2026-06-10" }];
  expect(on("2026-05-26", { cases })).toEqual([]);
  expect(on("2026-05-27", { cases })).toMatchObject([{ kind: "case-soon", href: "/o/us/feedback/door" }]);
  expect(on("2026-06-11", { cases })).toMatchObject([
    { kind: "case-overdue", because: "Nobody has taken it up. An answer was due on 10 June 2026." },
  ]);
});

it("asks for the review of a persona two weeks before its day", () => {
  const personas = [{ id: "p", title: "Amina", reviewOn: "2026-06-10", imported: false }];
  expect(on("2026-05-26", { personas })).toEqual([]);
  expect(on("2026-06-11", { personas })).toMatchObject([
    { kind: "persona-review", href: "/o/us/personas/p" },
  ]);
});

it("sends nobody to makers who work with another library", () => {
  const persona = { id: "p", title: "Amina", reviewOn: "2026-06-10" };
  const because = (imported: boolean) =>
    on("2026-06-11", { personas: [{ ...persona, imported }] })[0]!.because;
  expect(because(false)).not.toMatch(/library/);
  expect(because(true)).toMatch(/ask the library that it came from/);
});
