import { beforeAll, describe, expect, it } from "vitest";
import * as answer from "#app/routes/feedback/answer.tsx";
import * as clock from "#app/routes/feedback/clock.tsx";
import * as door from "#app/routes/feedback/door.tsx";
import * as exported from "#app/routes/feedback/export.ts";
import * as imported from "#app/routes/feedback/import.tsx";
import * as links from "#app/routes/feedback/links.tsx";
import * as loop from "#app/routes/feedback/loop.tsx";
import * as newLoop from "#app/routes/feedback/new.tsx";
import * as overview from "#app/routes/feedback/overview.tsx";
import * as protectedPage from "#app/routes/feedback/protected.tsx";
import * as ask from "#app/routes/voice/ask.tsx";
import * as casePage from "#app/routes/voice/case.tsx";
import * as heard from "#app/routes/voice/heard.tsx";
import * as signIn from "#app/routes/account/sign-in.tsx";
import { excelOf } from "#app/documents/write-excel.server.ts";
import { formOpened } from "#app/http/form-opened.server.ts";
import { issueLoopLinks, switchLoopLinksOff } from "#db/feedback-links.server.ts";
import { createMember } from "#db/organisation.server.ts";
import { givenAnswer, givenSaid, monday, publishAll } from "#tests/db/feedback/given.ts";
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

beforeAll(async () => {
  ours = await givenOrganisation();
  await publishAll(ours.scope);
  editor = await signedIn("editor");
  reviewer = await signedIn("reviewer");
});

async function signedIn(role: "editor" | "reviewer"): Promise<Visitor> {
  const email = `${role}@example.org`;
  await createMember(ours.organisationId, { name: role, email, password, role });
  const visitor = new Visitor();
  expect((await visitor.send(signIn.action, "/sign-in", { email, password })).status).toBe(303);
  return visitor;
}

const params = (id: string) => ({ organisation: ours.slug, id });
const did = { kind: "we-did", text: "Sessions begin at six.", since: monday, why: "We looked again." };

describe("answering", () => {
  it("shows both versions to the second of two editors, and keeps what was typed", async () => {
    const id = await givenSaid(ours.scope);
    const send = (text: string) =>
      editor.send(answer.action, "/", { ...did, text, version: "1" }, params(id));
    expect((await send("Sessions begin at six.")).status).toBe(303);
    expect(await send("Sessions begin at eight.")).toMatchObject({
      status: 409,
      data: { values: { text: "Sessions begin at eight." }, theirs: { id } },
    });
  });

  it("points out an email address first, and saves once that is confirmed", async () => {
    const id = await givenSaid(ours.scope);
    const fields = { ...did, text: "Ask amira@example.org about it.", version: "1" };
    expect(await editor.send(answer.action, "/", fields, params(id))).toMatchObject({
      status: 400,
      data: { errors: { confirmed: [expect.stringMatching(/amira@example.org/)] } },
    });
    const confirmed = await editor.send(answer.action, "/", { ...fields, confirmed: "on" }, params(id));
    expect(confirmed.status).toBe(303);
  });

  it("names the field that is missing for the answer that was chosen", async () => {
    const id = await givenSaid(ours.scope);
    const none = { kind: "we-could-not", text: "No money.", version: "1" };
    expect(await editor.send(answer.action, "/", none, params(id))).toMatchObject({
      status: 400,
      data: { errors: { text: expect.any(Array) as unknown, reason: expect.any(Array) as unknown } },
    });
  });

  it("is not for reviewers, and not for what is no id", async () => {
    const id = await givenSaid(ours.scope);
    expect((await reviewer.send(answer.action, "/", { ...did, version: "1" }, params(id))).status).toBe(403);
    expect((await reviewer.load(loop.loader, "/", params(id))).status).toBe(200);
    expect((await editor.load(loop.loader, "/", params("nothing"))).status).toBe(404);
    expect((await editor.load(overview.loader, "/", { organisation: ours.slug })).status).toBe(200);
  });
});

describe("a form sent empty", () => {
  /** Sentences that a person can act on, for each field that needs something. */
  const sentences = (data: unknown) => Object.entries((data as { errors: Record<string, string[]> }).errors);

  it.each([
    [
      "the promise",
      () => editor.send(clock.action, "/", {}, { organisation: ours.slug }),
      "acknowledgeWithin",
    ],
    [
      "an answer",
      async () => editor.send(answer.action, "/", {}, params(await givenSaid(ours.scope))),
      "kind",
    ],
    ["a thing said", () => editor.send(newLoop.action, "/", {}, { organisation: ours.slug }), "words"],
  ] as const)("as %s is answered with what each field needs, in plain words", async (_what, send, field) => {
    const { status, data } = await send();
    expect(status).toBe(400);
    expect(sentences(data).map(([name]) => name)).toContain(field);
    for (const [, lines] of sentences(data))
      for (const line of lines) expect(line).not.toMatch(/invalid input|expected|undefined|NaN|received/i);
  });

  it("keeps what was typed beside what is missing", async () => {
    const fields = { version: "0", acknowledgeWithin: "7", answerWithin: "", jurisdiction: "scotland" };
    const sent = await editor.send(clock.action, "/", fields, { organisation: ours.slug });
    expect(sent).toMatchObject({
      status: 400,
      data: {
        values: { acknowledgeWithin: "7", jurisdiction: "scotland" },
        errors: { answerWithin: [expect.stringMatching(/how many working days you answer/)] },
      },
    });
  });
});

describe("a participant's page", () => {
  it("answers, sets no cookie, and tells a guesser nothing", async () => {
    const id = await givenSaid(ours.scope);
    await givenAnswer(ours.scope, id, monday);
    const made = await editor.send(links.action, "/", { intent: "letters", count: "2" }, params(id));
    const [letter] = (made.data as { letters: { url: string; qr: string }[] }).letters;
    expect(letter!.qr).toMatch(/^data:image\/svg/);
    const token = letter!.url.split("/").at(-1)!;
    const person = new Visitor("198.51.100.9");
    const read = await person.load(heard.loader, "/", { token });
    expect(read.data).toMatchObject({ answer: { content: { kind: "we-did" } }, mine: null });
    const fields = { intent: "answer", reflects: "no", changed: "no", commentUse: "board" };
    const sent = await person.send(heard.action, "/", fields, { token });
    expect(sent).toMatchObject({ status: 303, location: `/heard/${token}?done=answer` });
    expect(sent.headers.getSetCookie()).toEqual([]);
    expect((await person.load(heard.loader, "/", { token: `${token}x` })).status).toBe(404);
    const unsure = await person.send(heard.action, "/", { intent: "take-back" }, { token });
    expect(unsure.status).toBe(400);
  });
});

describe("the open door", () => {
  const asked = {
    kind: "ask",
    words: "Why at noon?",
    wordsUse: "as-said",
    passphrase: "seven quiet lanterns",
  };
  const slow = () => formOpened(Date.now() - 20_000);

  it("gives a code to somebody who takes their time, and no cookie", async () => {
    const person = new Visitor("198.51.100.20");
    const sent = await person.send(ask.action, "/", { ...asked, opened: slow() }, { slug: ours.slug });
    const { code } = sent.data as { code: string };
    expect(sent.headers.getSetCookie()).toEqual([]);
    const opened = await person.send(casePage.action, "/", { code, passphrase: asked.passphrase });
    expect(opened.data).toMatchObject({ found: { state: "waiting", words: asked.words } });
    const wrong = await person.send(casePage.action, "/", { code, passphrase: "not the phrase" });
    expect(wrong.status).toBe(400);
    expect(JSON.stringify(wrong.data)).not.toContain(asked.words);
  });

  it.each([
    ["too fast", () => ({ opened: formOpened() })],
    ["with a made-up time", () => ({ opened: "abc.def" })],
    ["with the trap filled in", () => ({ opened: slow(), website: "http://spam.example" })],
  ])("takes nothing that is sent %s, and says so", async (_how, fields) => {
    const person = new Visitor("198.51.100.21");
    const sent = await person.send(ask.action, "/", { ...asked, ...fields() }, { slug: ours.slug });
    expect(sent).toMatchObject({ status: 400, data: { values: { words: asked.words } } });
    expect(JSON.stringify(sent.data)).not.toContain(asked.passphrase);
  });

  it("names everything that is wrong with what was asked at once", async () => {
    const person = new Visitor("198.51.100.23");
    const fields = {
      ...asked,
      words: "",
      passphrase: "short",
      reach: "mail",
      address: "nomail",
      opened: slow(),
    };
    const sent = await person.send(ask.action, "/", fields, { slug: ours.slug });
    expect(sent).toMatchObject({
      status: 400,
      data: {
        errors: {
          words: ["Write what you want to ask or say."],
          passphrase: ["Choose a passphrase of 8 characters or more."],
          address: ["Write one email address, such as name@example.org."],
        },
      },
    });
  });

  it("makes one address wait after ten, whichever process counted", async () => {
    const person = new Visitor("198.51.100.22");
    const send = () => person.send(ask.action, "/", { ...asked, opened: slow() }, { slug: ours.slug });
    for (let n = 0; n < 10; n += 1) expect((await send()).status).toBe(200);
    const refused = await send();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(0);
  });

  it("is not refused for comfort", async () => {
    const listed = await editor.load(door.loader, "/", { organisation: ours.slug });
    const [first] = (listed.data as { cases: { id: string }[] }).cases;
    const fields = {
      intent: "refuse",
      id: first!.id,
      ground: "unwelcome",
      note: "We do not like what it says.",
    };
    expect((await editor.send(door.action, "/", fields, { organisation: ours.slug })).status).toBe(400);
  });

  it("shows protected challenges to the board alone", async () => {
    const here = { organisation: ours.slug };
    expect((await editor.load(protectedPage.loader, "/", here)).status).toBe(403);
    expect((await reviewer.load(protectedPage.loader, "/", here)).status).toBe(200);
  });
});

describe("a private link", () => {
  it("that is guessed, cut short, switched off or expired says what to do", async () => {
    const guessed = await new Visitor("203.0.113.99").load(heard.loader, "/", { token: "guessed" });
    expect(guessed).toMatchObject({ status: 404, data: expect.stringMatching(/ask whoever gave it to you/) });
    const id = await givenSaid(ours.scope);
    await givenAnswer(ours.scope, id, monday);
    const [token] = await issueLoopLinks(ours.scope, id, 1, monday);
    expect((await new Visitor().load(heard.loader, "/", { token: token! })).status).toBe(200);
    expect((await new Visitor().load(heard.loader, "/", { token: token!.slice(0, -1) })).status).toBe(404);
    await switchLoopLinksOff(ours.scope, id, "all", monday);
    expect(await new Visitor().load(heard.loader, "/", { token: token! })).toMatchObject({
      status: 409,
      data: { closed: { sentence: expect.stringMatching(/switched off\. Ask whoever gave/) } },
    });
  });
});

describe("a spreadsheet", () => {
  const here = () => ({ organisation: ours.slug });
  const head = "source_kind,source_title,held_on,words,people";

  it("brings in all rows or none, naming the row", async () => {
    const good = `${head}\nsurvey,Old survey,2025-05-01,Pay sooner.,12`;
    const bad = `${good}\nsurvey,Old survey,2025-05-01,,12`;
    const refused = await editor.send(imported.action, "/", { intent: "import", text: bad }, here());
    expect(refused).toMatchObject({
      status: 400,
      data: { errors: { file: [expect.stringMatching(/^Row 3: words/)] } },
    });
    const done = await editor.send(imported.action, "/", { intent: "import", text: good }, here());
    expect(done.status).toBe(303);
    const file = await editor.load(exported.loader, "/", here());
    expect(file.data).toContain("Pay sooner.");
    expect(file.data).toContain("Old survey");
  });

  it("of Excel is read too, says what is here already and what to look at, and brings in the rest", async () => {
    const long = "Say it again. ".repeat(100).trim();
    const said = ["Pay  sooner.", "Ring 020 7946 0958 for the key.", long, long];
    const book = await excelOf([
      {
        name: "Past",
        header: head.split(","),
        rows: said.map((words) => ["survey", "Old survey", "01/05/2025", words, "12"]),
      },
    ]);
    const form = new FormData();
    form.set("intent", "preview");
    form.set("file", new File([book], "past.xlsx"));
    const preview = await editor.sendForm(imported.action, "/", form, here());
    const { results, text: sent } = preview.data as {
      results: { row: number; known: boolean; problems: string[]; warnings: string[] }[];
      text: string;
    };
    expect(results.map(({ row, known }) => [row, known])).toEqual([
      [2, true],
      [3, false],
      [4, false],
      [5, true],
    ]);
    expect(results.flatMap(({ problems }) => problems)).toEqual([]);
    expect(results[0]!.warnings[0]).toMatch(/here already/);
    expect(results[1]!.warnings[0]).toMatch(/phone number/);
    expect(results[3]!.warnings[0]).toMatch(/same as row 4/);
    const bring = () => editor.send(imported.action, "/", { intent: "import", text: sent }, here());
    expect((await bring()).status).toBe(303);
    const count = async () => (await editor.load(exported.loader, "/", here())).data as string;
    const once = await count();
    expect(once.split("Ring 020 7946 0958").length - 1).toBe(1);
    expect(once).toContain(long);
    await bring();
    expect(await count()).toBe(once);
  });
});
