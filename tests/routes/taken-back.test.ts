import { execFileSync } from "node:child_process";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { nodeRecordCrypto } from "#db/record-crypto.server.ts";
import { verifyRecord } from "#app/domain/record/verify.ts";
import * as commitmentHistory from "#app/routes/commitment/history.tsx";
import * as commitmentShow from "#app/routes/commitment/show.tsx";
import * as attestation from "#app/routes/feedback/attestation.tsx";
import * as attestations from "#app/routes/feedback/attestations.tsx";
import * as door from "#app/routes/feedback/door.tsx";
import * as sources from "#app/routes/feedback/sources.tsx";
import * as apiCommitment from "#app/routes/public/api-commitment.ts";
import * as apiJourneys from "#app/routes/public/api-journeys.ts";
import * as badge from "#app/routes/public/badge.ts";
import * as card from "#app/routes/public/card.ts";
import * as publicCommitment from "#app/routes/public/commitment.tsx";
import * as due from "#app/routes/public/due.ts";
import * as checkpoint from "#app/routes/public/record/checkpoint.ts";
import * as tile from "#app/routes/public/record/tile.ts";
import * as packFile from "#app/routes/review/pack-file.ts";
import * as packPage from "#app/routes/review/pack.tsx";
import * as board from "#app/routes/workspace/board.tsx";
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
import { openRound } from "#db/attestation.server.ts";
import { attest, takeCommentBack } from "#db/attestation-answer.server.ts";
import { recordMeeting } from "#db/board-plan.server.ts";
import { listCases, takeUp } from "#db/open-door-moderation.server.ts";
import { ask, takeCaseBack } from "#db/open-door.server.ts";
import { issueLoopLinks } from "#db/feedback-links.server.ts";
import { hear, takeBack } from "#db/feedback-voices.server.ts";
import { createMember } from "#db/organisation.server.ts";
import { readPack } from "#db/pack.server.ts";
import { openLink } from "#db/private-link.server.ts";
import { readState } from "#db/record.server.ts";
import { did, givenAnswer, givenClaim, givenSaid, givenTold, publishAll } from "#tests/db/feedback/given.ts";
import { useDatabase } from "#tests/support/database.ts";
import { exported as exportedRecord } from "#tests/support/record.ts";
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
const today = new Date().toISOString().slice(0, 10);
const passphrase = "seven quiet lanterns";
let alone: string;
let group: string;
/** What somebody asked through the open door about the commitment. */
let asked: string;
let code: string;
let commitment: string;

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
    ["commitment", publicCommitment.loader, { slug, id: commitment }],
    ["commitment feed", feed.loader, { slug, id: commitment }],
    ["api commitment", apiCommitment.loader, { slug, id: commitment }],
    ["calendar", due.loader, { slug }],
    ["card", card.loader, { slug }],
    ["badge", badge.loader, { slug }],
    ["checkpoint", checkpoint.loader, { slug }],
    ["directory", apiJourneys.loader, {}],
    ["api journey", apiJourney.loader, { slug }],
    ["api entries", apiEntries.loader, { slug }],
    ...["entries", "commitments", "measures", "readings"].map(
      (table): [string, unknown, Record<string, string>] => [
        `${table}.csv`,
        data.loader,
        { slug, file: `${table}.csv` },
      ],
    ),
  ];
  for (const [name, loader, params] of open)
    expect(await take(name, stranger, loader, params), name).toBe(200);
  for (const [name, loader] of Object.entries({ journeys, apiJourneys })) {
    const { data: found } = await stranger.load(loader.loader, `/?search=${marker}`);
    const { journeys: rows, organisations = rows } = typeof found === "string" ? JSON.parse(found) : found;
    read.set(`search ${name}`, organisations.length > 0 ? marker : "");
  }
  const { size } = await readState(slug);
  for (const path of [`entries/000.p/${size}`, `0/000.p/${size}`])
    expect(await take(`tile ${path}`, stranger, tile.loader, { slug, "*": path })).toBe(200);
  for (let index = 0; index < size; index += 1)
    await take(`entry ${index}`, stranger, entry.loader, { slug, index: String(index) });
  for (const id of [alone, group, asked])
    for (const [name, loader] of Object.entries({ workspaceLoop, answerForm, wordsForm, linksPage }))
      expect(await take(`${name} ${id}`, owner, loader.loader, { ...here, id })).toBe(200);
  for (const [name, loader] of Object.entries({ commitmentShow, commitmentHistory, attestation }))
    expect(await take(name, owner, loader.loader, { ...here, id: commitment }), name).toBe(200);
  const rooms = { workspaceLoops, overview, exported, publishPage, withdraw, attestations, door, sources };
  for (const [name, loader] of Object.entries({ ...rooms, board, packPage }))
    expect(await take(name, owner, loader.loader, here), name).toBe(200);
  const reviewer = await givenMember(ours, "reviewer");
  read.set("board pack", JSON.stringify(await readPack(reviewer, day)));
  read.set("pack as a page", (await packAs("html")).toString());
  const pdf = execFileSync("pdftotext", ["-", "-"], { input: await packAs("pdf") });
  read.set("pack as PDF", pdf.toString());
  const parts = Object.entries(unzipSync(await packAs("docx"))).filter(([part]) => part.endsWith(".xml"));
  read.set("pack as DOCX", parts.map(([, xml]) => strFromU8(xml)).join("\n"));
  const rows = await db.ownerSql`select body from mails where organisation_id = ${organisationId}`;
  read.set("mail", JSON.stringify(rows));
  return read;
}

/** The board's pack as its members take it away. */
async function packAs(format: "html" | "pdf" | "docx"): Promise<Buffer> {
  const params = { organisation: ours.slug, file: `board-pack.${format}` };
  return owner.bytes(packFile.loader, "/", params);
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
  await publishAll(ours.scope);
  commitment = await givenClaim(ours.scope, today);
  const question = { kind: "challenge", words: `${marker} through the door`, wordsUse: "as-said" } as const;
  code = await ask(ours.slug, commitment, { ...question, passphrase }, day);
  // Since then, the board's pack lists what was published.
  await recordMeeting(ours.scope, { heldOn: "2026-01-01", title: "Winter meeting" }, today);
  asked = await takeUp(ours.scope, (await listCases(ours.scope))[0]!.id, day);
  await givenAnswer(ours.scope, asked, day, { ...did, text: `You asked about ${marker}.` });
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
    const round = { invited: 3, affected: 30, howChosen: "Everybody paid in May, by letter.", days: 30 };
    const { tokens } = await openRound(ours.scope, commitment, round, today);
    const invited = (token: string) => openLink(token, "attest", new Date());
    for (const token of tokens)
      await attest(await invited(token), {
        verdict: "not-kept",
        comment: token === tokens[0] ? `${marker} about the promise` : "",
        commentUse: "public",
      });
    await publishAll(ours.scope);
    const before = await everythingRead();
    const held = [...before].filter(([, text]) => text.includes(marker)).map(([name]) => name);
    // The walk reads what it is meant to: the words are in all of these while nobody has taken them back.
    const inPublic = [
      "loops",
      "bodies",
      "record file",
      "api entries",
      "feed",
      "commitment",
      "commitment feed",
    ];
    const inside = ["workspaceLoops", "exported", `workspaceLoop ${asked}`, "door", "board pack"];
    expect(held).toEqual(expect.arrayContaining([...inPublic, ...inside]));
    // The pack as it is printed has none of them; it is read all the same.
    for (const name of ["pack as a page", "pack as PDF", "pack as DOCX"])
      expect(before.get(name), name).toContain("Pay within ten days");
    await takeBack(await open(one!), day, "of the test");
    await takeBack(await open(three[0]!), day, "of the test");
    await takeCaseBack(code, passphrase, day, "of the test");
    await takeCommentBack(await invited(tokens[0]!));
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
    const { outcome, findings } = await verifyRecord(await exportedRecord(ours.slug), nodeRecordCrypto);
    expect({ outcome, findings }).toEqual({ outcome: "held", findings: [] });
  });
});
