import { beforeAll, describe, expect, it } from "vitest";
import * as signIn from "#app/routes/account/sign-in.tsx";
import * as exported from "#app/routes/feedback/export.ts";
import * as workspaceLoop from "#app/routes/feedback/loop.tsx";
import * as answerForm from "#app/routes/feedback/answer.tsx";
import * as wordsForm from "#app/routes/feedback/words.tsx";
import * as linksPage from "#app/routes/feedback/links.tsx";
import * as workspaceLoops from "#app/routes/feedback/loops.tsx";
import * as overview from "#app/routes/feedback/overview.tsx";
import * as apiEntries from "#app/routes/public/api-entries.ts";
import * as apiJourney from "#app/routes/public/api-journey.ts";
import * as changes from "#app/routes/public/changes.tsx";
import * as data from "#app/routes/public/data.ts";
import * as entry from "#app/routes/public/entry.tsx";
import * as feed from "#app/routes/public/feed.ts";
import * as journeyPage from "#app/routes/public/journey.tsx";
import * as journeys from "#app/routes/public/journeys.tsx";
import * as publicLoopsPage from "#app/routes/public/loops.tsx";
import * as bodies from "#app/routes/public/record/bodies.ts";
import * as file from "#app/routes/public/record/file.ts";
import * as record from "#app/routes/public/record.tsx";
import * as publishPage from "#app/routes/publishing/publish.tsx";
import * as withdraw from "#app/routes/record/withdraw.tsx";
import { issueLoopLinks } from "#db/feedback-links.server.ts";
import { hear, takeBack } from "#db/feedback-voices.server.ts";
import { createMember } from "#db/organisation.server.ts";
import { readPack } from "#db/pack.server.ts";
import { openLink } from "#db/private-link.server.ts";
import { readState } from "#db/record.server.ts";
import { did, givenAnswer, givenSaid, givenTold, publishAll } from "#tests/db/feedback/given.ts";
import { useDatabase } from "#tests/support/database.ts";
import { givenMember, givenOrganisation, type GivenOrganisation } from "#tests/support/given.ts";
import { provideTestSettings } from "#tests/support/settings.ts";
import { Visitor } from "#tests/support/visitor.ts";

const db = useDatabase();
provideTestSettings();

const marker = "Quillwort";
const day = "2026-03-12";
const password = "lantern orchard ferry";
let ours: GivenOrganisation;
let owner: Visitor;
let alone: string;
let group: string;

/** Everything anybody can read, by its address: what a stranger reads first, then what the team and its board do. */
async function everythingRead(): Promise<Map<string, string>> {
  const { slug, organisationId } = ours;
  const here = { organisation: slug };
  const stranger = new Visitor();
  const read = new Map<string, string>();
  const take = async (
    name: string,
    who: Visitor,
    loader: unknown,
    params: Record<string, string>,
    path = "/",
  ) => {
    const { status, data: found } = await who.load(loader, path, params);
    read.set(name, status === 200 ? JSON.stringify(found) : "");
    return status;
  };
  const open: [string, unknown, Record<string, string>][] = [
    ["journeys", journeys.loader, {}],
    ["journey", journeyPage.loader, { slug }],
    ["loops", publicLoopsPage.loader, { slug }],
    ["changes", changes.loader, { slug }],
    ["record", record.loader, { slug }],
    ["bodies", bodies.loader, { slug }],
    ["record file", file.loader, { slug }],
    ["feed", feed.loader, { slug }],
    ["api journey", apiJourney.loader, { slug }],
    ["api entries", apiEntries.loader, { slug }],
    ...["entries", "commitments", "updates"].map((table): [string, unknown, Record<string, string>] => [
      `${table}.csv`,
      data.loader,
      { slug, file: `${table}.csv` },
    ]),
  ];
  for (const [name, loader, params] of open) await take(name, stranger, loader, params);
  const { size } = await readState(slug);
  for (let index = 0; index < size; index += 1)
    await take(`entry ${index}`, stranger, entry.loader, { slug, index: String(index) });
  for (const id of [alone, group])
    for (const [name, loader] of Object.entries({ workspaceLoop, answerForm, wordsForm, linksPage }))
      expect(await take(`${name} ${id}`, owner, loader.loader, { ...here, id })).toBe(200);
  for (const [name, loader] of Object.entries({ workspaceLoops, overview, exported, publishPage, withdraw }))
    expect(await take(name, owner, loader.loader, here)).toBe(200);
  const board = await givenMember(ours, "reviewer");
  read.set("board pack", JSON.stringify(await readPack(board, day)));
  const rows = await db.ownerSql`select body from mails where organisation_id = ${organisationId}`;
  read.set("mail", JSON.stringify(rows));
  return read;
}

beforeAll(async () => {
  ours = await givenOrganisation();
  const email = "owner@taken-back.example";
  await createMember(ours.organisationId, { name: "Owner", email, password, role: "owner" });
  owner = new Visitor();
  expect((await owner.send(signIn.action, "/sign-in", { email, password })).status).toBe(303);
  alone = await givenSaid(ours.scope, {
    people: 1,
    words: `${marker} alone, in words of one person.`,
    askedFor: `${marker} asked for`,
    byWhom: `${marker} who said it`,
    summary: `${marker} in short`,
  });
  group = await givenSaid(ours.scope, { words: `${marker} in words of ten.`, askedFor: `${marker} by ten` });
  for (const [id, people] of [
    [alone, 1],
    [group, 10],
  ] as const) {
    await givenAnswer(ours.scope, id, day, {
      ...did,
      text: `You said ${marker}.`,
      evidence: `See ${marker}`,
    });
    await givenTold(ours.scope, id, day, people);
  }
});

describe("words that a participant took back", () => {
  it("are on no page, feed, file, pack or interface any more, and the record still adds up", async () => {
    const open = (token: string) => openLink(token, "answer-loop", new Date());
    const [one] = await issueLoopLinks(ours.scope, alone, 1, day);
    const three = await issueLoopLinks(ours.scope, group, 3, day);
    for (const token of three)
      await hear(await open(token), {
        reflects: "yes",
        changed: "yes",
        comment: token === three[0] ? `${marker} in a comment` : "",
        commentUse: "public",
      });
    await publishAll(ours.scope);
    const before = await everythingRead();
    const held = [...before].filter(([, text]) => text.includes(marker)).map(([name]) => name);
    // The walk reads what it is meant to: the words are in all of these while nobody has taken them back.
    for (const name of ["loops", "bodies", "record file", "api entries", "workspaceLoops", "exported"])
      expect(held).toContain(name);
    await takeBack(await open(one!), day, "of the test");
    await takeBack(await open(three[0]!), day, "of the test");
    // Nine others of the ten said it too: one form keeps the words, to write down what they said.
    const form = `wordsForm ${group}`;
    const still = async () =>
      [...(await everythingRead())]
        .filter(([, text]) => text.includes(marker))
        .map(([name]) => name)
        .filter((name) => name !== form);
    expect(await still()).toEqual([]);
    await publishAll(ours.scope);
    expect(await still()).toEqual([]);
    expect((await readState(ours.slug)).size).toBeGreaterThan(0);
  });
});
