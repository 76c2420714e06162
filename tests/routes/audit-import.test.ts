import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import writeExcelFile from "write-excel-file/node";
import { beforeAll, describe, expect, it } from "vitest";
import { importAnswersFile } from "#app/cli/audit-import.ts";
import * as signIn from "#app/routes/account/sign-in.tsx";
import * as findingsPage from "#app/routes/audit/findings.tsx";
import * as upload from "#app/routes/audit/import.tsx";
import * as preview from "#app/routes/audit/import-preview.tsx";
import type { AuditFindings } from "#app/domain/audit/report.ts";
import { requireHeldAnswers } from "#db/audit-import.server.ts";
import { listRounds } from "#db/audit.server.ts";
import { createMember } from "#db/organisation.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type GivenOrganisation, givenOrganisation } from "#tests/support/given.ts";
import { provideTestSettings } from "#tests/support/settings.ts";
import { type Answer, Visitor } from "#tests/support/visitor.ts";

useDatabase();
provideTestSettings();

/** Written from docs/audit-format.md alone, by somebody who has never seen the program. */
const header = [
  "round",
  "first day",
  "last day",
  "voice",
  "person",
  "question",
  "level",
  "evidence",
  "evidence date",
  "note",
];
const days: Record<string, [string, string]> = {
  "Spring 2023": ["2023-03-01", "2023-03-31"],
  "Spring 2024": ["01/03/2024", "31/03/2024"],
  "Spring 2025": ["2025-03-01", "2025-03-31"],
};
const shown: Record<string, string> = {
  "Spring 2023": "2023-02-10",
  "Spring 2024": "10/02/2024",
  "Spring 2025": "2025-02-10",
};

/** One row for each answer of one voice; persons are numbered. An empty level: asked, and did not answer. */
function said(round: string, voice: string, question: string, levels: string[], evidenceOn = shown[round]!) {
  return levels.map((level, at) => {
    const owes = /^(practised|owned)/i.test(level);
    return [
      round,
      ...days[round]!,
      voice,
      String(at + 1),
      question,
      level,
      owes ? "Letters to everyone, with a date" : "",
      owes ? evidenceOn : "",
      "",
    ];
  });
}

const loops = "feedback-loops";
const rows = [
  ...said("Spring 2023", "team", loops, ["talking", "talking", "trying"]),
  ...said("Spring 2023", "board", loops, ["trying", "trying", "trying"]),
  ...said("Spring 2023", "co-producers", loops, ["talking", "talking", "talking"]),
  ...said("Spring 2023", "partners", loops, ["trying", "unknown"]),
  ...said("Spring 2024", "Team", loops, ["Trying", "Practised", "practised", "unknown"]),
  ...said("Spring 2024", "Board", loops, ["practised", "practised", "trying"]),
  ...said("Spring 2024", "Co-producers", loops, ["not-started", "talking", "talking", "trying"]),
  ...said("Spring 2024", "Partners", loops, ["unknown", "unknown", "unknown"]),
  ...said("Spring 2025", "team", "Telling people what came of it", [
    "practised",
    "practised",
    "owned",
    "practised",
    "",
  ]),
  ...said(
    "Spring 2025",
    "board",
    loops,
    ["practised", "practised", "Owned with the people affected"],
    "2023-12-01",
  ),
  ...said("Spring 2025", "co-producers", loops, ["talking", "talking", "trying", "not-started"]),
  ...said("Spring 2025", "partners", loops, ["trying", "trying", "practised"]),
];

const csvOf = (table: string[][]) =>
  new TextEncoder().encode(
    table
      .map((cells) => cells.map((cell) => (/[,"\n]/.test(cell) ? `"${cell}"` : cell)).join(","))
      .join("\r\n"),
  );

/** As people keep it in Excel: persons as numbers, days as dates. */
async function xlsxOf(table: string[][]): Promise<Uint8Array<ArrayBuffer>> {
  const data = table.map((cells) =>
    cells.map((cell) => {
      if (/^\d{4}-\d\d-\d\d$/.test(cell))
        return { value: new Date(`${cell}T00:00:00Z`), type: Date, format: "dd/mm/yyyy" };
      if (/^\d+$/.test(cell)) return { value: Number(cell), type: Number };
      return { value: cell, type: String };
    }),
  );
  return new Uint8Array(await writeExcelFile(data).toBuffer());
}

const password = "lantern orchard ferry";

async function givenEditor(): Promise<{ ours: GivenOrganisation; editor: Visitor }> {
  const ours = await givenOrganisation();
  const email = `editor-${ours.slug}@example.org`;
  await createMember(ours.organisationId, { name: "Editor", email, role: "editor", password });
  const editor = new Visitor();
  await editor.send(signIn.action, "/sign-in", { email, password });
  return { ours, editor };
}

function send(
  { ours, editor }: Awaited<ReturnType<typeof givenEditor>>,
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
): Promise<Answer> {
  const form = new FormData();
  form.set("instrument", "anti-racism-in-co-production@1.0");
  form.set("file", new File([bytes], name));
  return editor.sendForm(upload.action, "/x", form, { organisation: ours.slug });
}

const problems = (answer: Answer) => (answer.data as { errors: { file: string[] } }).errors.file;

describe.each([
  ["CSV", "answers.csv", () => Promise.resolve(csvOf([header, ...rows]))],
  ["Excel", "answers.xlsx", () => xlsxOf([header, ...rows])],
])("a three-round, four-voice audit as %s", (_kind, name, made) => {
  it("is looked at, imported, and found as worked out by hand", async () => {
    const given = await givenEditor();
    const { ours, editor } = given;
    const held = await send(given, await made(), name);
    expect(held).toMatchObject({ status: 303 });
    const id = held.location!.split("/").at(-1)!;
    const here = { organisation: ours.slug, id };

    expect((await editor.load(preview.loader, "/x", here)).data).toMatchObject({
      fileName: name,
      rounds: [
        { title: "Spring 2023", opensOn: "2023-03-01", closesOn: "2023-03-31", answers: 11, lapsed: 0 },
        { title: "Spring 2024", opensOn: "2024-03-01", closesOn: "2024-03-31", answers: 14, lapsed: 0 },
        {
          title: "Spring 2025",
          answers: 14,
          lapsed: 3,
          voices: [
            { voice: "team", asked: 5, answered: 4, silent: false },
            { voice: "board", asked: 3, answered: 3, silent: false },
            { voice: "co-producers", asked: 4, answered: 4, silent: false },
            { voice: "partners", asked: 3, answered: 3, silent: false },
          ],
        },
      ],
    });
    expect(await listRounds(ours.scope)).toEqual([]);

    const stored = await editor.send(preview.action, "/x", { intent: "import" }, here);
    expect(stored.status).toBe(303);
    const rounds = await listRounds(ours.scope);
    expect(rounds.map(({ title }) => title).sort()).toEqual(Object.keys(days));

    const last = rounds.find(({ title }) => title === "Spring 2025")!.id;
    const read = await editor.load(findingsPage.loader, "/x", { organisation: ours.slug, id: last });
    const { findings } = read.data as { findings: AuditFindings };
    const about = findings.questions.find((question) => question.id === loops)!;

    // team 3,3,3,4 → 3 (the lower middle); board 3,3,4 → 3; co-producers 0,1,1,2 → 1; partners 2,2,3 → 2.
    expect(about.spreads.map(({ voice, median, answered }) => [voice, median, answered])).toEqual([
      ["team", "practised", 4],
      ["board", "practised", 3],
      ["co-producers", "talking", 4],
      ["partners", "trying", 3],
    ]);
    // In 2024: team 2,3,3 and one who could not tell → 3; board 2,3,3 → 3; co-producers 0,1,1,2 → 1; no partner could tell.
    expect(findings.gaps.map(({ higher, lower, levels, before }) => [higher, lower, levels, before])).toEqual(
      [
        ["team", "co-producers", 2, 2],
        ["board", "co-producers", 2, 2],
        ["team", "partners", 1, null],
        ["board", "partners", 1, null],
      ],
    );
    // 2023: team 1,1,2 → 1; board 2; co-producers 1; two partners stay silent.
    expect(about.trends.map(({ voice, levels }) => [voice, levels])).toEqual([
      ["team", ["talking", "practised", "practised"]],
      ["board", ["trying", "practised", "practised"]],
      ["co-producers", ["talking", "talking", "talking"]],
    ]);
    expect(about.shifts.map(({ voice, levels }) => [voice, levels])).toEqual([
      ["team", 0],
      ["board", 0],
      ["co-producers", 0],
    ]);
    expect(findings.lapsed).toContainEqual({ question: loops, voice: "board", newestOn: "2023-12-01" });

    const again = await send(given, await made(), name);
    expect(again.status).toBe(400);
    expect(problems(again)).toHaveLength(3);
    expect(problems(again)[0]).toMatch(/“Spring 2023” from 2023-03-01 to 2023-03-31 is here already/);
    expect((await editor.send(preview.action, "/x", { intent: "import" }, here)).status).toBe(404);
    expect(await listRounds(ours.scope)).toHaveLength(3);
  });
});

describe("a file that cannot be imported", () => {
  let given: Awaited<ReturnType<typeof givenEditor>>;
  beforeAll(async () => {
    given = await givenEditor();
  });
  const row = (change: Partial<Record<string, string>>) => {
    const [one] = said("Spring 2025", "team", loops, ["trying"]);
    return header.map((column, at) => change[column] ?? one![at]!);
  };
  const refused = async (...table: string[][]) => {
    const answer = await send(given, csvOf(table), "a.csv");
    expect(answer.status).toBe(400);
    expect(await listRounds(given.ours.scope)).toEqual([]);
    return problems(answer);
  };

  it.each<[string, Partial<Record<string, string>>, RegExp]>([
    ["no round", { round: "" }, /^Row 3, round: name the round/],
    ["no such day", { "last day": "31/02/2025" }, /^Row 3, last day: .*31\/02\/2025/],
    ["another voice", { voice: "Trustees" }, /^Row 3, voice: “Trustees” is no voice\. Use Team, Board/],
    ["nobody", { person: "" }, /^Row 3, person: give a number or letter/],
    ["another question", { question: "parking" }, /^Row 3, question: “parking” is not asked in/],
    ["another level", { level: "excellent" }, /^Row 3, level: “excellent” is no level\. Use Not started/],
    ["practised, and nothing shows it", { level: "practised" }, /^Row 3, evidence: .*needs evidence/],
    [
      "evidence after the round",
      { level: "practised", evidence: "Letters", "evidence date": "2025-06-01" },
      /^Row 3, .*future/,
    ],
    ["words and no level", { level: "", note: "We do" }, /^Row 3, level: there are words but no level/],
    [
      "other days for one round",
      { "last day": "2025-04-01", person: "2" },
      /^Row 3: the round “Spring 2025” is from/,
    ],
    ["the same question twice", {}, /^Row 3, question: this person answered it in row 2 already/],
    ["a round that is not over", { round: "Next", "last day": "2199-01-01" }, /^Row 3: .*is not over/],
  ])("%s: a sentence with its row", async (_name, change, sentence) => {
    const person = {
      ...(change.person === undefined && _name !== "the same question twice" ? { person: "2" } : {}),
    };
    expect(await refused(header, row({}), row({ ...person, ...change }))).toContainEqual(
      expect.stringMatching(sentence),
    );
  });

  it("names a column that is missing", async () => {
    const at = header.indexOf("voice");
    const without = [header, row({})].map((cells) => cells.filter((_, place) => place !== at));
    expect(await refused(...without)).toEqual(["There is no column “voice”. Row 1 names the columns."]);
  });

  it("says when there is nothing in it", async () => {
    expect((await refused(header))[0]).toMatch(/no rows under its header/);
    expect((await refused(header, row({ level: "" })))[0]).toMatch(/no answer in this file/);
  });
});

it("keeps long words whole, and names the row of those that are too long", async () => {
  const given = await givenEditor();
  const one = (evidence: string) =>
    csvOf([
      header,
      ["Old", ...days["Spring 2023"]!, "team", "a", loops, "owned", evidence, "2023-03-01", ""],
    ]);
  expect(problems(await send(given, one("w".repeat(2001)), "a.csv"))).toEqual([
    "Row 2, evidence: Use 2,000 characters at most.",
  ]);
  const held = await send(given, one("w".repeat(2000)), "a.csv");
  const { plan } = await requireHeldAnswers(given.ours.scope, held.location!.split("/").at(-1)!);
  expect(plan.rounds[0]!.people[0]!.answers[0]!.evidence).toHaveLength(2000);
});

describe("columns that nobody reads", () => {
  const odd = [
    [...header, "Email", " ", "opens"],
    ...rows.map((cells, at) => [...cells, `p${at}@example.org`, at === 0 ? "seen" : "", ""]),
  ];
  it("are named before anything is stored, and nothing of them is kept", async () => {
    const given = await givenEditor();
    const held = await send(given, csvOf(odd), "a.csv");
    const here = { organisation: given.ours.slug, id: held.location!.split("/").at(-1)! };
    expect((await given.editor.load(preview.loader, "/x", here)).data).toMatchObject({
      passedOver: ["“Email”", "column 12, which has no name", "“opens”"],
    });
    expect(JSON.stringify(await requireHeldAnswers(given.ours.scope, here.id))).not.toContain("@example.org");
  });
  it("are none in a sheet as we hand it out, with empty columns at its end", async () => {
    const given = await givenEditor();
    const held = await send(given, csvOf([header, ...rows].map((cells) => [...cells, "", ""])), "a.csv");
    const here = { organisation: given.ours.slug, id: held.location!.split("/").at(-1)! };
    expect((await given.editor.load(preview.loader, "/x", here)).data).toMatchObject({ passedOver: [] });
  });
});

describe("a JSON file that nobody can read", () => {
  const sent = async (text: string) => {
    const given = await givenEditor();
    return problems(await send(given, new TextEncoder().encode(text), "a.json"));
  };
  it("says so in plain words, with the line where that is known", async () => {
    expect(await sent('{\n  "format": 1,\n  "rounds": [,]\n}')).toEqual([
      expect.stringMatching(
        /^This is not a JSON file: a comma, bracket or quotation mark is missing or too many(?:, in or near line 3)?\.$/,
      ),
    ]);
  });
  it("names a field that is not one of ours", async () => {
    expect(await sent('{"format": 1, "instrument": "a@1", "rounds": [], "Audience": 3}')).toContainEqual(
      "file: no field is called “Audience”. Correct its name, or leave it out.",
    );
  });
});

describe("names of columns as people write them", () => {
  it.each([
    ["capitals", header.map((name) => name.toUpperCase())],
    ["underscores", header.map((name) => name.replaceAll(" ", "_"))],
    [
      "run together, as in the JSON file",
      header.map(
        (name) =>
          ({ "first day": "opensOn", "last day": "closesOn", "evidence date": "evidenceOn" })[name] ?? name,
      ),
    ],
    ["spaces round them", header.map((name) => ` ${name} `)],
    [
      "the other names",
      header.map(
        (name) => ({ "first day": "opens", "last day": "to", "evidence date": "Evidence on" })[name] ?? name,
      ),
    ],
  ])("%s", async (_name, names) => {
    const given = await givenEditor();
    const answer = await send(given, csvOf([names, ...rows]), "a.csv");
    expect([answer.status, answer.status === 400 ? problems(answer) : []]).toEqual([303, []]);
  });
});

describe("from the command line", () => {
  const kept = async (table: string[][]) => {
    const path = join(tmpdir(), `kept-answers-${crypto.randomUUID()}.csv`);
    await writeFile(path, csvOf(table));
    return path;
  };

  it("is looked at, imported once, and refused the second time", async () => {
    const { scope, slug } = await givenOrganisation();
    const path = await kept([header, ...rows]);
    expect(await importAnswersFile([path, slug, "--check"])).toMatchObject({
      ok: true,
      lines: [
        expect.any(String),
        expect.any(String),
        expect.any(String),
        "Nothing was stored: --check only looks.",
      ],
    });
    expect(await listRounds(scope)).toEqual([]);
    const odd = await kept([
      [...header, "Email"],
      ...rows.slice(0, 1).map((cells) => [...cells, "a@example.org"]),
    ]);
    expect((await importAnswersFile([odd, slug, "--check"])).lines).toContain(
      "Not read, and nothing of it kept: “Email”.",
    );
    const { lines } = await importAnswersFile([path, `/o/${slug}`]);
    expect(lines[0]).toBe(
      "“Spring 2023”, 2023-03-01 to 2023-03-31: 11 answers; team 3 of 3, board 3 of 3, co-producers 3 of 3, partners 2 of 2 (stays silent).",
    );
    const again = await importAnswersFile([path, slug]);
    expect(again).toMatchObject({
      ok: false,
      errors: [
        "The file was refused; nothing was stored.",
        ...Array<unknown>(3).fill(expect.stringMatching(/is here already/)),
      ],
    });
    expect(await listRounds(scope)).toHaveLength(3);
  });

  it("says what is wrong with a file, with its place", async () => {
    const { slug } = await givenOrganisation();
    const errors = async (...words: string[]) => (await importAnswersFile(words)).errors;
    expect(await errors("/no/such.csv", slug)).toEqual(["There is no file /no/such.csv that can be read."]);
    const path = await kept([header, ...rows.slice(0, 1).map((cells) => cells.with(6, "great"))]);
    expect(await errors(path, slug)).toEqual([
      "The file was refused; nothing was stored.",
      expect.stringMatching(/^- Row 2, level: “great” is no level/),
    ]);
    expect(await errors(path, "nowhere")).toEqual([expect.stringMatching(/no organisation at \/o\/nowhere/)]);
    expect(await errors(path)).toEqual([expect.stringMatching(/^Use it like this/)]);
  });
});
