import { Writable } from "node:stream";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import express from "express";
import pino from "pino";
import { beforeAll, describe, expect, it } from "vitest";
import * as signIn from "#app/routes/account/sign-in.tsx";
import * as protectedPage from "#app/routes/feedback/protected.tsx";
import { logRequests } from "#app/server/log.ts";
import { changeRole } from "#db/membership.server.ts";
import { ask, readCase } from "#db/open-door.server.ts";
import { createMember } from "#db/organisation.server.ts";
import { givenAnswer, givenSaid, monday, publishAll } from "#tests/db/feedback/given.ts";
import { useDatabase } from "#tests/support/database.ts";
import { everyAddress } from "#tests/support/every-address.ts";
import { givenOrganisation, type GivenOrganisation } from "#tests/support/given.ts";
import { provideTestSettings } from "#tests/support/settings.ts";
import { Visitor } from "#tests/support/visitor.ts";

const db = useDatabase();
provideTestSettings();

const words = "Quillwort: my manager told me to be silent.";
const passphrase = "seven quiet lanterns";
const password = "lantern orchard ferry";
const today = new Date().toISOString().slice(0, 10);
let ours: GivenOrganisation;
let people: Record<"owner" | "editor" | "reviewer" | "was editor", Visitor>;

type Address = { pattern: string; loader: unknown };
let addresses: Address[];

async function signedIn(name: string, role: "owner" | "editor" | "reviewer") {
  const email = `${name.replace(" ", "-")}@insider.example`;
  const userId = await createMember(ours.organisationId, { name, email, password, role });
  const visitor = new Visitor();
  expect((await visitor.send(signIn.action, "/sign-in", { email, password })).status).toBe(303);
  return { visitor, userId };
}

beforeAll(async () => {
  ours = await givenOrganisation();
  const id = await givenSaid(ours.scope);
  await givenAnswer(ours.scope, id, monday);
  await publishAll(ours.scope);
  const [owner, editor, reviewer, was] = [
    await signedIn("owner", "owner"),
    await signedIn("editor", "editor"),
    await signedIn("reviewer", "reviewer"),
    await signedIn("was editor", "editor"),
  ];
  await changeRole(ours.scope, was.userId, "reviewer");
  people = {
    owner: owner.visitor,
    editor: editor.visitor,
    reviewer: reviewer.visitor,
    "was editor": was.visitor,
  };
  addresses = [];
  for (const { pattern, file, opens } of everyAddress()) {
    // Whatever needs an id of its own is found from these, and so are the words.
    if (!opens || /:(?!organisation\b|slug\b)|\*/.test(pattern)) continue;
    const path = fileURLToPath(new URL(`../../app/${file}`, import.meta.url));
    const { loader } = (await import(path)) as { loader?: unknown };
    if (loader) addresses.push({ pattern, loader });
  }
}, 240_000);

/** What every address of the organisation and of the public side answers to somebody. */
async function everythingRead(who: Visitor): Promise<Map<string, string>> {
  const params = { organisation: ours.slug, slug: ours.slug };
  const read = new Map<string, string>();
  for (const { pattern, loader } of addresses)
    for (const query of ["", "?search=Quillwort"]) {
      const { status, data } = await who.load(loader, `/${query}`, params);
      read.set(pattern + query, `${status} ${JSON.stringify(data)}`);
    }
  return read;
}

const logged = async (requests: readonly [path: string, body: string][]) => {
  let lines = "";
  const sink = new Writable({
    write(chunk: Buffer, _, done) {
      lines += chunk.toString();
      done();
    },
  });
  const app = express();
  app.use(logRequests(pino({ level: "trace" }, sink)), (_, res) => void res.end());
  const server = app.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  for (const [path, body] of requests)
    await fetch(`http://127.0.0.1:${port}${path}`, { method: "POST", body }).then((one) => one.text());
  await new Promise((resolve) => server.close(resolve));
  return lines;
};

describe("what somebody inside fears to say", () => {
  it(
    "changes nothing that an owner or an editor can open, search, list or take away",
    { timeout: 240_000 },
    async () => {
      const team = ["owner", "editor", "was editor"] as const;
      const first = await Promise.all(team.map((who) => everythingRead(people[who])));
      const before = await Promise.all(team.map((who) => everythingRead(people[who])));
      const mails = await db.ownerSql`select count(*)::int as count from mails`;
      const challenge = { kind: "protected", words, wordsUse: "not-published" } as const;
      const code = await ask(ours.slug, undefined, { ...challenge, passphrase }, today);
      await publishAll(ours.scope);
      const after = await Promise.all(team.map((who) => everythingRead(people[who])));
      for (const [index, who] of team.entries()) {
        const differing = [...after[index]!].filter(([name, text]) => text !== before[index]!.get(name));
        // Some answers hold the moment at which they were made: they differ without any challenge too.
        const always = [...before[index]!].filter(([name, text]) => text !== first[index]!.get(name));
        const names = new Set(always.map(([name]) => name));
        expect(names.size, who).toBeLessThan(8);
        expect(differing.map(([name]) => name).filter((name) => !names.has(name))).toEqual([]);
        const all = JSON.stringify([...after[index]!]);
        expect(all).not.toMatch(/Quillwort:/);
        expect(all).not.toContain(code);
      }
      expect(await db.ownerSql`select count(*)::int as count from mails`).toEqual(mails);
      // The walk reads what it is meant to.
      expect(before[0]!.size).toBeGreaterThan(100);
      expect((await readCase(code, passphrase, today)).words).toBe(words);
    },
  );

  it("is read by board members who never were on the team, and by nobody else", async () => {
    const load = (who: keyof typeof people) =>
      people[who].load(protectedPage.loader, "/", { organisation: ours.slug });
    const { status, data } = await load("reviewer");
    expect(status).toBe(200);
    expect(JSON.stringify(data)).toContain(words);
    for (const who of ["owner", "editor", "was editor"] as const) {
      const refused = await load(who);
      expect(refused.status).toBe(403);
      expect(JSON.stringify(refused.data)).not.toContain("Quillwort");
    }
  });

  it("is in no log: neither words nor code nor passphrase, nor the secret of a check-in", async () => {
    const body = new URLSearchParams({ words, passphrase, code: "2345-6789-ABCD" }).toString();
    const lines = await logged([
      [`/journeys/${ours.slug}/ask`, body],
      [`/journeys/${ours.slug}/ask/answer?code=2345-6789-ABCD`, body],
      ["/check-in/Zk3v9QpX2mN8rT5wYbC1dF", body],
    ]);
    expect(lines.trim().split("\n")).toHaveLength(3);
    expect(lines).not.toMatch(/Quillwort|lanterns|2345-6789|Zk3v9QpX2mN8rT5wYbC1dF/);
  });
});
