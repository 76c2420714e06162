import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { strToU8, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import * as signIn from "#app/routes/account/sign-in.tsx";
import * as imported from "#app/routes/recruitment/import.tsx";
import { createMember } from "#db/organisation.server.ts";
import { openRound, requireRound } from "#db/recruitment.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { givenOrganisation, type GivenOrganisation } from "#tests/support/given.ts";
import { provideTestSettings } from "#tests/support/settings.ts";
import { Visitor, type Answer } from "#tests/support/visitor.ts";
import { usualPractice } from "#tests/support/recruitment.ts";

useDatabase();
provideTestSettings();

let ours: GivenOrganisation;
const editor = new Visitor();

beforeAll(async () => {
  ours = await givenOrganisation();
  const [email, password] = [`editor-${ours.slug}@example.org`, "lantern orchard ferry"];
  await createMember(ours.organisationId, { name: "Editor", email, role: "editor", password });
  await editor.send(signIn.action, "/sign-in", { email, password });
});

const givenRound = () =>
  openRound(
    ours.scope,
    {
      title: "Round",
      body: "board",
      openedOn: "2026-01-05",
      closedOn: null,
      scheme: "ew-2021",
      practice: usualPractice,
    },
    "2026-06-01",
  );
const where = (id: string) => ({ organisation: ours.slug, id });
const text = (content: string) => new TextEncoder().encode(content);

async function upload(id: string, bytes: Uint8Array<ArrayBuffer>, name = "people.csv"): Promise<Answer> {
  const form = new FormData();
  form.set("file", new File([bytes], name));
  return editor.sendForm(imported.action, "/x", form, where(id));
}

/** Counts by group, with the columns that the file of these tests has. */
async function mapped(id: string, uploaded: Answer, intent: "preview" | "keep", more = {}): Promise<Answer> {
  expect(uploaded.status).toBe(303);
  const token = new URL(uploaded.location!, "http://x").searchParams.get("file")!;
  const columns = { "column:applied": "Applied", "column:shortlisted": "Shortlisted" };
  const mapping = { token, version: "1", form: "counts", ethnicGroup: "Ethnic group", ...columns, ...more };
  return editor.send(imported.action, "/x", { ...mapping, intent }, where(id));
}

const csv = "Ethnic group,Applied,Shortlisted\r\nBlack – African,12,6\r\nWhite Irish,30,9\r\n";
const utf16 = (content: string) => Uint8Array.from([0xff, 0xfe, ...Buffer.from(content, "utf16le")]);
/** An en dash is one byte, 0x96, in Windows-1252. */
const windows = (content: string) =>
  Uint8Array.from([...content].map((c) => (c === "–" ? 0x96 : c.charCodeAt(0))));

const xlsx = (rows: string) =>
  Uint8Array.from(
    zipSync({ "xl/worksheets/sheet1.xml": strToU8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`) }),
  );
const inline = (cell: string, words: string) => `<c r="${cell}" t="inlineStr"><is><t>${words}</t></is></c>`;
const excelHeader = `<row r="1">${inline("A1", "Ethnic group")}${inline("B1", "Applied")}${inline("C1", "Shortlisted")}</row>`;
const excelRow = (applied: string) =>
  `<row r="2">${inline("A2", "Black African")}${applied}<c r="C2"><v>6</v></c></row>`;

describe("a file in each writing is counted and kept", () => {
  it.each<[string, Uint8Array<ArrayBuffer>]>([
    ["UTF-8", text(csv)],
    ["UTF-8 with mark", text(`\ufeff${csv}`)],
    ["UTF-16", utf16(csv)],
    ["Windows-1252", windows(csv)],
    ["semicolons", text(csv.replaceAll(",", ";"))],
  ])("%s", async (_name, bytes) => {
    const id = await givenRound();
    expect((await mapped(id, await upload(id, bytes), "keep")).status).toBe(303);
    const { counts } = await requireRound(ours.scope, id);
    expect(counts.applied).toEqual({ black_african: 12, white_irish: 30 });
    expect(counts.shortlisted).toEqual({ black_african: 6, white_irish: 9 });
  });

  it("Excel", async () => {
    const id = await givenRound();
    const file = xlsx(excelHeader + excelRow('<c r="B2"><v>12</v></c>'));
    expect((await mapped(id, await upload(id, file, "people.xlsx"), "keep")).status).toBe(303);
    expect((await requireRound(ours.scope, id)).counts.applied).toEqual({ black_african: 12 });
  });
});

describe("a row that cannot be read is named, with the reason", () => {
  it.each([
    ["a formula", '"=HYPERLINK(""http://x"")",1,1', /Row 2: .*formula or script/],
    ["a script", "<script>alert(1)</script>,1,1", /Row 2: .*formula or script/],
    ["a formula as a count", "Arab,=1+1,1", /Row 2: Applied holds a formula/],
    ["a negative count", "Arab,-3,0", /Row 2: Applied is -3; .*less than 0/],
    ["a fraction", "Arab,2.5,0", /Row 2: Applied is 2.5; .*whole numbers/],
    ["more shortlisted than applied", "Arab,5,6", /Row 2: Shortlisted is 6, more than the 5/],
    ["a group that is nearly one", "Pakstani,5,1", /Row 2: .*did you mean .*Pakistani/],
    ["a group that is none", "Martian,5,1", /Row 2: .*is not a group.*Self described/],
    ["a group of another list", "Filipino,5,1", /Row 2: .*another list \(Northern Ireland/],
    ["a date", "Arab,12/05/2026,1", /Row 2: Applied .*not a number of people/],
  ])("%s", async (_name, line, message) => {
    const id = await givenRound();
    const file = text(`Ethnic group,Applied,Shortlisted\n${line}\nWhite Irish,30,9\n`);
    const preview = await mapped(id, await upload(id, file), "preview");
    expect(preview.data).toMatchObject({ preview: { read: 1, refused: 1 } });
    const { problems } = (preview.data as { preview: { problems: { message: string }[] } }).preview;
    expect(problems[0]?.message).toMatch(message);
    expect((await requireRound(ours.scope, id)).counts.applied).toBeNull();
  });

  it("a date that Excel keeps as a number of days is not taken for people", async () => {
    const id = await givenRound();
    const date = xlsx(excelHeader + excelRow('<c r="B2" s="1"><v>46157</v></c>'));
    const styled = { ...(await import("fflate")).unzipSync(date) };
    styled["xl/styles.xml"] = strToU8(
      '<styleSheet><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    );
    const file = Uint8Array.from(zipSync(styled));
    const preview = await mapped(id, await upload(id, file, "people.xlsx"), "preview");
    expect(JSON.stringify(preview.data)).toMatch(/2026-05-15.*not a number of people/);
  });
});

describe("a file that cannot be read is refused with a sentence", () => {
  it("two columns of one name", async () => {
    const id = await givenRound();
    const answer = await upload(id, text("Ethnic group,Applied,applied,Shortlisted\nArab,1,2,1\n"));
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.data)).toMatch(/file.*Row 1 has two columns headed/);
  });

  it("a bomb, and 51 MB", async () => {
    const id = await givenRound();
    const bomb = zipSync({ "xl/worksheets/sheet1.xml": new Uint8Array(260 * 1024 * 1024) }, { level: 9 });
    const burst = await upload(id, Uint8Array.from(bomb), "people.xlsx");
    expect(burst.status).toBe(400);
    expect(JSON.stringify(burst.data)).toMatch(/unpacks to far more/);
    const large = await upload(id, new Uint8Array(51 * 1024 * 1024));
    expect(large.status).toBe(400);
    expect(JSON.stringify(large.data)).toMatch(/larger than 50 MB/);
  });
});

it("leaves nothing on disk", async () => {
  const before = new Set(readdirSync(tmpdir()));
  const id = await givenRound();
  const marked = text(csv.replace("Irish", "Irish "));
  expect((await mapped(id, await upload(id, marked), "keep")).status).toBe(303);
  const added = readdirSync(tmpdir()).filter((name) => !before.has(name));
  expect(added.filter((name) => /csv|xlsx|upload|people|multipart/i.test(name))).toEqual([]);
});
