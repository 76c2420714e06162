import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { runCommand } from "#app/cli.ts";
import { verify } from "#app/cli/verify.ts";
import { useDatabase } from "#tests/support/database.ts";
import { serveRecords } from "#tests/support/record-http.ts";
import {
  exported,
  makeOrganisation,
  publish,
  publishExample,
  update,
  type TestOrganisation,
} from "#tests/support/record.ts";

const database = useDatabase();
const folder = mkdtempSync(join(tmpdir(), "kept-verify-"));
const state = join(folder, "deep", "heads.json");
let served: Awaited<ReturnType<typeof serveRecords>>;
let organisation: TestOrganisation;
let address: string;

beforeAll(async () => {
  served = await serveRecords();
});
afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  organisation = await makeOrganisation(database.ownerSql);
  address = `${served.origin}/journeys/${organisation.slug}`;
  await publishExample(organisation);
  await publish(
    organisation,
    Array.from({ length: 300 }, () => update(randomUUID(), "More")),
  );
});

describe("verifying an address", () => {
  test("holds at the first look, and again after the record has grown", async () => {
    expect((await verify(address, state)).line).toMatch(/^Held: 325 entries .*first look/);
    await publish(organisation, [update(randomUUID(), "One more")]);
    const again = await verify(`${address}/record`, state);
    expect(again.line).toMatch(/^Held: 326 entries .*consistent with what was seen before/);
  });

  test("names what is wrong at any address of the record", async () => {
    await verify(address, state);
    const sql = database.ownerSql;
    const findings = async (statement: string) => {
      await sql.begin(async (tx) => {
        await tx`set local session_replication_role = replica`;
        await tx.unsafe(`${statement} and organisation_id = '${organisation.organisationId}'`);
      });
      return (await verify(address, state)).findings.map(({ detail }) => detail);
    };
    expect(await findings("update record_nodes set hash = sha256('x') where level = 1")).toEqual([
      "The tile tile/1/000.p/1 is not that of the recorded entries.",
    ]);
    expect(await findings("update record_bodies set body = '{}' where index = 2")).toContain(
      "The words of entry 2 are not those that were recorded: they do not match their seal.",
    );
  });

  test("says what to give when there is no record", async () => {
    await expect(verify(`${served.origin}/journeys/nobody`, state)).rejects.toThrow(/is not there/);
    await expect(verify("http://127.0.0.1:9/journeys/x", state)).rejects.toThrow(/does not answer/);
  });
});

describe("verifying a file", () => {
  test("takes the file or its folder, and remembers the record whichever way it was seen", async () => {
    await verify(address, state);
    const path = join(folder, "record.json");
    const file = await exported(organisation.slug);
    writeFileSync(path, JSON.stringify(file));
    expect((await verify(path, state)).line).toMatch(/^Held: .* consistent with what was seen before/);
    expect((await verify(folder, state)).outcome).toBe("held");
    writeFileSync(path, JSON.stringify(file).replace("Promise 0", "Promise X"));
    const { ok, lines } = await runCommandWith(path);
    expect(ok).toBe(false);
    expect(lines).toEqual([
      expect.stringMatching(/^Did not hold: 1 thing/),
      expect.stringMatching(/^- .*entry 0/),
    ]);
  });

  test("refuses what is none, and a damaged memory", async () => {
    await expect(verify(join(folder, "nothing"), state)).rejects.toThrow(/cannot be read/);
    writeFileSync(join(folder, "other.json"), "{}");
    await expect(verify(join(folder, "other.json"), state)).rejects.toThrow(/is no record file/);
    const damaged = join(folder, "damaged.json");
    writeFileSync(damaged, readFileSync(state, "utf8").slice(0, 20));
    await expect(verify(address, damaged)).rejects.toThrow(/is damaged/);
  });
});

async function runCommandWith(path: string) {
  const before = process.env.KEPT_VERIFIER_STATE;
  process.env.KEPT_VERIFIER_STATE = state;
  const { ok, lines } = await runCommand(["verify", path]);
  if (before === undefined) delete process.env.KEPT_VERIFIER_STATE;
  else process.env.KEPT_VERIFIER_STATE = before;
  return { ok, lines };
}

test("an unknown command gets the list, a wrong use its usage", async () => {
  expect((await runCommand(["frobnicate"])).lines.join("\n")).toMatch(/record rotate-key/);
  expect((await runCommand(["verify"])).lines[0]).toMatch(/verify <address/);
});
