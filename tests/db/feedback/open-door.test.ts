import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { addDays } from "#app/domain/dates/days.ts";
import { publicLoops } from "#app/domain/feedback/public-loops.ts";
import { proveScope } from "#app/domain/organisation/scope.ts";
import { inOrganisation, inScope } from "#db/client.server.ts";
import { requireLoop } from "#db/feedback-read.server.ts";
import { ask, readCase, takeCaseBack } from "#db/open-door.server.ts";
import { listCases, refuseCase, takeUp } from "#db/open-door-moderation.server.ts";
import { answerProtected, checkIn, listProtected } from "#db/protected-challenge.server.ts";
import { rewrite } from "#db/feedback.server.ts";
import { checkInContacts } from "#db/schema/feedback.ts";
import { readState } from "#db/record.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { givenMember, givenOrganisation, type GivenOrganisation } from "#tests/support/given.ts";
import { givenAnswer, publishAll, versionOf } from "./given.ts";

const db = useDatabase();
const today = "2026-03-02";
const passphrase = "seven quiet lanterns";
let ours: GivenOrganisation;
beforeAll(async () => {
  ours = await givenOrganisation();
  await publishAll(ours.scope);
});

const question = {
  kind: "ask" as const,
  words: "Why are sessions held at noon?",
  wordsUse: "as-said" as const,
  passphrase,
};
const note = "It names a neighbour of yours. Please send it again without the name.";

describe("the open door", () => {
  it("gives a code that opens the answer with the passphrase, and with no other", async () => {
    const code = await ask(ours.slug, undefined, question, today);
    expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    expect(await readCase(code.toLowerCase(), passphrase, today)).toMatchObject({ state: "waiting" });
    await expect(readCase(code, "another phrase", today)).rejects.toMatchObject({
      detail: { kind: "not-found" },
    });
    await expect(readCase("AAAA-BBBB-CCCC", passphrase, today)).rejects.toMatchObject({
      detail: { kind: "not-found" },
    });
    const stored = await db.ownerSql`select * from challenges`;
    expect(JSON.stringify(stored)).not.toContain(code);
    expect(JSON.stringify(stored)).not.toContain(passphrase);
  });

  it("runs on the same clock from the day it came in, however late it is taken up", async () => {
    const code = await ask(ours.slug, undefined, question, today);
    const waiting = (await listCases(ours.scope)).find(({ moderatedOn }) => moderatedOn === null)!;
    const loopId = await takeUp(ours.scope, waiting.id, "2026-04-10");
    expect(await requireLoop(ours.scope, loopId, "2026-04-20")).toMatchObject({
      receivedOn: today,
      view: { acknowledgementLate: true, due: { state: "overdue" } },
    });
    await expect(takeUp(ours.scope, waiting.id, today)).rejects.toMatchObject({
      detail: { kind: "conflict" },
    });
    await givenAnswer(ours.scope, loopId, "2026-04-20");
    const cases = [await readCase(code, passphrase, "2026-04-20")];
    expect(["answered", "waiting"]).toContain(cases[0]!.state);
  });

  it("refuses only on a ground, tells the person who asked, and counts it in public", async () => {
    const one = await givenOrganisation();
    await publishAll(one.scope);
    const code = await ask(one.slug, undefined, question, today);
    const [waiting] = await listCases(one.scope);
    const comfort = { ground: "unwelcome", note } as unknown as { ground: "hate"; note: string };
    await expect(refuseCase(one.scope, waiting!.id, comfort, today)).rejects.toMatchObject({
      detail: { kind: "invalid" },
    });
    await refuseCase(one.scope, waiting!.id, { ground: "personal-details", note }, today);
    expect(await readCase(code, passphrase, today)).toMatchObject({ state: "refused", reply: note });
    await publishAll(one.scope);
    expect(publicLoops(await readState(one.slug), today).openDoor).toMatchObject({
      received: 1,
      refused: { "personal-details": 1 },
    });
  });

  it("is there for published organisations and their own commitments alone", async () => {
    await expect(ask("nobody-here", undefined, question, today)).rejects.toMatchObject({
      detail: { kind: "not-found" },
    });
    const elsewhere = "5a1b2c3d-0000-4000-8000-000000000000";
    await expect(ask(ours.slug, elsewhere, question, today)).rejects.toMatchObject({
      detail: { kind: "not-found" },
    });
  });
});

describe("words that came through the open door", () => {
  const taken = async (wordsUse: "as-said" | "in-summary" | "not-published") => {
    const one = await givenOrganisation();
    await publishAll(one.scope);
    const code = await ask(one.slug, undefined, { ...question, wordsUse }, today);
    const [waiting] = await listCases(one.scope);
    const id = await takeUp(one.scope, waiting!.id, today);
    const stored = {
      words: question.words,
      byWhom: "somebody through the open door",
      people: 1,
      sensitivity: "open" as const,
      wordsUse,
      inTheirWords: true,
    };
    const change = async (changes: object) =>
      rewrite(one.scope, id, await versionOf(one.scope, id), { ...stored, ...changes }, today);
    const shown = async () => {
      await publishAll(one.scope);
      return publicLoops(await readState(one.slug), today).waiting[0]!;
    };
    return { one, code, id, change, shown };
  };

  it("are shown as theirs until the team shortens them, and as shortened from then on", async () => {
    const { one, code, id, change, shown } = await taken("as-said");
    expect(await shown()).toMatchObject({ said: question.words, whose: "their-words" });
    await change({ words: "Why at noon?", inTheirWords: true });
    expect(await shown()).toMatchObject({ said: "Why at noon?", whose: "shortened" });
    expect(await requireLoop(one.scope, id, today)).toMatchObject({ door: { words: question.words } });
    expect(await readCase(code, passphrase, today)).toMatchObject({ words: question.words });
    await change({});
    expect(await shown()).toMatchObject({ said: question.words, whose: "their-words" });
  });

  it.each([
    ["hidden", "as-said", { wordsUse: "not-published" }, "wordsUse"],
    [
      "hidden as confidential",
      "as-said",
      { wordsUse: "not-published", sensitivity: "confidential" },
      "wordsUse",
    ],
    ["shown against their wish", "not-published", { wordsUse: "as-said" }, "wordsUse"],
    ["shown whole where a summary was allowed", "in-summary", { wordsUse: "as-said" }, "wordsUse"],
    ["laid in another mouth", "as-said", { byWhom: "a former employee" }, "byWhom"],
    ["given more speakers", "as-said", { people: 1_000 }, "people"],
    ["given another wish", "as-said", { askedFor: "Nothing much" }, "askedFor"],
  ] as const)("cannot be %s", async (_how, wordsUse, changes, field) => {
    const { change } = await taken(wordsUse);
    await expect(change(changes)).rejects.toMatchObject({
      detail: { kind: "invalid", fields: { [field]: [expect.any(String)] } },
    });
  });

  it("show in public that a summary was allowed and is not written, then whose summary it is", async () => {
    const { change, shown } = await taken("in-summary");
    expect(await shown()).toMatchObject({ said: "", whose: "summary-owed" });
    await change({ summary: "Somebody asks about the hour." });
    expect(await shown()).toMatchObject({ said: "Somebody asks about the hour.", whose: "own-summary" });
  });

  it("are not written down anew once whoever asked took them back", async () => {
    const { code, change } = await taken("as-said");
    await takeCaseBack(code, passphrase, today, "of the test");
    await expect(change({})).rejects.toThrow(/took the words back/);
  });
});

describe("a protected challenge", () => {
  const fearful = { ...question, kind: "protected" as const, words: "I was told to keep quiet." };

  it("is read by the board, not by the team, and leaves no trace in the team's list", async () => {
    const one = await givenOrganisation();
    await publishAll(one.scope);
    await ask(one.slug, undefined, fearful, today);
    expect(await listCases(one.scope)).toEqual([]);
    await expect(async () => listProtected(one.scope, today)).rejects.toMatchObject({
      detail: { kind: "forbidden" },
    });
    const board = await givenMember(one, "reviewer");
    const [seen] = await listProtected(board, today);
    expect(seen).toMatchObject({ words: fearful.words, answer: null });
    const { previewPublication } = await import("#db/publishing.server.ts");
    expect((await previewPublication(one.scope)).proposal.changes.map(({ kind }) => kind)).toEqual([]);
    const former = proveScope({ ...one.scope, role: "reviewer" });
    await expect(listProtected(former, today)).rejects.toThrow(/have been an owner or editor/);
    const stranger = await givenMember(await givenOrganisation(), "reviewer");
    expect(await listProtected(stranger, today)).toEqual([]);
    await expect(answerProtected(stranger, seen!.id, { answer: "No." }, today)).rejects.toMatchObject({
      detail: { kind: "not-found" },
    });
  });

  it("asks its writer after 30, 90 and 180 days whether anything happened to them", async () => {
    const one = await givenOrganisation();
    await publishAll(one.scope);
    const code = await ask(one.slug, undefined, fearful, today);
    const board = await givenMember(one, "reviewer");
    const [seen] = await listProtected(board, today);
    await answerProtected(board, seen!.id, { answer: "We have asked the chair to step aside." }, today);
    const early = { day: 30 as const, happened: "no" as const, words: "" };
    await expect(checkIn(code, passphrase, early, addDays(today, 29))).rejects.toThrow(/too early/);
    await checkIn(
      code,
      passphrase,
      { ...early, happened: "yes", words: "My shifts were cut." },
      addDays(today, 31),
    );
    await expect(checkIn(code, passphrase, early, addDays(today, 32))).rejects.toThrow(/already/);
    expect(
      (await readCase(code, passphrase, addDays(today, 95))).checkIns?.map(({ state }) => state),
    ).toEqual(["answered", "due", "later"]);
    expect((await listProtected(board, addDays(today, 95)))[0]).toMatchObject({
      given: [{ day: 30, happened: "yes", words: "My shifts were cut." }],
    });
  });
});

describe("an address left for check-ins", () => {
  type Settings = { organisation: string; case?: string; jobs?: boolean };

  /** How many addresses, of both organisations, somebody sees, and how many they could take away or mark. */
  const reach = ({ organisation, ...set }: Settings) =>
    inOrganisation(organisation, null, async (tx) => {
      await tx.execute(sql`select set_config('kept.case_hash', ${set.case ?? ""}, true),
        set_config('kept.jobs', ${set.jobs ? "on" : ""}, true)`);
      const seen = await tx.select({ id: checkInContacts.challengeId }).from(checkInContacts);
      const marked = await tx
        .update(checkInContacts)
        .set({ askedDay: 0 })
        .returning({ id: checkInContacts.challengeId });
      return { seen: seen.map(({ id }) => id).sort(), marked: marked.map(({ id }) => id).sort() };
    });

  it("is found by its writer and by the job of its own organisation, and by nobody else", async () => {
    const here = await givenOrganisation();
    const there = await givenOrganisation();
    for (const { scope, slug } of [here, there]) {
      await publishAll(scope);
      for (const words of ["First.", "Second."])
        await ask(
          slug,
          undefined,
          { kind: "protected", words, wordsUse: "not-published", passphrase },
          today,
          "sealed",
        );
    }
    const rows = await db.ownerSql<{ id: string; hash: string; at: string }[]>`
      select c.challenge_id as id, p.code_hash as hash, c.organisation_id as at
      from check_in_contacts c join protected_challenges p on p.id = c.challenge_id
      where c.organisation_id in (${here.organisationId}, ${there.organisationId})`;
    expect(rows).toHaveLength(4);
    const [ours, theirs] = [here, there].map(({ organisationId }) =>
      rows.filter(({ at }) => at === organisationId),
    );
    const organisation = here.organisationId;
    const nobody = { seen: [], marked: [] };
    expect(await reach({ organisation })).toEqual(nobody);
    const own = ours![0]!;
    expect(await reach({ organisation, case: own.hash })).toEqual({ seen: [own.id], marked: [] });
    expect(await reach({ organisation, case: theirs![0]!.hash })).toEqual(nobody);
    const all = ours!.map(({ id }) => id).sort();
    expect(await reach({ organisation, jobs: true })).toEqual({ seen: all, marked: all });
    for (const role of ["owner", "editor", "reviewer"] as const) {
      const scope = role === "owner" ? here.scope : await givenMember(here, role);
      expect(await inScope(scope, (tx) => tx.select().from(checkInContacts))).toEqual([]);
      await inScope(scope, (tx) => tx.delete(checkInContacts));
    }
    const left = await db.ownerSql`select 1 from check_in_contacts where organisation_id = ${organisation}`;
    expect(left).toHaveLength(2);
  });
});
