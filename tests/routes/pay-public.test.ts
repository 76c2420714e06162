import type { LoaderFunctionArgs } from "@remix-run/node";
import Papa from "papaparse";
import { beforeAll, describe, expect, it } from "vitest";
import type { PublicPay } from "#app/domain/remuneration/public-pay.ts";
import * as payFile from "#app/routes/public/pay-file.ts";
import * as payPage from "#app/routes/public/pay.tsx";
import { noteChoice } from "#db/pay-link.server.ts";
import { keepSummary } from "#db/pay-summary.server.ts";
import { makeOffer } from "#db/pay.server.ts";
import { previewPublication, publish } from "#db/publishing.server.ts";
import { addLine, openFund } from "#db/remuneration.server.ts";
import { noteTurnout } from "#db/turnout.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type GivenOrganisation, givenOrganisation } from "#tests/support/given.ts";
import { provideTestSettings } from "#tests/support/settings.ts";
import { Visitor } from "#tests/support/visitor.ts";
import { voicesFund } from "#tests/support/money.ts";

useDatabase();
provideTestSettings();

let ours: GivenOrganisation;

/** Thirty take part on one day, twelve are offered £20, and two of them choose nothing: too few to show. */
beforeAll(async () => {
  ours = await givenOrganisation({ name: "Ours" });
  const { scope } = ours;
  const fundId = await openFund(scope, { ...voicesFund, startsOn: "2024-04-01", endsOn: "2025-03-31" });
  const lineId = await addLine(scope, {
    fundId,
    purpose: "participant-time",
    title: "Time",
    amountPence: 100_000,
  });
  for (let person = 0; person < 12; person += 1) {
    const id = await makeOffer(scope, {
      lineId,
      reference: `P-${person}`,
      role: "Group member",
      community: "",
      place: "uk",
      offeredOn: "2024-05-01",
      heldOn: "2024-05-01",
      time: [{ activity: "meeting", minutes: 60, ratePence: 2_000 }],
      expensesPence: 0,
      expensesTiming: "before",
      lowIncome: false,
      timing: "after",
      promisedBy: "2024-05-31",
      adviceOffered: true,
      choice: null,
      agreedFeePence: null,
    });
    if (person < 2) await noteChoice(scope, id, { choice: "nothing", agreedFeePence: null });
  }
  await noteTurnout(scope, { heldOn: "2024-05-01", title: "Workshop", tookPart: 30 });
  await keepSummary(scope, { from: "2024-04-01", until: "2025-03-31" }, "", "2025-05-01");
  const { fingerprint } = await previewPublication(scope);
  await publish(scope, { fingerprint, reasons: {} });
});

async function fetched(file: string, slug = ours.slug): Promise<Response> {
  const request = new Request(`https://kept.example/journeys/${slug}/pay/${file}`);
  const context = { nonce: "", publicUrl: "https://kept.example", clientAddress: "" };
  try {
    return (await payFile.loader({
      request,
      params: { slug, file },
      context,
    } as LoaderFunctionArgs)) as Response;
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
}

async function onThePage(): Promise<PublicPay[]> {
  const shown = await new Visitor().load(payPage.loader, `/journeys/${ours.slug}/pay`, { slug: ours.slug });
  return (shown.data as { periods: PublicPay[] }).periods;
}

describe("the public pay figures as files", () => {
  it("are the page's own figures as JSON, with null where few people share one", async () => {
    const answer = await fetched("figures.json");
    expect([answer.status, answer.headers.get("Content-Type")]).toEqual([
      200,
      expect.stringMatching(/^application\/json/),
    ]);
    const told = (await answer.json()) as { currency: string; periods: PublicPay[] };
    expect(told).toEqual({ currency: "GBP", periods: await onThePage() });
    expect(told.periods).toHaveLength(1);
    expect(told.periods[0]!.summary.people).toMatchObject({ takingPart: 30, declined: null });
  });

  it("are the same figures as CSV, with ! where few people share one", async () => {
    const answer = await fetched("figures.csv");
    expect([answer.status, answer.headers.get("Content-Type")]).toEqual([200, "text/csv; charset=utf-8"]);
    expect(answer.headers.get("Content-Disposition")).toBe(`attachment; filename="${ours.slug}-pay.csv"`);
    const text = (await answer.text()).replace(/^\ufeff/, "");
    const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
    expect(errors).toEqual([]);
    const value = new Map(data.map((row) => [row.figure, row.value]));
    const [{ summary }] = (await onThePage()) as [PublicPay];
    const { people, money, bids, fees } = summary;
    const shown = (figure: number | null) => (figure === null ? "!" : String(figure));
    const pounds = (pence: number | null) => (pence === null ? "!" : (pence / 100).toFixed(2));
    expect([value.get("took_part"), value.get("set_aside"), value.get("chose_nothing")]).toEqual([
      "30",
      "1000.00",
      "!",
    ]);
    expect(value.get("offered")).toBe(shown(people.offered));
    expect(value.get("never_offered")).toBe(shown(people.neverOffered));
    expect(value.get("fees_due")).toBe(shown(fees.due));
    expect(value.get("money_offered")).toBe(pounds(money.offeredPence));
    expect(value.get("money_taken_up")).toBe(pounds(money.takenUpPence));
    expect(value.get("money_paid")).toBe(pounds(money.paidPence));
    expect(value.get("bids")).toBe(String(bids.counted));
  });

  it("hold nobody's reference, and are not found under another name or another's address", async () => {
    for (const file of ["figures.json", "figures.csv"])
      expect(await (await fetched(file)).text()).not.toMatch(/P-\d|Group member/);
    expect((await fetched("figures.xlsx")).status).toBe(404);
    expect((await fetched("figures.csv", "nobody")).status).toBe(404);
  });
});
