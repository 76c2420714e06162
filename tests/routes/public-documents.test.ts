import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import ICAL from "ical.js";
import Papa from "papaparse";
import { beforeAll, describe, expect, test } from "vitest";
import { proveScope } from "#app/domain/organisation/scope.ts";
import { ApiCommitment, ApiDirectory, ApiEntries, ApiJourney } from "#app/documents/api-schemas.ts";
import * as apiCommitment from "#app/routes/public/api-commitment.ts";
import * as apiEntries from "#app/routes/public/api-entries.ts";
import * as apiJourney from "#app/routes/public/api-journey.ts";
import * as apiJourneys from "#app/routes/public/api-journeys.ts";
import * as badge from "#app/routes/public/badge.ts";
import * as card from "#app/routes/public/card.ts";
import * as data from "#app/routes/public/data.ts";
import * as due from "#app/routes/public/due.ts";
import * as feed from "#app/routes/public/feed.ts";
import * as openapi from "#app/routes/public/openapi.ts";
import { withdrawEntry } from "#db/record.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { publishJourney, type PublishedJourney } from "#tests/support/journey.ts";
import { makeOrganisation, type TestOrganisation } from "#tests/support/record.ts";

const database = useDatabase();
const site = "https://kept.example";
const nasty = `Fish & <script>alert("chips")</script> ]]> \u0007`;
let organisation: TestOrganisation;
let journey: PublishedJourney;

type Loader = (args: LoaderFunctionArgs) => unknown;

async function ask(
  loader: Loader,
  params: Record<string, string> = {},
  query = "",
  headers = {},
): Promise<Response> {
  const request = new Request(`${site}/somewhere${query}`, { headers });
  const context = { nonce: "", publicUrl: site, clientAddress: "" };
  try {
    return (await loader({
      request,
      params: { slug: organisation.slug, ...params },
      context,
    } as LoaderFunctionArgs)) as Response;
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
}

beforeAll(async () => {
  organisation = await makeOrganisation(database.ownerSql);
  journey = await publishJourney(organisation, {
    name: "Fish & Co",
    title: nasty,
    words: "Heard by the harbour.",
  });
});

describe("the feed", () => {
  test("is Atom with lasting ids, newest recorded first, and harmless to whoever shows it", async () => {
    const answer = await ask(feed.loader);
    expect(answer.headers.get("Content-Type")).toBe("application/atom+xml; charset=utf-8");
    const text = await answer.text();
    const ids = [...text.matchAll(/<entry>[\s\S]*?<id>(.*?)<\/id>/g)].map((match) => match[1]);
    expect(ids[0]).toBe(`${site}/journeys/${organisation.slug}/entries/7`);
    expect(new Set(ids).size).toBe(8);
    expect(text).not.toContain("<script>");
    expect(text).not.toContain("\u0007");
    expect(text).toMatch(/Target: was 90.*now 80/);
    expect(text).toContain("Recorded late: it happened on 1 February 2025");
  });

  test("of one commitment tells that one alone; of none there is none", async () => {
    const text = await (await ask(feed.loader, { id: journey.commitmentId })).text();
    expect(text.match(/<entry>/g)).toHaveLength(7);
    expect((await ask(feed.loader, { id: randomUUID() })).status).toBe(404);
    expect((await ask(feed.loader, { slug: "nobody" })).status).toBe(404);
  });
});

test("the calendar is read by ical.js, with what is still owed on whole days", async () => {
  const answer = await ask(due.loader);
  const calendar = new ICAL.Component(ICAL.parse(await answer.text()));
  const events = calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
  expect(events.map(({ startDate, uid }) => [startDate.toString(), startDate.isDate, uid])).toEqual([
    ["2099-03-31", true, `commitment-${journey.commitmentId}@kept.example`],
    ["2099-01-31", true, expect.stringMatching(/^milestone-.*@kept\.example$/)],
  ]);
  const page = `${site}/journeys/${organisation.slug}/commitments/${journey.commitmentId}`;
  expect(events[0]!.component.getFirstPropertyValue("url")).toBe(page);
  expect(events[0]!.summary).toContain('Fish & <script>alert("chips")');
  expect(await (await ask(due.loader)).text()).toBe(await (await ask(due.loader)).text());
});

test("each table matches its description, and none holds a formula", async () => {
  const described = await (await ask(data.loader, { file: "datapackage.json" })).json();
  expect(described.profile).toBe("tabular-data-package");
  expect(described.resources.map(({ path }: { path: string }) => path)).toEqual([
    "commitments.csv",
    "measures.csv",
    "readings.csv",
    "entries.csv",
  ]);
  const right: Record<string, RegExp> = {
    integer: /^-?\d*$/,
    number: /^(-?\d+(\.\d+)?)?$/,
    date: /^(\d{4}-\d\d-\d\d)?$/,
    datetime: /^\d{4}-\d\d-\d\dT[\d:.]+Z$/,
    boolean: /^(true|false)$/,
    string: /^(?![=+@-])/,
  };
  for (const { path, schema } of described.resources) {
    const text = await (await ask(data.loader, { file: path })).text();
    const {
      data: rows,
      meta,
      errors,
    } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
    expect(errors).toEqual([]);
    expect(meta.fields).toEqual(schema.fields.map(({ name }: { name: string }) => name));
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      for (const { name, type } of schema.fields) expect(row[name], `${path} ${name}`).toMatch(right[type]!);
    }
  }
  expect(await (await ask(data.loader, { file: "entries.csv" })).text()).toContain("'=HYPERLINK(1)");
  expect((await ask(data.loader, { file: "secrets.csv" })).status).toBe(404);
});

describe("the card and the badge", () => {
  test("are small, without script, and tell the figures", async () => {
    const text = await (await ask(card.loader)).text();
    expect(text.length).toBeLessThan(10_000);
    expect(text).not.toContain("<script");
    expect(text).toMatch(/<dd>1<\/dd><dt>promised<\/dt>/);
    expect(text).toContain("Fish &#38; Co");
    const image = await ask(badge.loader);
    expect(image.headers.get("Content-Type")).toBe("image/svg+xml");
    expect(await image.text()).toContain("1 made, 0 said to be done, 0 overdue");
  });
});

describe("the API", () => {
  test("answers what its schemas say, to any site", async () => {
    const answers = [
      [ApiDirectory, await ask(apiJourneys.loader)],
      [ApiJourney, await ask(apiJourney.loader)],
      [ApiEntries, await ask(apiEntries.loader)],
      [ApiCommitment, await ask(apiCommitment.loader, { id: journey.commitmentId })],
    ] as const;
    for (const [schema, answer] of answers) {
      expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("*");
      const said: unknown = await answer.json();
      // What the schema does not name would be stripped: equality shows that everything said is described.
      expect(schema.parse(said)).toEqual(said);
    }
  });

  test("goes on after an entry, and refuses what is no number", async () => {
    const { entries, next, size } = await (await ask(apiEntries.loader, {}, "?after=4")).json();
    expect([entries[0].index, entries.length, next, size]).toEqual([5, 3, null, 8]);
    expect((await ask(apiEntries.loader, {}, "?after=x")).status).toBe(400);
    expect((await ask(apiJourneys.loader, {}, "?kind=bank")).status).toBe(400);
    expect(
      (await (await ask(apiJourneys.loader, {}, "?search=fish&kind=charity")).json()).journeys,
    ).toHaveLength(1);
  });

  test("is described by an OpenAPI 3.1 document without loose ends", async () => {
    const document = await (await ask(openapi.loader)).json();
    expect(document.openapi).toBe("3.1.0");
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
      (match) => match[1]!,
    );
    expect(references.length).toBeGreaterThan(3);
    for (const reference of references) {
      const target = reference.split("/").reduce((at, key) => at?.[key], document);
      expect(target, reference).toBeTypeOf("object");
    }
    const operations = Object.entries<{
      get: { operationId: string; parameters: { name: string; in: string }[] };
    }>(document.paths);
    expect(new Set(operations.map(([, { get }]) => get.operationId)).size).toBe(operations.length);
    for (const [path, { get }] of operations) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      expect(get.parameters.filter((one) => one.in === "path").map(({ name }) => name)).toEqual(named);
    }
  });

  test("answers 304 to whoever has it already", async () => {
    const tag = (await ask(apiJourney.loader)).headers.get("ETag")!;
    expect(tag).toMatch(/^"/);
    expect((await ask(apiJourney.loader, {}, "", { "If-None-Match": tag })).status).toBe(304);
  });
});

test("withdrawn words leave every document, and a tombstone stays", async () => {
  const everything = async () => {
    const answers = await Promise.all([
      ask(feed.loader),
      ask(feed.loader, { id: journey.commitmentId }),
      ask(due.loader),
      ask(card.loader),
      ask(badge.loader),
      ask(apiJourney.loader),
      ask(apiEntries.loader),
      ask(apiCommitment.loader, { id: journey.commitmentId }),
      ...["commitments", "measures", "readings", "entries"].map((name) =>
        ask(data.loader, { file: `${name}.csv` }),
      ),
    ]);
    return (await Promise.all(answers.map((answer) => answer.text()))).join("\n");
  };
  expect(await everything()).toContain("Heard by the harbour.");
  const owner = proveScope({ organisationId: organisation.organisationId, userId: "owner", role: "owner" });
  await withdrawEntry(owner, journey.updateIndex, "consent-taken-back");
  const after = await everything();
  expect(after).not.toContain("Heard by the harbour.");
  expect(after).not.toContain("HYPERLINK");
  expect(after).toContain("These words were withdrawn on");
  expect(after).toContain("consent-taken-back");
});
