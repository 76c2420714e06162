import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { readLibrary } from "#app/domain/persona/library-file.ts";
import { vocabulary } from "#app/domain/persona/vocabulary.ts";
import { inScope } from "#db/client.server.ts";
import { importLibrary } from "#db/persona-import.server.ts";
import {
  confirmReview,
  inviteMakers,
  takeBackForMakers,
  takePersonaBack,
} from "#db/persona-makers.server.ts";
import {
  addOwnNeed,
  draftPersona,
  dropPersonaNeed,
  givePersonaNeed,
  listNeeds,
  listPersonas,
  offerPersona,
  recordProvenance,
  requirePersona,
  revisePersona,
} from "#db/persona.server.ts";
import { openLink } from "#db/private-link.server.ts";
import { previewPublication, publish } from "#db/publishing.server.ts";
import { recordAnswers, requireCheck, startCheck } from "#db/need-check.server.ts";
import { listDue } from "#db/reminder.server.ts";
import { findPublishedPersona, listPublishedPersonas } from "#db/record.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { givenMember, givenOrganisation, type GivenOrganisation } from "#tests/support/given.ts";

useDatabase();

const today = "2026-06-01";
const words = { title: "A night-shift porter who sings", about: "Works nights.", strengths: ["Listens"] };
const made = {
  provenance: {
    madeWith: [{ name: "Riverside Carers", part: "Wrote it" }],
    howPaid: "£25 an hour each",
    consent: "Agreed in writing; one message takes it back.",
    consentOn: "2026-02-01",
    licence: "CC-BY-4.0" as const,
    reviewOn: "2099-02-01",
  },
};

let ours: GivenOrganisation;
beforeEach(async () => {
  ours = await givenOrganisation();
});

async function ready(): Promise<string> {
  const id = await draftPersona(ours.scope, words, today);
  await recordProvenance(ours.scope, id, 1, made, today);
  await givePersonaNeed(ours.scope, id, 2, { need: "by-phone" }, today);
  return id;
}

async function publishAll(reasons: Record<string, string> = {}) {
  const { fingerprint } = await previewPublication(ours.scope);
  await publish(ours.scope, { fingerprint, reasons });
}

describe("a persona", () => {
  it("cannot be offered to the public without the people it was made with", async () => {
    const id = await draftPersona(ours.scope, words, today);
    await expect(offerPersona(ours.scope, id, 1, today)).rejects.toThrow(/whom it was made with/);
    await givePersonaNeed(ours.scope, id, 1, { need: "by-phone" }, today);
    await expect(offerPersona(ours.scope, id, 2, today)).rejects.toThrow(/draft/);
  });

  it("is saved over the version that was read, and no other", async () => {
    const id = await draftPersona(ours.scope, words, today);
    await revisePersona(ours.scope, id, 1, { ...words, hopes: "A fair rota" }, today);
    await expect(revisePersona(ours.scope, id, 1, words, today)).rejects.toThrow(/Somebody else/);
    expect((await requirePersona(ours.scope, id)).hopes).toBe("A fair rota");
  });

  it("takes needs from the list and the organisation's own, sixty at most", async () => {
    const id = await ready();
    await expect(givePersonaNeed(ours.scope, id, 3, { need: "no-such" }, today)).rejects.toThrow(/list/);
    const own = { area: "food" as const, metBy: "A fridge", seenBy: "It is on the notes" };
    for (let n = 0; n < 59; n += 1) {
      const need = await addOwnNeed(ours.scope, { ...own, title: `Own need ${n}` });
      await givePersonaNeed(ours.scope, id, 3 + n, { need }, today);
    }
    await expect(givePersonaNeed(ours.scope, id, 62, { need: "notice" }, today)).rejects.toThrow(/60 needs/);
    expect((await requirePersona(ours.scope, id)).needs).toHaveLength(60);
  });

  it("is nobody else's, and reviewers change nothing", async () => {
    const id = await ready();
    const theirs = await givenOrganisation();
    await expect(requirePersona(theirs.scope, id)).rejects.toThrow(/could not find/);
    await expect(inviteMakers(theirs.scope, id, new Date())).rejects.toThrow(/could not find/);
    const reviewer = await givenMember(ours, "reviewer");
    await expect(revisePersona(reviewer, id, 3, words, today)).rejects.toThrow(/Reviewers/);
    await expect(draftPersona(reviewer, words, today)).rejects.toThrow(/Reviewers/);
  });
});

/** The library file of another installation, with these personas and tombstones. */
const libraryFile = (
  personas: unknown[],
  takenBack: string[] = [],
  source = "https://kept.example/personas",
) =>
  JSON.stringify({
    format: "kept-persona-library",
    version: 1,
    source,
    personas,
    takenBack: takenBack.map((id) => ({ id })),
  });
const foreign = (n: number, changed: object = {}) => ({
  id: `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`,
  publishedBy: "Elsewhere",
  persona: {
    ...words,
    hopes: "",
    sources: [],
    example: false,
    ...made,
    needs: [{ need: vocabulary[0]!, why: "", from: "" }],
    ...changed,
  },
});

describe("a persona that its makers took back", () => {
  async function copied() {
    const id = await ready();
    await offerPersona(ours.scope, id, 3, today);
    await publishAll();
    const { content, organisation } = (await findPublishedPersona(id))!;
    const text = libraryFile([{ id, publishedBy: organisation, persona: content }]);
    const link = await openLink(await inviteMakers(ours.scope, id, new Date()), "review-persona", new Date());
    return { id, text, link };
  }

  it("leaves the copies that other organisations here hold, with their checks and preflights, and nobody else's", async () => {
    const { id, text, link } = await copied();
    const theirs = await givenOrganisation();
    await importLibrary(theirs.scope, text, today);
    await importLibrary(theirs.scope, libraryFile([foreign(7, { title: "Another person" })]), today);
    const copy = (await listPersonas(theirs.scope)).find((row) => row.originId === id)!;
    const check = await startCheck(
      theirs.scope,
      { subject: "venue", title: "The hall", personas: [copy.id] },
      today,
    );
    expect((await requireCheck(theirs.scope, check)).rows).toHaveLength(1);
    await takePersonaBack(link, today);
    const gone = await requirePersona(theirs.scope, copy.id);
    expect(gone).toMatchObject({ withdrawnOn: today, needs: [], strengths: [], provenance: null });
    expect(JSON.stringify(gone)).not.toMatch(/porter|nights|Riverside/);
    const sheet = await requireCheck(theirs.scope, check);
    expect(sheet.rows).toEqual([]);
    expect(sheet.personas.map(({ title }) => title)).toEqual(["A persona that was taken back"]);
    await expect(
      startCheck(theirs.scope, { subject: "venue", title: "Again", personas: [copy.id] }, today),
    ).rejects.toThrow(/taken it back/);
    const other = (await listPersonas(theirs.scope)).find((row) => row.originId !== id)!;
    expect(other).toMatchObject({ title: "Another person", withdrawnOn: null });
  });

  it("leaves as well when its makers say so on the telephone, by an editor of this organisation alone", async () => {
    const { id, text } = await copied();
    const theirs = await givenOrganisation();
    await importLibrary(theirs.scope, text, today);
    const copy = (await listPersonas(theirs.scope))[0]!;
    await expect(takeBackForMakers(theirs.scope, id, today)).rejects.toThrow(/could not find/);
    await expect(takeBackForMakers(await givenMember(ours, "reviewer"), id, today)).rejects.toThrow(
      /Reviewers/,
    );
    await takeBackForMakers(ours.scope, id, today);
    await takeBackForMakers(ours.scope, id, today);
    expect(await requirePersona(theirs.scope, copy.id)).toMatchObject({ withdrawnOn: today, needs: [] });
    expect((await findPublishedPersona(id))?.content).toBeNull();
    await expect(
      startCheck(ours.scope, { subject: "venue", title: "Hall", personas: [id] }, today),
    ).rejects.toThrow(/taken it back/);
  });

  it("empties a copy here and nothing where it came from, when the copy's makers say so here", async () => {
    const { id, text } = await copied();
    const theirs = await givenOrganisation();
    await importLibrary(theirs.scope, text, today);
    await takeBackForMakers(theirs.scope, (await listPersonas(theirs.scope))[0]!.id, today);
    expect((await listPersonas(theirs.scope))[0]).toMatchObject({ withdrawnOn: today, provenance: null });
    expect(await requirePersona(ours.scope, id)).toMatchObject({ withdrawnOn: null, title: words.title });
    expect((await findPublishedPersona(id))?.content).not.toBeNull();
  });

  it("does not come in again with an old file, here or where a copy was", async () => {
    const { text, link } = await copied();
    const theirs = await givenOrganisation();
    await importLibrary(theirs.scope, text, today);
    await takePersonaBack(link, today);
    await expect(importLibrary(theirs.scope, text, today)).rejects.toThrow(/taken back by its makers/);
    const third = await givenOrganisation();
    await expect(importLibrary(third.scope, text, today)).rejects.toThrow(/taken back by its makers/);
    expect(await listPersonas(third.scope)).toEqual([]);
  });

  it("leaves other installations with their next import, once, and stays gone", async () => {
    const theirs = await givenOrganisation();
    const [first, second, third] = [foreign(1), foreign(2, { title: "Two" }), foreign(3, { title: "Three" })];
    await importLibrary(theirs.scope, libraryFile([first, second]), today);
    const next = libraryFile([second, third], [first.id]);
    expect(await importLibrary(theirs.scope, next, "2026-07-01")).toEqual({ came: 1, takenBack: 1, here: 1 });
    const rows = await listPersonas(theirs.scope);
    expect(rows.map((row) => [row.originId, row.withdrawnOn, row.needs.length]).sort()).toEqual([
      [first.id, "2026-07-01", 0],
      [second.id, null, 1],
      [third.id, null, 1],
    ]);
    await expect(importLibrary(theirs.scope, next, today)).rejects.toThrow(/nothing new/);
    await expect(importLibrary(theirs.scope, libraryFile([first]), today)).rejects.toThrow(/taken back/);
  });

  it("is not taken back by a library that it did not come from, nor for another organisation", async () => {
    const theirs = await givenOrganisation();
    await importLibrary(theirs.scope, libraryFile([foreign(1)]), today);
    await importLibrary(ours.scope, libraryFile([foreign(1)]), today);
    const hostile = libraryFile([foreign(2)], [foreign(1).id], "https://elsewhere.example/personas");
    expect(await importLibrary(theirs.scope, hostile, today)).toMatchObject({ takenBack: 0 });
    await importLibrary(theirs.scope, libraryFile([], [foreign(1).id]), today);
    expect((await listPersonas(ours.scope))[0]).toMatchObject({ title: words.title, withdrawnOn: null });
  });

  it("brings in no list of needs that no everyone check can hold", async () => {
    const needs = (from: number, count: number) =>
      Array.from({ length: count }, (_, n) => ({
        need: { id: `own-${from + n}`, area: "trust", title: `Own ${from + n}`, metBy: "x", seenBy: "y" },
        why: "",
        from: "",
      }));
    const many = Array.from({ length: 5 }, (_, n) => foreign(20 + n, { needs: needs(n * 60, 60) }));
    await expect(importLibrary(ours.scope, libraryFile(many), today)).rejects.toThrow(/300 at most/);
    expect(await listPersonas(ours.scope)).toEqual([]);
    expect(await listNeeds(ours.scope)).toHaveLength(vocabulary.length);
  });

  it("takes with it the needs that came in its words, and no need that another persona carries", async () => {
    const need = (id: string) => ({
      need: { id, area: "travel", title: `A ${id} that waits`, metBy: `Ask the ${id}`, seenBy: "It waits" },
      why: "",
      from: "",
    });
    const theirs = await givenOrganisation();
    const file = libraryFile([foreign(1, { needs: [need("ferry"), need("tram")] })]);
    await importLibrary(theirs.scope, file, today);
    const known = async () =>
      (await listNeeds(theirs.scope)).map(({ title }) => title).slice(vocabulary.length);
    expect(await known()).toEqual(["A ferry that waits", "A tram that waits"]);
    const tram = (await listNeeds(theirs.scope)).find(({ title }) => title.includes("tram"))!.id;
    const own = await draftPersona(theirs.scope, words, today);
    await givePersonaNeed(theirs.scope, own, 1, { need: tram }, today);
    const everyone = { subject: "venue" as const, title: "The hall", everyone: true, personas: [] };
    const check = await startCheck(theirs.scope, everyone, today);
    const { rows } = await requireCheck(theirs.scope, check);
    const answers = rows.map((row) => ({ need: row.need.id, answer: "not-met" as const, evidence: "" }));
    await recordAnswers(theirs.scope, check, { answers }, today);
    await importLibrary(theirs.scope, libraryFile([], [foreign(1).id]), today);
    expect(await known()).toEqual(["A tram that waits"]);
    expect((await requireCheck(theirs.scope, check)).rows).toHaveLength(rows.length - 1);
    const kept = await inScope(theirs.scope, (tx) => tx.execute(sql`select * from own_needs`));
    expect(kept).toHaveLength(2);
    expect(JSON.stringify(kept)).not.toMatch(/ferry/i);
    // The next one that comes in takes the place of none.
    await importLibrary(theirs.scope, libraryFile([foreign(2, { needs: [need("ferry")] })]), today);
    expect(await known()).toEqual(["A ferry that waits", "A tram that waits"]);
  });

  it("takes its needs from the lists of other organisations here, and leaves what an organisation wrote itself", async () => {
    const id = await ready();
    const own = { area: "travel" as const, title: "A ferry that waits", metBy: "Ask", seenBy: "It waits" };
    const need = await addOwnNeed(ours.scope, own);
    await givePersonaNeed(ours.scope, id, 3, { need }, today);
    await offerPersona(ours.scope, id, 4, today);
    await publishAll();
    const { content, organisation } = (await findPublishedPersona(id))!;
    const theirs = await givenOrganisation();
    const text = libraryFile([{ id, publishedBy: organisation, persona: content }]);
    await importLibrary(theirs.scope, text, today);
    expect(await listNeeds(theirs.scope)).toHaveLength(vocabulary.length + 1);
    await takeBackForMakers(ours.scope, id, today);
    expect(await listNeeds(theirs.scope)).toHaveLength(vocabulary.length);
    expect(await listNeeds(ours.scope)).toHaveLength(vocabulary.length + 1);
    // The transaction stayed in its own organisation, and the application itself may change no need.
    expect((await listPersonas(ours.scope)).map((row) => row.id)).toEqual([id]);
    const change = sql`update own_needs set title = 'x'`;
    await expect(inScope(ours.scope, (tx) => tx.execute(change))).rejects.toThrow();
  });

  it("takes nothing out while the file has a fault", async () => {
    await importLibrary(ours.scope, libraryFile([foreign(1)]), today);
    const broken = libraryFile([foreign(2, { title: "" })], [foreign(1).id]);
    await expect(importLibrary(ours.scope, broken, today)).rejects.toThrow(/personas\.0\.persona\.title/);
    expect((await listPersonas(ours.scope)).map((row) => row.withdrawnOn)).toEqual([null]);
  });
});

describe("the open library", () => {
  it("shows what was published, demands a reason for what changed, and keeps a need", async () => {
    const id = await ready();
    await offerPersona(ours.scope, id, 3, today);
    expect(await findPublishedPersona(id)).toBeUndefined();
    await publishAll();
    const published = await findPublishedPersona(id);
    expect(published?.content).toMatchObject({ title: words.title, needs: [{ need: { id: "by-phone" } }] });
    await expect(dropPersonaNeed(ours.scope, id, 4, "by-phone", today)).rejects.toThrow(/at least one need/);
    await givePersonaNeed(ours.scope, id, 4, { need: "notice" }, today);
    await expect(publishAll()).rejects.toThrow(/Say why/);
  });

  it("lets the makers take it back: a tombstone, and no word left", async () => {
    const id = await ready();
    await offerPersona(ours.scope, id, 3, today);
    await publishAll();
    const token = await inviteMakers(ours.scope, id, new Date());
    const link = await openLink(token, "review-persona", new Date());
    await takePersonaBack(link, today);
    await takePersonaBack(link, today);
    expect((await findPublishedPersona(id))?.content).toBeNull();
    const stored = await requirePersona(ours.scope, id);
    expect(stored).toMatchObject({ needs: [], strengths: [], withdrawnOn: today });
    expect(stored.about).not.toContain("nights");
    await expect(revisePersona(ours.scope, id, stored.version, words, today)).rejects.toThrow(
      /taken it back/,
    );
    await publishAll();
    expect((await findPublishedPersona(id))?.content).toBeNull();
  });

  it("is read again by its makers, who choose the next day, until they take it back", async () => {
    const id = await ready();
    const link = await openLink(await inviteMakers(ours.scope, id, new Date()), "review-persona", new Date());
    const review = (reviewOn: string) => confirmReview(link, { right: "yes", reviewOn }, today);
    await review("2027-06-01");
    expect((await requirePersona(ours.scope, id)).provenance?.reviewOn).toBe("2027-06-01");
    expect(() => review(today)).toThrow(/after today/);
    expect(() => review("2031-01-01")).toThrow(/three years/);
    await takePersonaBack(link, today);
    await expect(review("2027-06-01")).rejects.toThrow(/taken back/);
  });

  it("is in the reminders when its review is due, until its makers read it again or take it back", async () => {
    const id = await ready();
    await revisePersona(ours.scope, id, 3, { ...words, hopes: "A fair rota" }, today);
    const provenance = { ...made.provenance, reviewOn: "2026-06-10" };
    await recordProvenance(ours.scope, id, 4, { provenance }, today);
    const theirs = await givenOrganisation();
    const due = async (scope: GivenOrganisation["scope"], on: string) =>
      (await listDue(scope, on))
        .filter(({ kind }) => kind === "persona-review")
        .map(({ title, dueOn }) => [title, dueOn]);
    expect(await due(ours.scope, "2026-05-26")).toEqual([]);
    expect(await due(ours.scope, "2026-05-27")).toEqual([[words.title, "2026-06-10"]]);
    expect(await due(ours.scope, "2026-09-01")).toEqual([[words.title, "2026-06-10"]]);
    expect(await due(theirs.scope, "2026-09-01")).toEqual([]);
    const link = await openLink(await inviteMakers(ours.scope, id, new Date()), "review-persona", new Date());
    await confirmReview(link, { right: "yes", reviewOn: "2027-06-10" }, "2026-06-10");
    expect(await due(ours.scope, "2026-09-01")).toEqual([]);
    expect(await due(ours.scope, "2027-06-10")).toEqual([[words.title, "2027-06-10"]]);
    await takePersonaBack(link, "2026-09-02");
    expect(await due(ours.scope, "2027-06-10")).toEqual([]);
  });

  it("goes to another installation whole, with its makers, or not at all", async () => {
    const id = await ready();
    await offerPersona(ours.scope, id, 3, today);
    await publishAll();
    const personas = (await listPublishedPersonas()).flatMap(({ content, ...rest }) =>
      content && rest.id === id ? [{ id, publishedBy: rest.organisation, persona: content }] : [],
    );
    const file = {
      format: "kept-persona-library",
      version: 1,
      source: "https://kept.example/personas",
      personas,
    };
    const text = JSON.stringify(file);
    expect(readLibrary(text).ok).toBe(true);
    const theirs = await givenOrganisation({ name: "Quarry Bank" });
    const bad = JSON.stringify({ ...file, personas: [...personas, { ...personas[0]!, id: "no" }] });
    await expect(importLibrary(theirs.scope, bad, today)).rejects.toThrow(/personas\.1\.id/);
    expect(await listPersonas(theirs.scope)).toEqual([]);
    expect(await importLibrary(theirs.scope, text, today)).toEqual({ came: 1, takenBack: 0, here: 0 });
    await expect(importLibrary(theirs.scope, text, today)).rejects.toThrow(/here already/);
    const [got] = await listPersonas(theirs.scope);
    expect(got).toMatchObject({ title: words.title, provenance: made.provenance, originId: id });
    await expect(offerPersona(theirs.scope, got!.id, 1, today)).rejects.toThrow(/another library/);
  });

  it("brings in a need that means something else here under another id", async () => {
    const theirs = await givenOrganisation();
    const own = { area: "food" as const, title: "A fridge", metBy: "Ours", seenBy: "Seen" };
    await addOwnNeed(theirs.scope, own);
    const need = { ...own, id: "a-fridge", metBy: "Theirs" };
    const text = JSON.stringify({
      format: "kept-persona-library",
      version: 1,
      source: "https://kept.example/personas",
      personas: [
        {
          id: "00000000-0000-4000-8000-000000000001",
          publishedBy: "X",
          persona: {
            ...words,
            hopes: "",
            sources: [],
            example: false,
            ...made,
            needs: [{ need, why: "", from: "" }],
          },
        },
      ],
    });
    await importLibrary(theirs.scope, text, today);
    const [persona] = await listPersonas(theirs.scope);
    expect(persona!.needs[0]!.need).toBe("brought");
    expect((await listNeeds(theirs.scope)).find(({ id }) => id === "a-fridge")!.metBy).toBe("Ours");
  });
});
