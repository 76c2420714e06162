import { beforeAll, describe, expect, it } from "vitest";
import * as signIn from "#app/routes/account/sign-in.tsx";
import * as benchmarks from "#app/routes/recruitment/benchmarks.tsx";
import * as counts from "#app/routes/recruitment/counts.tsx";
import * as edit from "#app/routes/recruitment/edit.tsx";
import * as imported from "#app/routes/recruitment/import.tsx";
import * as list from "#app/routes/recruitment/list.tsx";
import * as newRound from "#app/routes/recruitment/new.tsx";
import * as release from "#app/routes/recruitment/release.tsx";
import * as releasedCsv from "#app/routes/recruitment/released-csv.ts";
import * as show from "#app/routes/recruitment/show.tsx";
import { createMember } from "#db/organisation.server.ts";
import { listBenchmarks } from "#db/recruitment-benchmark.server.ts";
import { listRounds, requireRound } from "#db/recruitment.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { givenOrganisation, type GivenOrganisation } from "#tests/support/given.ts";
import { provideTestSettings } from "#tests/support/settings.ts";
import { Visitor } from "#tests/support/visitor.ts";

useDatabase();
provideTestSettings();

const password = "lantern orchard ferry";
let ours: GivenOrganisation;
let editor: Visitor;
let reviewer: Visitor;

async function member(organisation: GivenOrganisation, role: "editor" | "reviewer"): Promise<Visitor> {
  const email = `${role}-${organisation.slug}@example.org`;
  await createMember(organisation.organisationId, { name: role, email, role, password });
  const visitor = new Visitor();
  await visitor.send(signIn.action, "/sign-in", { email, password });
  return visitor;
}

beforeAll(async () => {
  ours = await givenOrganisation();
  editor = await member(ours, "editor");
  reviewer = await member(ours, "reviewer");
});

const params = (more: Record<string, string> = {}) => ({ organisation: ours.slug, ...more });
const facts = {
  title: "Spring group",
  body: "coproduction_group",
  openedOn: "2026-01-05",
  closedOn: "2026-03-01",
  scheme: "ew-2021",
  trustedPartners: "Harbour mosque, Lane church",
  paidInterview: "yes",
  // These tests open many alike.
  another: "yes",
};

async function givenRound(): Promise<string> {
  const answer = await editor.send(newRound.action, "/x", facts, params());
  expect(answer.status).toBe(303);
  return /recruitment\/([^/]+)\/counts/.exec(answer.location ?? "")![1]!;
}

async function givenCounted(): Promise<string> {
  const id = await givenRound();
  const grid = {
    version: "1",
    "applied|white_british": "1,21",
    "applied|black_african": " 58 ",
    "shortlisted|white_british": "61",
    "shortlisted|black_african": "23",
  };
  const where = params({ id, table: "ethnic-group" });
  expect((await editor.send(counts.action, "/x", grid, where)).status).toBe(303);
  return id;
}

describe("a round", () => {
  it("is opened and counted by an editor; stages left empty stay uncounted", async () => {
    const id = await givenCounted();
    const stored = await requireRound(ours.scope, id);
    expect(stored.practice.trustedPartners).toEqual(["Harbour mosque", "Lane church"]);
    expect(stored.counts.applied).toEqual({ white_british: 121, black_african: 58 });
    expect(stored.counts.appointed).toBeNull();
    const page = await reviewer.load(show.loader, "/x", params({ id }));
    expect(JSON.stringify(page.data)).toContain("61 of 121");
    expect((await reviewer.load(list.loader, "/x", params())).status).toBe(200);
    expect((await listRounds(ours.scope)).length).toBeGreaterThan(0);
  });

  it("shows again what was typed, with a sentence for each field", async () => {
    const missing = await editor.send(
      newRound.action,
      "/x",
      { ...facts, title: "", closedOn: "2025-01-01" },
      params(),
    );
    expect(missing).toMatchObject({ status: 400, data: { values: { openedOn: "2026-01-05" } } });
    const id = await givenRound();
    const grid = { version: "1", "applied|white_british": "-3", "applied|black_african": "2.5" };
    const answer = await editor.send(counts.action, "/x", grid, params({ id, table: "ethnic-group" }));
    expect(answer).toMatchObject({ status: 400, data: { values: grid } });
    const { errors } = answer.data as { errors: Record<string, string[]> };
    expect(Object.keys(errors)).toEqual(["applied|black_african", "applied|white_british"]);
    expect(errors["applied|white_british"]?.[0]).toMatch(/^White: English, .* British, applied: “-3” is not/);
    const widening = { version: "1", "applied|white_british": "3", "shortlisted|white_british": "4" };
    const wider = await editor.send(counts.action, "/x", widening, params({ id, table: "ethnic-group" }));
    expect(JSON.stringify(wider.data)).toMatch(/4 shortlisted but only 3 applied/);
    const stale = { version: "7", "applied|white_british": "3" };
    expect(
      (await editor.send(counts.action, "/x", stale, params({ id, table: "ethnic-group" }))).status,
    ).toBe(409);
  });

  it("that looks like one entered before is pointed out, and saved once it is said to be another", async () => {
    const party = await givenOrganisation();
    const [clerk, where] = [await member(party, "editor"), { organisation: party.slug }];
    const { another: _said, ...first } = { ...facts, title: "Autumn 2025", openedOn: "2025-09-01" };
    const save = (fields: Record<string, string>) => clerk.send(newRound.action, "/x", fields, where);
    expect((await save(first)).status).toBe(303);
    const again = { ...first, title: "AUTUMN 2025", openedOn: "2025-09-04" };
    const pointed = await save(again);
    expect(pointed).toMatchObject({ status: 400, data: { values: { title: "AUTUMN 2025" } } });
    expect(JSON.stringify((pointed.data as { errors: object }).errors)).toMatch(
      /another.*“Autumn 2025” \(co-production group, opened 1 September 2025\) looks like the same round/,
    );
    expect((await listRounds(party.scope)).length).toBe(1);
    expect((await save({ ...again, another: "yes" })).status).toBe(303);
    const [, kept] = await listRounds(party.scope);
    const revise = (fields: Record<string, string>) =>
      clerk.send(edit.action, "/x", { version: "1", ...fields }, { ...where, id: kept!.id });
    expect((await revise({ ...first, openedOn: "2025-09-04" })).status).toBe(400);
    expect((await revise({ ...first, criteriaSetBy: "The group" })).status).toBe(303);
  });

  it("is read but not changed by a reviewer, and not there for strangers and odd addresses", async () => {
    const id = await givenCounted();
    const where = params({ id, table: "ethnic-group" });
    expect((await reviewer.send(counts.action, "/x", { version: "2" }, where)).status).toBe(403);
    expect(
      (await reviewer.send(release.action, "/x", { intent: "release", version: "2" }, params({ id }))).status,
    ).toBe(403);
    expect((await editor.load(show.loader, "/x", params({ id: "not-an-id" }))).status).toBe(404);
    expect((await editor.load(counts.loader, "/x", params({ id, table: "shoe-size" }))).status).toBe(404);
    const others = await member(await givenOrganisation(), "editor");
    expect((await others.load(show.loader, "/x", params({ id }))).status).toBe(404);
    expect((await new Visitor().load(show.loader, "/x", params({ id }))).status).toBe(302);
  });

  it("gives a file to share only of what is released, and nothing exact in it", async () => {
    const id = await givenCounted();
    expect((await editor.load(releasedCsv.loader, "/x", params({ id }))).status).toBe(404);
    expect(
      (await editor.send(release.action, "/x", { intent: "release", version: "2" }, params({ id }))).status,
    ).toBe(303);
    const file = await editor.load(releasedCsv.loader, "/x", params({ id }));
    expect(file.data).toContain("Spring group");
    expect(String(file.data)).not.toMatch(/,(121|58|61|23),/);
    expect(String(file.data)).toContain(",120,");
  });
});

describe("the groups that figures are released by", () => {
  const fields = (version: string, detail: string) => ({ intent: "release", version, detail });

  it("are five or each of the list: looked at by address, released by the form, kept", async () => {
    const id = await givenCounted();
    const look = (query: string) => reviewer.load(release.loader, `/x${query}`, params({ id }));
    expect((await look("")).data).toMatchObject({
      detail: "five-groups",
      shown: { figures: { detail: "five-groups" } },
    });
    expect((await look("?detail=shoes")).data).toMatchObject({ detail: "five-groups" });
    const each = (await look("?detail=every-group")).data as {
      shown: { figures: { rows: { id: string }[] } };
    };
    expect(each.shown.figures.rows.map((row) => row.id)).toEqual(
      expect.arrayContaining(["black_african", "group:black"]),
    );
    const send = (version: string, detail: string) =>
      editor.send(release.action, "/x", fields(version, detail), params({ id }));
    expect((await send("2", "shoes")).status).toBe(400);
    expect((await send("2", "five-groups")).status).toBe(303);
    const before = (await requireRound(ours.scope, id)).released!.figures;
    expect((await send("3", "every-group")).status).toBe(303);
    const after = (await requireRound(ours.scope, id)).released!.figures;
    expect(after.detail).toBe("every-group");
    expect(after.cells).toMatchObject(before.cells);
    expect((await send("4", "five-groups")).status).toBe(303);
    expect((await requireRound(ours.scope, id)).released!.figures).toEqual(after);
    expect((await look("?detail=five-groups")).data).toMatchObject({
      held: expect.stringMatching(/keep to that/) as unknown,
      shown: { figures: { detail: "every-group" } },
    });
  });

  it("are never five where the list does not add up to them", async () => {
    const answer = await editor.send(newRound.action, "/x", { ...facts, scheme: "ni-2021" }, params());
    const id = /recruitment\/([^/]+)\/counts/.exec(answer.location ?? "")![1]!;
    const grid = { version: "1", "applied|white": "121", "applied|black_african": "58" };
    const where = params({ id, table: "ethnic-group" });
    expect((await editor.send(counts.action, "/x", grid, where)).status).toBe(303);
    const page = await reviewer.load(release.loader, "/x?detail=five-groups", params({ id }));
    expect(page.data).toMatchObject({
      details: ["every-group"],
      shown: { figures: { detail: "every-group" } },
    });
    const forced = await editor.send(release.action, "/x", fields("2", "five-groups"), params({ id }));
    expect(forced.status).toBe(400);
    expect(JSON.stringify(forced.data)).toMatch(/do not add up to the five groups/);
  });
});

describe("importing", () => {
  const where = (id: string) => params({ id });
  const upload = async (id: string, text: string) => {
    const form = new FormData();
    form.set("file", new File([text], "people.csv"));
    return editor.sendForm(imported.action, "/x", form, where(id));
  };
  const csv = "Name,Ethnicity,Outcome\nAmal,Black African,Hired\nBo,White Irish,applied\nCy,=1+1,applied\n";

  it("maps, previews, keeps the counts and forgets the rows", async () => {
    const id = await givenRound();
    const answer = await upload(id, csv);
    expect(answer.status).toBe(303);
    const token = new URL(answer.location!, "http://x").searchParams.get("file")!;
    const page = await editor.load(imported.loader, `/x?file=${token}`, where(id));
    expect(page.data).toMatchObject({ rows: 3, columns: ["Name", "Ethnicity", "Outcome"] });
    const mapping = { token, version: "1", form: "applicants", ethnicGroup: "Ethnicity", stage: "Outcome" };
    const preview = await editor.send(imported.action, "/x", { ...mapping, intent: "preview" }, where(id));
    expect(preview.data).toMatchObject({
      preview: {
        read: 1,
        refused: 2,
        words: expect.arrayContaining([{ kind: "stage", word: "Hired" }]) as unknown,
      },
    });
    expect((await requireRound(ours.scope, id)).counts.applied).toBeNull();
    const keep = { ...mapping, "stage:Hired": "appointed", intent: "keep" };
    expect((await editor.send(imported.action, "/x", keep, where(id))).status).toBe(303);
    expect((await requireRound(ours.scope, id)).counts).toMatchObject({
      applied: { black_african: 1, white_irish: 1 },
      appointed: { black_african: 1 },
    });
    const again = await editor.send(imported.action, "/x", keep, where(id));
    expect(JSON.stringify(again.data)).toContain("no longer held");
    expect((await reviewer.load(imported.loader, `/x?file=${token}`, where(id))).status).toBe(403);
  });

  it.each([
    ["", /Choose|empty/],
    ["Group,group\nArab,1\n", /file.*Row 1 has two columns headed/],
    ['a,b\n"1,2', /quotation mark/],
  ])("refuses %j with a sentence", async (text, message) => {
    const id = await givenRound();
    const answer = await upload(id, text);
    if (answer.status === 400) {
      expect(JSON.stringify(answer.data)).toMatch(message);
      return;
    }
    const token = new URL(answer.location!, "http://x").searchParams.get("file")!;
    const mapping = { token, version: "1", form: "counts", ethnicGroup: "Group", "column:applied": "group" };
    const tried = await editor.send(imported.action, "/x", { ...mapping, intent: "preview" }, where(id));
    expect(tried.status).toBe(400);
    expect(JSON.stringify(tried.data)).toMatch(message);
  });
});

describe("benchmarks", () => {
  it("takes the people served by hand and an area from a census table", async () => {
    const served = {
      intent: "served",
      scheme: "ew-2021",
      place: "Young people served",
      source: "Records",
      on: "2026-01-01",
      "people:black_african": "80",
      "people:white_british": "20",
    };
    expect((await editor.send(benchmarks.action, "/x", served, params())).status).toBe(303);
    const wrong = await editor.send(
      benchmarks.action,
      "/x",
      { ...served, "people:white_irish": "x" },
      params(),
    );
    expect(wrong).toMatchObject({
      status: 400,
      data: { errors: { "people:white_irish": expect.anything() as unknown } },
    });

    const { SCHEMES } = await import("#app/domain/recruitment/schemes.ts");
    const labels = SCHEMES["ew-2021"].categories.map(({ label }) => label);
    const quoted = (cells: string[]) => cells.map((cell) => `"${cell}"`).join(",");
    const table = [
      quoted([
        "date",
        "geography",
        "geography code",
        ...labels.map((label) => `Ethnic group: ${label}; measures: Value`),
      ]),
    ];
    table.push(quoted(["2021", "Hartlepool", "E06000001", ...labels.map((_, index) => String(index))]));
    const form = new FormData();
    const about = { intent: "area", scheme: "ew-2021", source: "ONS", on: "2021-03-21" };
    for (const [name, value] of Object.entries({ ...about, place: "Hartlepool" })) form.set(name, value);
    form.set("file", new File([table.join("\n")], "ts021.csv"));
    expect((await editor.sendForm(benchmarks.action, "/x", form, params())).status).toBe(303);
    form.set("place", "Atlantis");
    const missing = await editor.sendForm(benchmarks.action, "/x", form, params());
    expect(JSON.stringify(missing.data)).toMatch(/no area called/);
    expect((await listBenchmarks(ours.scope)).map(({ place }) => place)).toEqual([
      "Young people served",
      "Hartlepool",
    ]);
    expect((await reviewer.send(benchmarks.action, "/x", served, params())).status).toBe(403);
  });

  it("tells all that is wrong with a benchmark at once, and keeps what was typed", async () => {
    const typed = { intent: "area", scheme: "ew-2021", place: "", source: "", on: "", lookAgainOn: "x" };
    const empty = await editor.send(benchmarks.action, "/x", typed, params());
    expect(empty).toMatchObject({
      status: 400,
      data: {
        values: typed,
        errors: {
          file: ["Choose the census file."],
          place: ["Give the area’s name or its code."],
          source: ["Say where the figures come from."],
          on: ["Give the date that the figures describe."],
          lookAgainOn: ["Give the date as year, month and day, or leave it empty."],
        },
      },
    });
    const form = new FormData();
    const late = { ...typed, source: "ONS", on: "2021-03-21", lookAgainOn: "2020-01-01" };
    for (const [name, value] of Object.entries(late)) form.set(name, value);
    form.set("file", new File(["code,name,No religion,Christian,Muslim\nE1,Leeds,1,2,3\n"], "ts030.csv"));
    const wrong = await editor.sendForm(benchmarks.action, "/x", form, params());
    expect(wrong).toMatchObject({
      status: 400,
      data: {
        errors: {
          file: [expect.stringMatching(/about religion; choose religion/)],
          place: ["Give the area’s name or its code."],
          lookAgainOn: [expect.stringMatching(/after the one/)],
        },
      },
    });
    form.set("file", new File([], "ts021.csv"));
    const hollow = await editor.sendForm(benchmarks.action, "/x", form, params());
    expect(JSON.stringify(hollow.data)).toMatch(/file is empty/);

    const served = { intent: "served", scheme: "gender", place: " ", source: "", on: "", "people:man": "-1" };
    expect(await editor.send(benchmarks.action, "/x", served, params())).toMatchObject({
      status: 400,
      data: {
        values: served,
        errors: {
          "people:man": [expect.stringMatching(/not a number of people/)],
          place: ["Say who they are."],
          source: ["Say where the figures come from."],
          on: ["Give the date that the figures describe."],
        },
      },
    });
    const nobody = { ...served, "people:man": "", place: "Us", source: "Records" };
    expect(await editor.send(benchmarks.action, "/x", nobody, params())).toMatchObject({
      status: 400,
      data: {
        errors: {
          "people:man": [expect.stringMatching(/how many people/)],
          on: expect.anything() as unknown,
        },
      },
    });
  });

  it("takes a table on religion too, compares a round with it, and shows a day to look again that is past", async () => {
    const form = new FormData();
    const about = { intent: "area", scheme: "religion", source: "ONS, TS030", on: "2021-03-21" };
    const fields = { ...about, place: "Hartlepool", lookAgainOn: "2022-03-21" };
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    const table =
      "code,name,No religion,Christian,Muslim,Not answered\nE06000001,Hartlepool,36998,48496,1214,4753\n";
    form.set("file", new File([table], "religion.csv"));
    expect((await editor.sendForm(benchmarks.action, "/x", form, params())).status).toBe(303);
    form.set("lookAgainOn", "2020-01-01");
    const early = await editor.sendForm(benchmarks.action, "/x", form, params());
    expect(early).toMatchObject({
      status: 400,
      data: { errors: { lookAgainOn: [expect.stringMatching(/after the one/)] } },
    });
    form.set("scheme", "ew-2021");
    const other = await editor.sendForm(benchmarks.action, "/x", form, params());
    expect(JSON.stringify(other.data)).toMatch(/about religion; choose religion/);
    const page = await reviewer.load(benchmarks.loader, "/x?list=gender", params());
    expect(page.data).toMatchObject({ list: "gender" });
    expect(JSON.stringify(page.data)).toContain('"lookAgainOn":"2022-03-21"');

    const id = await givenCounted();
    const grid = {
      version: "2",
      "applied|christian": "100",
      "applied|muslim": "2",
      "applied|no_religion": "70",
      "applied|not_recorded": "7",
      "shortlisted|christian": "50",
      "shortlisted|no_religion": "34",
    };
    const where = params({ id, table: "religion" });
    expect((await editor.send(counts.action, "/x", grid, where)).status).toBe(303);
    const round = await reviewer.load(show.loader, "/x", params({ id }));
    expect(JSON.stringify(round.data)).toMatch(
      /0 of 84 people are Muslim: 0\.0%.*Matching Hartlepool \(1\.4%\)/,
    );
    expect(JSON.stringify(round.data)).toMatch(/7 of 179 people applied have no answer recorded/);
  });
});
