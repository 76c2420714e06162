import { beforeAll, describe, expect, it } from "vitest";
import { addDays, addMonths } from "#app/domain/dates/days.ts";
import * as signIn from "#app/routes/account/sign-in.tsx";
import * as exported from "#app/routes/pay/export.ts";
import * as fund from "#app/routes/pay/fund.tsx";
import * as fundNew from "#app/routes/pay/fund-new.tsx";
import * as importFile from "#app/routes/pay/import.tsx";
import * as offerEdit from "#app/routes/pay/offer-edit.tsx";
import * as offerNew from "#app/routes/pay/offer-new.tsx";
import * as overview from "#app/routes/pay/overview.tsx";
import * as payments from "#app/routes/pay/payments.tsx";
import * as preview from "#app/routes/pay/import-preview.tsx";
import * as rates from "#app/routes/pay/rates.tsx";
import { createMember } from "#db/organisation.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type GivenOrganisation, givenOrganisation } from "#tests/support/given.ts";
import { provideTestSettings } from "#tests/support/settings.ts";
import { Visitor } from "#tests/support/visitor.ts";

useDatabase();
provideTestSettings();

const password = "lantern orchard ferry";
const begins = "2024-04-01";

type Books = { organisation: GivenOrganisation; visitor: Visitor; fundId: string; lines: string[] };
let typed: Books;
let filed: Books;

const at = ({ organisation }: Pick<Books, "organisation">, id = "") => ({
  organisation: organisation.slug,
  id,
});
const lastOf = (location: string | null) => location!.split("/").at(-1)!;
const british = (iso: string) => iso.split("-").reverse().join("/");
const inPounds = (pence: number) => `£${Math.floor(pence / 100)}.${String(pence % 100).padStart(2, "0")}`;

const budget = [
  ["participant-time", "Participant time", "Time", "£3,000.00"],
  ["travel", "Travel", "Fares", "£250.55"],
  ["food", "Food", "Lunch", "£1,000.01"],
] as const;

/**
 * By hand: each month one person, two hours at £20.01 and 50 minutes of preparation at £13.37. The fee is £40.02 + £11.14 (1337 ×
 * 50 ÷ 60 = 1114.17) = £51.16. A fare of £3.33 and a lunch of £12.05. Month 7's fare is returned.
 * 24 fees: £1,227.84. 23 fares: £76.59. 24 lunches: £289.20. In all £1,593.63 of £4,250.56 + £100.00 in no line.
 */
const months = Array.from({ length: 24 }, (_, month) => addDays(addMonths(begins, month), 9));
const rows = months.flatMap((heldOn, month) => [
  { reference: `FEE-${month}`, on: addDays(heldOn, 6), pence: 5116, line: 0, kind: "fee", month },
  { reference: `FARE-${month}`, on: heldOn, pence: 333, line: 1, kind: "other", month },
  { reference: `LUNCH-${month}`, on: heldOn, pence: 1205, line: 2, kind: "other", month },
]);

async function opened(name: string): Promise<Omit<Books, "lines">> {
  const organisation = await givenOrganisation({ name });
  const email = `owner@${name.toLowerCase()}.example`;
  await createMember(organisation.organisationId, { name, email, password, role: "owner" });
  const visitor = new Visitor();
  await visitor.send(signIn.action, "/sign-in", { email, password });
  const made = await visitor.send(
    fundNew.action,
    "/x",
    {
      title: "Two years of voices",
      kind: "ring-fenced",
      source: "The trust",
      startsOn: begins,
      endsOn: "2026-03-31",
      amountPence: "£4,250.56",
      carriedOverPence: "100",
    },
    at({ organisation }),
  );
  return { organisation, visitor, fundId: lastOf(made.location) };
}

async function uploaded({ visitor, ...books }: Omit<Books, "lines">, holds: string, text: string) {
  const form = new FormData();
  form.set("file", new File([text], "export.csv", { type: "text/csv" }));
  if (holds) form.set("fund", holds);
  const sent = await visitor.sendForm(importFile.action, "/x", form, at(books));
  expect(sent.status).toBe(303);
  return lastOf(sent.location);
}

async function linesOf({ visitor, ...books }: Omit<Books, "lines">): Promise<string[]> {
  const page = await visitor.load(fund.loader, "/x", at(books, books.fundId));
  const { lines } = page.data as { lines: { id: string; title: string }[] };
  return budget.map(([, , title]) => lines.find((line) => line.title === title)!.id);
}

async function offersIn({ visitor, ...books }: Books): Promise<string[]> {
  const made: string[] = [];
  for (const heldOn of months) {
    const answer = await visitor.send(
      offerNew.action,
      "/x",
      {
        lineId: books.lines[0]!,
        reference: "P-1",
        role: "Group member",
        place: "uk",
        offeredOn: heldOn,
        heldOn,
        meetingMinutes: "120",
        meetingRate: "20.01",
        preparationMinutes: "50",
        preparationRate: "£13.37",
        expensesTiming: "before",
        timing: "after",
        promisedBy: addDays(heldOn, 10),
      },
      at(books),
    );
    expect(answer.status).toBe(303);
    made.push(lastOf(answer.location));
  }
  return made;
}

async function figuresOf({ visitor, ...books }: Books) {
  const sheet = (await visitor.load(fund.loader, "/x", at(books, books.fundId))).data as {
    total: object;
    lines: { title: string; position: { lineId: string } }[];
  };
  const room = (await visitor.load(overview.loader, "/x", at(books))).data as { figures: object };
  const file = { ...at(books), file: "lines.csv" };
  return {
    total: sheet.total,
    lines: sheet.lines
      .map(({ title, position }) => ({ title, ...position, lineId: "" }))
      .sort((a, b) => a.title.localeCompare(b.title)),
    figures: room.figures,
    totals: ((await visitor.load(exported.loader, "/x", file)).data as string).split("\r\n").at(-2),
  };
}

beforeAll(async () => {
  const page = await opened("Typed");
  for (const [purpose, , title, amountPence] of budget)
    await page.visitor.send(fund.action, "/x", { purpose, title, amountPence }, at(page, page.fundId));
  typed = { ...page, lines: await linesOf(page) };
  const offers = await offersIn(typed);
  for (const { reference, on, pence, line, kind, month } of rows) {
    const answer = await typed.visitor.send(
      payments.action,
      "/x",
      {
        lineId: typed.lines[line]!,
        kind,
        amountPence: inPounds(pence),
        paidOn: on,
        financeReference: reference,
        ...(kind === "fee" ? { offerId: offers[month]! } : {}),
      },
      at(typed),
    );
    expect(answer.status).toBe(303);
  }
  const { recordPayment } = await import("#db/payment.server.ts");
  await recordPayment(typed.organisation.scope, {
    lineId: typed.lines[1]!,
    offerId: null,
    kind: "other",
    amountPence: -333,
    paidOn: addDays(months[7]!, 3),
    method: "",
    financeReference: "BACK-7",
  });

  const file = await opened("Filed");
  const lineFile = [
    "Budget for Two years of voices",
    "",
    "What it pays for,Name of the line,Amount",
    ...budget.map(([, purpose, title, amount]) => `${purpose},${title},"${amount}"`),
    ',Total,"£4,250.56"',
  ].join("\r\n");
  const lineImport = await uploaded(file, file.fundId, lineFile);
  expect((await file.visitor.send(preview.action, "/x", {}, at(file, lineImport))).status).toBe(303);
  filed = { ...file, lines: await linesOf(file) };
  await offersIn(filed);
}, 120_000);

/** The same ledger as a finance system writes it, in whatever order. */
function ledgerFile(order: (a: (typeof rows)[number], b: (typeof rows)[number]) => number): string {
  return [
    "Ledger of the trust;;;;;",
    "",
    "Trans no;Posting date;Amount;Budget line;Participant;What for",
    ...[...rows]
      .sort(order)
      .map(({ reference, on, pence, line, kind }) =>
        [reference, british(on), inPounds(pence), budget[line]![2], kind === "fee" ? "P-1" : "", kind].join(
          ";",
        ),
      ),
    `BACK-7;${british(addDays(months[7]!, 3))};(3.33);Fares;;other`,
    ";;1593.63;Total;;",
    "",
  ].join("\r\n");
}

describe("two years of a project", () => {
  it("give the same figures to the penny from the pages and from files, and those worked by hand", async () => {
    const id = await uploaded(
      filed,
      "",
      ledgerFile(() => 0),
    );
    const seen = await filed.visitor.load(preview.loader, "/x", at(filed, id));
    expect(seen.data).toMatchObject({ fresh: 73, wrong: 0, leftOut: 1, headerRow: 2 });
    expect((await filed.visitor.send(preview.action, "/x", {}, at(filed, id))).status).toBe(303);
    const figures = await figuresOf(typed);
    expect(await figuresOf(filed)).toEqual(figures);
    expect(figures.total).toMatchObject({
      held: 435_056,
      unallocated: 10_000,
      spent: 159_363,
      committed: 0,
      left: 275_693,
    });
    expect(figures.figures).toMatchObject({ offeredPence: 122_784, owedPence: 122_784, paidPence: 122_784 });
    expect(figures.figures).toMatchObject({ medianDaysToPay: 6, due: 24, paidInTime: 24 });
  });

  it("change nothing when the file comes again, newest first, or as we export it ourselves", async () => {
    const before = await figuresOf(filed);
    const turned = await uploaded(
      filed,
      "",
      ledgerFile((a, b) => b.on.localeCompare(a.on)),
    );
    const file = { ...at(filed), file: "payments.csv" };
    const own = (await filed.visitor.load(exported.loader, "/x", file)).data as string;
    for (const id of [turned, await uploaded(filed, "", own)]) {
      const seen = await filed.visitor.load(preview.loader, "/x", at(filed, id));
      expect(seen.data).toMatchObject({ fresh: 0, known: 73, wrong: 0 });
      expect((await filed.visitor.send(preview.action, "/x", {}, at(filed, id))).status).toBe(303);
    }
    expect(await figuresOf(filed)).toEqual(before);
  });

  it("are left as they are by a file with one wrong row", async () => {
    const before = await figuresOf(filed);
    const text =
      'Reference,Date,Amount,Budget line\r\nN-1,10/05/2024,1,Time\r\n\r\nN-2,10/05/2024,"1.200,50",Time';
    const id = await uploaded(filed, "", text);
    const answer = await filed.visitor.send(preview.action, "/x", {}, at(filed, id));
    expect(answer.data).toMatchObject({
      errors: { form: [expect.stringMatching(/^Row 4, amount: “1\.200,50”/)] },
    });
    expect(await figuresOf(filed)).toEqual(before);
  });
});

describe("the last £100 of a line", () => {
  it("is paid once, however many people send it at the same moment", async () => {
    const { visitor, ...books } = typed;
    const before = (await visitor.load(fund.loader, "/x", at(books, books.fundId))).data as {
      lines: { title: string; position: { left: number } }[];
    };
    const left = before.lines.find(({ title }) => title === "Lunch")!.position.left;
    const send = (pence: number, financeReference: string) =>
      visitor.send(
        payments.action,
        "/x",
        {
          lineId: books.lines[2]!,
          kind: "other",
          amountPence: inPounds(pence),
          paidOn: "2026-03-30",
          financeReference,
        },
        at(books),
      );
    expect((await send(left - 10_000, "DOWN")).status).toBe(303);
    const answers = await Promise.all([1, 2, 3, 4].map((n) => send(10_000, `LAST-${n}`)));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    for (const refused of answers.filter(({ status }) => status !== 303))
      expect(refused.data).toMatchObject({ errors: { amountPence: [expect.stringMatching(/£0 left/)] } });
  });
});

describe("an offer and a rate by their pages", () => {
  it("keep what was typed where a reference looks like a name, and take it when somebody has looked", async () => {
    const { visitor, ...books } = typed;
    const form = {
      lineId: books.lines[0]!,
      reference: "Amina Khan",
      role: "Group member",
      place: "uk",
      offeredOn: "2026-03-01",
      heldOn: "2026-03-20",
      meetingMinutes: "60",
      meetingRate: "20",
      expensesTiming: "before",
      timing: "after",
      promisedBy: "2026-03-30",
    };
    const refused = await visitor.send(offerNew.action, "/x", form, at(books));
    expect(refused.data).toMatchObject({
      values: { reference: "Amina Khan" },
      errors: { reference: [expect.stringMatching(/looks like a name/)] },
    });
    const made = await visitor.send(
      offerNew.action,
      "/x",
      { ...form, reference: "Blue Heron", namesNobody: "on" },
      at(books),
    );
    expect(made.status).toBe(303);
    const id = lastOf(made.location);
    const change = { ...form, reference: "P-77", meetingRate: "21", version: "1" };
    expect((await visitor.send(offerEdit.action, "/x", change, at(books, id))).status).toBe(303);
    expect((await visitor.send(offerEdit.action, "/x", change, at(books, id))).status).toBe(409);
    expect((await filed.visitor.send(offerEdit.action, "/x", change, at(filed, id))).status).toBe(404);
  });

  it("import what others pay with its source, and refuse a living wage that has no last day", async () => {
    const id = await uploaded(
      typed,
      "rates",
      "Name,An hour,From\r\nPublic contributor,£25.00,01/04/2025\r\n",
    );
    const { visitor, ...books } = typed;
    const bare = await visitor.load(preview.loader, "/x", at(books, id));
    expect(bare.data).toMatchObject({
      wrong: 1,
      rows: [{ words: expect.stringMatching(/no source is named/) }],
    });
    const path = "/x?title=0&rate=1&from=2&source=A+health+body";
    expect((await visitor.send(preview.action, path, {}, at(books, id))).status).toBe(303);
    const page = (await visitor.load(rates.loader, "/x", at(books))).data as { rates: object[] };
    expect(page.rates[0]).toMatchObject({ kind: "comparator", pencePerHour: 2500, source: "A health body" });
    const floor = {
      kind: "real-living-wage",
      title: "2026-27",
      place: "uk",
      pencePerHour: "14",
      from: "2026-10-21",
      source: "A",
    };
    const refused = await visitor.send(rates.action, "/x", floor, at(books));
    expect(refused.data).toMatchObject({
      errors: { until: [expect.stringMatching(/last day of a living wage/)] },
    });
  });
});
