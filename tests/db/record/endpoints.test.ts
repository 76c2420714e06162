import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { proveScope } from "#app/domain/organisation/scope.ts";
import { readCheckpoint, withdrawEntry } from "#db/record.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { buildGoVerifier, whyNoGo } from "#tests/support/record-go.ts";
import { answerFor, serveRecords } from "#tests/support/record-http.ts";
import {
  exported,
  makeOrganisation,
  publish,
  publishExample,
  update,
  type TestOrganisation,
} from "#tests/support/record.ts";

const database = useDatabase();
const noGo = whyNoGo();
let served: Awaited<ReturnType<typeof serveRecords>>;

beforeAll(async () => {
  served = await serveRecords();
});
afterAll(() => served.close());

const many = (count: number) => Array.from({ length: count }, (_, i) => update(randomUUID(), `Entry ${i}`));

describe.runIf(noGo === undefined)("the verifier in Go", () => {
  const folder = mkdtempSync(join(tmpdir(), "kept-go-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  test("accepts the record over HTTP as it grows to 1, 255, 256, 257 and 1,000 entries", async () => {
    const verify = buildGoVerifier();
    const organisation = await makeOrganisation(database.ownerSql);
    const base = `${served.origin}/journeys/${organisation.slug}/record`;
    const old = join(folder, "old-checkpoint");
    let size = 0;
    for (const next of [1, 255, 256, 257, 1000]) {
      await publish(organisation, many(next - size));
      const key = (await (await fetch(`${base}/key`)).text()).trim();
      const verdict = await verify(base, key, size > 0 ? old : undefined);
      expect(verdict).toMatchObject({ held: true });
      writeFileSync(old, (await readCheckpoint(organisation.slug))!);
      size = next;
    }
  }, 120_000);
});

test.runIf(noGo !== undefined)("without Go, this run says so", () => {
  console.warn(noGo);
});

describe("the addresses of a record", () => {
  let organisation: TestOrganisation;
  let at: (rest: string) => Promise<Response>;

  beforeAll(async () => {
    organisation = await makeOrganisation(database.ownerSql);
    await publish(organisation, many(300));
    at = (rest) => answerFor(`/journeys/${organisation.slug}/record/${rest}`);
  });

  test("say what they are and how long they may be kept", async () => {
    const facts = async (rest: string) => {
      const { status, headers } = await at(rest);
      return [status, headers.get("Content-Type"), headers.get("Cache-Control")];
    };
    const text = "text/plain; charset=utf-8";
    const page = "public, max-age=0, s-maxage=60, must-revalidate";
    const forever = "public, max-age=31536000, immutable";
    expect(await facts("checkpoint")).toEqual([200, text, "no-cache"]);
    expect(await facts("key")).toEqual([200, text, "no-cache"]);
    expect(await facts("tile/0/000")).toEqual([200, "application/octet-stream", forever]);
    expect(await facts("tile/entries/000")).toEqual([200, "application/octet-stream", forever]);
    expect(await facts("tile/0/001.p/44")).toEqual([200, "application/octet-stream", page]);
    expect(await facts("tile/1/000.p/1")).toEqual([200, "application/octet-stream", page]);
    expect(await facts("bodies?from=256")).toEqual([200, "application/json; charset=utf-8", page]);
    expect((await at("key")).headers.get("Access-Control-Allow-Origin")).toBe("*");
  });

  test.each([
    "tile/0/001",
    "tile/0/001.p/45",
    "tile/0/001.p/256",
    "tile/0/001.p/0",
    "tile/0/0",
    "tile/0/x000/000",
    "tile/0/-01",
    "tile/0/../0/000",
    "tile/00/000",
    "tile/64/000",
    "tile/2/000",
    "tile/0/x999/x999/x999/x999/x999/999",
    "tile/entries/002",
    "tile/0/000/",
    "tile/0/00%30",
    "tile/",
    "bodies?from=301",
  ])("%s is not there", async (rest) => {
    expect((await at(rest)).status).toBe(404);
  });

  test.each([
    "bodies?limit=257",
    "bodies?limit=0",
    "bodies?from=-1",
    "bodies?from=1e3",
    "bodies?from=99999999999",
  ])("%s is refused with a sentence", async (rest) => {
    const answer = await at(rest);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toMatch(/must be/);
  });

  test("of a record that nobody began are not there", async () => {
    for (const rest of ["checkpoint", "key", "tile/0/000", "bodies", "file"]) {
      expect((await answerFor(`/journeys/nobody/record/${rest}`)).status).toBe(404);
    }
  });

  test("bodies come page by page, and each matches the file", async () => {
    const first = await (await at("bodies")).json();
    expect([first.from, first.next, first.bodies.length, first.size]).toEqual([0, 256, 256, 300]);
    const second = await (await at(`bodies?from=${first.next}`)).json();
    expect([second.next, second.bodies.length]).toEqual([null, 44]);
    const file = await exported(organisation.slug);
    const beside = file.entries.map((item, index) => ({ index, salt: item!.salt, body: item!.body }));
    expect([...first.bodies, ...second.bodies]).toEqual(beside);
  });
});

test("withdrawn words are in no public byte", async () => {
  const organisation = await makeOrganisation(database.ownerSql);
  await publishExample(organisation);
  const words = `Plover ${randomUUID()}`;
  const { firstIndex } = await publish(organisation, [update(randomUUID(), words)]);
  const before = await everyByte(organisation.slug, firstIndex);
  expect(before).toContain(words);
  const { salt } = (await exported(organisation.slug)).entries[firstIndex]!;
  const owner = proveScope({ organisationId: organisation.organisationId, userId: "owner", role: "owner" });
  await withdrawEntry(owner, firstIndex, "erasure-request");
  const after = await everyByte(organisation.slug, firstIndex + 1);
  expect(after).not.toContain(words);
  expect(after).not.toContain(salt);
  expect(after).toContain("erasure-request");
  const [row] = await database.ownerSql`
    select count(*)::int as n from record_bodies where organisation_id = ${organisation.organisationId} and body like ${`%${words}%`}`;
  expect(row!.n).toBe(0);
});

async function everyByte(slug: string, last: number): Promise<string> {
  const width = last + 1;
  const paths = [
    "checkpoint",
    "key",
    "bodies",
    "file",
    `tile/0/000.p/${width}`,
    `tile/entries/000.p/${width}`,
  ];
  const answers = await Promise.all(paths.map((path) => answerFor(`/journeys/${slug}/record/${path}`)));
  expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 200));
  return (await Promise.all(answers.map((answer) => answer.text()))).join("\n");
}
