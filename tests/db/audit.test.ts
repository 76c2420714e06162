import { describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database.ts";
import { givenMember, givenOrganisation } from "#tests/support/given.ts";
import {
  answerAudit,
  closeRound,
  importInstrument,
  inviteVoices,
  openRound,
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
  const tokens = await inviteVoices(scope, roundId, voice, given.length);
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
    await expect(inviteVoices(scope, id, "board", 1)).rejects.toThrow(/closed/);
    expect((await requireRound(scope, id)).given).toHaveLength(1);
  });

  it("keeps all answers back when one of them lacks its evidence", async () => {
    const { scope } = await givenOrganisation();
    const id = await openRound(scope, round);
    const [token] = await inviteVoices(scope, id, "team", 1);
    const link = await openLink(token!, "answer-audit", new Date());
    const bare = { ...answer("practised"), question: "seed-money", evidence: "" };
    await expect(answerAudit(link, [answer("trying"), bare], today)).rejects.toThrow(/needs evidence/);
    expect((await requireRound(scope, id)).given).toEqual([]);
  });

  it("is nobody else's", async () => {
    const [mine, theirs] = [await givenOrganisation(), await givenOrganisation()];
    const id = await openRound(mine.scope, round);
    await expect(requireRound(theirs.scope, id)).rejects.toThrow(/could not find/);
    await expect(inviteVoices(theirs.scope, id, "team", 1)).rejects.toThrow(/could not find/);
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
