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
import { listCases, takeUp } from "#db/open-door-moderation.server.ts";
import { proveScope } from "#app/domain/organisation/scope.ts";
import { listProtected } from "#db/protected-challenge.server.ts";
import { createMember } from "#db/organisation.server.ts";
import {
  givenAnswer,
  givenClaim,
  givenRound,
  givenSaid,
  monday,
  publishAll,
} from "#tests/db/feedback/given.ts";
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
let boardId: string;
let people: Record<"owner" | "editor" | "reviewer" | "was editor", Visitor>;

type Params = Record<string, string>;
type Address = { pattern: string; loader: unknown };
let addresses: Address[];
/** Those that need an id of their own. */
let withIds: Address[];

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
  boardId = reviewer.userId;
  people = {
    owner: owner.visitor,
    editor: editor.visitor,
    reviewer: reviewer.visitor,
    "was editor": was.visitor,
  };
  addresses = [];
  withIds = [];
  for (const { pattern, file, opens } of everyAddress()) {
    if (!opens) continue;
    const path = fileURLToPath(new URL(`../../app/${file}`, import.meta.url));
    const { loader } = (await import(path)) as { loader?: unknown };
    if (loader)
      (/:(?!organisation\b|slug\b)|\*/.test(pattern) ? withIds : addresses).push({ pattern, loader });
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

/** What a loader gives or throws. */
async function answered(loading: ReturnType<Visitor["load"]>): Promise<{ status: number; data: unknown }> {
  try {
    return await loading;
  } catch (thrown) {
    if (thrown instanceof Response) return { status: thrown.status, data: await thrown.text() };
    throw thrown;
  }
}

/** One row of every table of the organisation. */
async function oneIdOfEach(): Promise<string[]> {
  const tables = await db.ownerSql`select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name in ('id', 'organisation_id') and table_name <> 'protected_challenges'
    group by table_name having count(*) = 2`;
  const ids: string[] = [];
  for (const { name } of tables)
    for (const { id } of await db.ownerSql`select id::text from ${db.ownerSql(name as string)}
      where organisation_id = ${ours.organisationId} limit 1`)
      ids.push(id as string);
  return ids;
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

  it(
    "is at no address that needs an id, with its own id or that of anything else",
    { timeout: 480_000 },
    async () => {
      const commitment = await givenClaim(ours.scope, today);
      await givenRound(ours.scope, commitment, today);
      const open = { kind: "ask", words: "Why at noon?", wordsUse: "as-said", passphrase } as const;
      await ask(ours.slug, commitment, open, today);
      await takeUp(ours.scope, (await listCases(ours.scope))[0]!.id, today);
      await publishAll(ours.scope);
      const challenge = { kind: "protected", words, wordsUse: "not-published" } as const;
      await ask(ours.slug, undefined, { ...challenge, passphrase }, today);
      const reviewer = proveScope({ ...ours.scope, userId: boardId, role: "reviewer" });
      const { id } = (await listProtected(reviewer, today))[0]!;
      const ids = [...new Set([id, ...(await oneIdOfEach()), "0"])];
      const read = async (who: keyof typeof people, { pattern, loader }: Address, params: Params) => {
        const here = { ...params, organisation: ours.slug, slug: ours.slug };
        const { status, data } = await answered(people[who].load(loader, "/", here));
        expect(JSON.stringify(data) ?? "", `${who} ${pattern}`).not.toMatch(/Quillwort/);
        return status === 200;
      };
      const opened = new Map<string, Params>();
      for (const address of withIds) {
        const names = [...address.pattern.matchAll(/:(\w+)|\*/g)].map(([, name]) => name ?? "*");
        const filledWith = (each: string, owner = each): Params => ({
          ...Object.fromEntries(names.map((name) => [name, each])),
          ...(names.includes("id") ? { id: owner } : {}),
        });
        for (const each of ids) {
          // Something inside something else is looked for within the commitment.
          const found = (await read("owner", address, filledWith(each))) ? filledWith(each) : undefined;
          const inside = !found && names.length > 2 && names.includes("id");
          const within = inside && (await read("owner", address, filledWith(each, commitment)));
          if (found ?? within) opened.set(address.pattern, found ?? filledWith(each, commitment));
          if (opened.has(address.pattern)) break;
        }
        for (const who of ["editor", "was editor"] as const)
          for (const params of [filledWith(id), opened.get(address.pattern)])
            if (params) await read(who, address, params);
      }
      expect(opened.size).toBeGreaterThan(15);
    },
  );

  it("stands in one table alone: in no mail, reminder, history or search index", async () => {
    const tables = await db.ownerSql`select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE'`;
    expect(tables.length).toBeGreaterThan(40);
    const holding: string[] = [];
    for (const { name } of tables) {
      const [{ found }] = (await db.ownerSql`select exists (
        select 1 from ${db.ownerSql(name as string)} row where row::text ~ 'Quillwort|lanterns') as found`) as unknown as [
        { found: boolean },
      ];
      if (found) holding.push(name as string);
    }
    expect(holding).toEqual(["protected_challenges"]);
  });

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
