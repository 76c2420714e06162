import { describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database.ts";
import { givenMember, givenOrganisation } from "#tests/support/given.ts";
import { answerAudit, inviteVoices, switchOffLink, withdrawAnswers } from "#db/audit-seats.server.ts";
import {
  closeRound,
  importInstrument,
  openRound,
  requireClosedRound,
  requireRound,
} from "#db/audit.server.ts";
import { openLink } from "#db/private-link.server.ts";
import type { Voice } from "#app/domain/audit/answer.ts";
import { perceptionGaps } from "#app/domain/audit/findings.ts";
import { Instrument, type Level } from "#app/domain/audit/instrument.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import shipped from "#seeds/instruments/anti-racism-in-co-production.json" with { type: "json" };

useDatabase();

const instrument = Instrument.parse(shipped);
const round = { title: "Spring", instrument, opensOn: "2026-03-01", closesOn: "2099-04-30" };
const today = "2026-03-15";
const answer = (level: Level) => ({
  question: "feedback-loops",
  level,
  evidence: "Letters sent in February",
  evidenceOn: "2026-02-01",
  note: "",
});

async function say(scope: Scope, roundId: string, voice: Voice, ...given: Level[]) {
  const tokens = await inviteVoices(scope, roundId, voice, given.length, today);
  for (const [i, level] of given.entries())
    await answerAudit(await openLink(tokens[i]!, "answer-audit", new Date()), [answer(level)], today);
  return tokens;
}

describe("an audit round", () => {
  it("finds the gap between what the team and the co-producers say", async () => {
    const { scope } = await givenOrganisation();
    const id = await openRound(scope, round);
    await say(scope, id, "team", "practised", "practised", "owned");
    await say(scope, id, "co-producers", "talking", "talking", "not-started");
    const sheet = await requireRound(scope, id);
    expect(perceptionGaps(sheet.round.instrument, sheet.given)).toEqual([
      {
        question: "feedback-loops",
        higher: "team",
        higherLevel: "practised",
        lower: "co-producers",
        lowerLevel: "talking",
        levels: 2,
      },
    ]);
    expect(sheet.asked["co-producers"]).toBe(3);
  });

  it("counts an answer given twice once, as it was last said", async () => {
    const { scope } = await givenOrganisation();
    const id = await openRound(scope, round);
    const [token] = await say(scope, id, "partners", "trying");
    await answerAudit(await openLink(token!, "answer-audit", new Date()), [answer("talking")], today);
    expect((await requireRound(scope, id)).given.map((each) => each.answer.level)).toEqual(["talking"]);
  });

  it("takes no answer after it closed, and loses none given before", async () => {
    const { scope } = await givenOrganisation();
    const id = await openRound(scope, round);
    const [token] = await say(scope, id, "board", "trying");
    await closeRound(scope, id);
    const link = await openLink(token!, "answer-audit", new Date());
    await expect(answerAudit(link, [answer("owned")], today)).rejects.toThrow(/closed/);
    await expect(inviteVoices(scope, id, "board", 1, today)).rejects.toThrow(/closed/);
    expect((await requireRound(scope, id)).given).toHaveLength(1);
  });

  it("keeps all answers back when one of them lacks its evidence", async () => {
    const { scope } = await givenOrganisation();
    const id = await openRound(scope, round);
    const [token] = await inviteVoices(scope, id, "team", 1, today);
    const link = await openLink(token!, "answer-audit", new Date());
    const bare = { ...answer("practised"), question: "seed-money", evidence: "" };
    await expect(answerAudit(link, [answer("trying"), bare], today)).rejects.toThrow(/needs evidence/);
    expect((await requireRound(scope, id)).given).toEqual([]);
  });

  it("can be taken back by its holder until it closes", async () => {
    const { scope } = await givenOrganisation();
    const id = await openRound(scope, round);
    const [token] = await say(scope, id, "partners", "trying");
    const link = await openLink(token!, "answer-audit", new Date());
    await withdrawAnswers(link, today);
    expect(await requireRound(scope, id)).toMatchObject({
      given: [],
      asked: { partners: 1 },
      answered: { partners: 0 },
    });
    await answerAudit(link, [answer("talking")], today);
    await closeRound(scope, id);
    await expect(withdrawAnswers(link, today)).rejects.toThrow(/no longer be taken back/);
  });

  it("invites once, however often the same form is sent", async () => {
    const { scope } = await givenOrganisation();
    const id = await openRound(scope, round);
    const sending = "11111111-1111-4111-8111-111111111111";
    const both = await Promise.allSettled([
      inviteVoices(scope, id, "team", 3, today, sending),
      inviteVoices(scope, id, "team", 3, today, sending),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await requireRound(scope, id)).asked.team).toBe(3);
  });

  it("switches off a link given twice, but none that was answered, and none of another round", async () => {
    const { scope } = await givenOrganisation();
    const id = await openRound(scope, round);
    const other = await openRound(scope, round);
    const [spare] = await inviteVoices(scope, id, "team", 1, today);
    const [used] = await say(scope, id, "team", "trying");
    await expect(switchOffLink(scope, other, spare!, new Date())).rejects.toThrow(/no link of this round/);
    await switchOffLink(scope, id, `http://kept.example/audit/${spare}`, new Date());
    await expect(openLink(spare!, "answer-audit", new Date())).rejects.toThrow();
    await expect(switchOffLink(scope, id, used!, new Date())).rejects.toThrow(/answered with this link/);
    expect((await requireRound(scope, id)).asked.team).toBe(1);
  });

  it("stays closed when a clock that ran ahead is put back", async () => {
    const { scope } = await givenOrganisation();
    const id = await openRound(scope, { ...round, closesOn: "2026-03-31" });
    const then = new Date("2026-03-15T12:00:00Z");
    const [token] = await inviteVoices(scope, id, "team", 1, today);
    await answerAudit(await openLink(token!, "answer-audit", then), [answer("trying")], today);
    await expect(requireClosedRound(scope, id, "2026-03-31")).rejects.toThrow(/still answer/);
    await requireClosedRound(scope, id, "2026-04-01");
    const link = await openLink(token!, "answer-audit", then);
    await expect(answerAudit(link, [answer("talking")], today)).rejects.toThrow(/closed/);
  });

  it("is nobody else's", async () => {
    const [mine, theirs] = [await givenOrganisation(), await givenOrganisation()];
    const id = await openRound(mine.scope, round);
    await expect(requireRound(theirs.scope, id)).rejects.toThrow(/could not find/);
    await expect(inviteVoices(theirs.scope, id, "team", 1, today)).rejects.toThrow(/could not find/);
    await expect(openRound(await givenMember(mine, "reviewer"), round)).rejects.toThrow(/Reviewers/);
  });
});

describe("an instrument from a file", () => {
  it("is refused whole, naming every place", async () => {
    const { scope } = await givenOrganisation();
    const broken = structuredClone(shipped) as { questions: { levels: Record<string, string> }[] };
    delete broken.questions[0]!.levels["owned"];
    delete broken.questions[1]!.levels["trying"];
    await expect(importInstrument(scope, broken)).rejects.toMatchObject({
      detail: {
        fields: {
          "questions.0.levels.owned": expect.anything(),
          "questions.1.levels.trying": expect.anything(),
        },
      },
    });
  });
  it("is taken once for each version", async () => {
    const { scope } = await givenOrganisation();
    await importInstrument(scope, shipped);
    await expect(importInstrument(scope, shipped)).rejects.toThrow(/new version/);
  });
});
