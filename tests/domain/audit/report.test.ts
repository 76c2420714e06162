import { describe, expect, it } from "vitest";
import type { AuditAnswer, Voice } from "#app/domain/audit/answer.ts";
import { builtInInstruments } from "#app/domain/audit/built-in.ts";
import type { Given } from "#app/domain/audit/findings.ts";
import { parseInstrument } from "#app/domain/audit/parse-instrument.ts";
import { auditFindings } from "#app/domain/audit/report.ts";
import { wideningGaps } from "#app/domain/audit/widening.ts";
import { auditRoundDifferences } from "#app/domain/publishing/differences-audit-round.ts";
import { publicRound } from "#app/domain/audit/public.ts";

const instrument = builtInInstruments[0]!;
const question = "feedback-loops";

function say(
  voice: Voice,
  level: AuditAnswer["level"],
  people: number,
  evidenceOn: string | null = null,
): Given[] {
  return Array.from({ length: people }, (_, person) => ({
    voice,
    person: `${voice}-${level}-${person}`,
    answer: { question, level, evidence: "", evidenceOn, note: "" },
  }));
}

const round = (given: Given[]) => ({ instrument, given });

describe("gaps between rounds", () => {
  const narrow = [...say("team", "trying", 3), ...say("co-producers", "talking", 3)];
  const wide = [...say("team", "owned", 3), ...say("co-producers", "talking", 3)];
  it("are named when they widen", () => {
    expect(wideningGaps(round(narrow), round(wide))).toMatchObject([{ question, levels: 3, before: 1 }]);
    expect(wideningGaps(round(wide), round(narrow))).toEqual([]);
  });
  it("are not known to have widened where a voice was silent before", () => {
    expect(wideningGaps(round(say("team", "trying", 3)), round(wide))).toEqual([]);
  });
});

describe("a question asked in other words", () => {
  const other = structuredClone(instrument);
  other.version = "2.0";
  other.questions.find(({ id }) => id === question)!.levels.practised =
    "Everyone is told within a month, each time.";
  const given = [...say("team", "practised", 3), ...say("co-producers", "talking", 3)];
  it("is not compared, and says so", () => {
    const found = auditFindings(instrument, given, [{ instrument: other, given }], "2026-06-01");
    expect(found.gaps).toMatchObject([{ levels: 2, before: null }]);
    expect(found.questions.find(({ id }) => id === question)).toMatchObject({ reworded: true, trends: [] });
  });
  it("of another instrument is not compared at all", () => {
    const foreign = { instrument: { ...instrument, id: "elsewhere" }, given };
    expect(wideningGaps(foreign, { instrument, given })).toEqual([]);
  });
});

describe("lapsed evidence", () => {
  const lapsed = (given: Given[]) => auditFindings(instrument, given, [], "2026-06-01").lapsed;
  it("is named when even the newest is old", () => {
    expect(lapsed(say("team", "practised", 3, "2025-01-01"))).toEqual([
      { question, voice: "team", newestOn: "2025-01-01" },
    ]);
    expect(
      lapsed([...say("team", "practised", 3, "2025-01-01"), ...say("team", "owned", 1, "2026-05-01")]),
    ).toEqual([]);
  });
  it("is not excused by fresh evidence for a lower level", () => {
    const trying = say("team", "trying", 1, "2026-05-01");
    expect(lapsed([...say("team", "practised", 3, "2025-01-01"), ...trying])).toHaveLength(1);
  });
  it("never speaks for fewer than three", () => {
    expect(lapsed(say("team", "practised", 2, "2025-01-01"))).toEqual([]);
  });
});

describe("an instrument file", () => {
  it("is refused with every place", () => {
    const broken = structuredClone(instrument) as unknown as {
      questions: { levels: Record<string, string> }[];
    };
    delete broken.questions[3]!.levels["trying"];
    const result = parseInstrument(JSON.stringify(broken));
    expect(result).toMatchObject({
      ok: false,
      errors: [expect.stringMatching(/^questions\[3\]\.levels\.trying: /)],
    });
  });
  it("is refused when it is no JSON", () => {
    expect(parseInstrument("{").ok).toBe(false);
  });
});

describe("a published round", () => {
  const given = [...say("team", "trying", 3), ...say("board", "owned", 2)];
  const asked = { team: 4, board: 2, "co-producers": 0, partners: 0 };
  const sheet = { title: "Spring", instrument, closedOn: "2026-05-01", given, asked, answered: asked };
  it("keeps a voice of two silent", () => {
    expect(publicRound(sheet, [question]).questions[0]!.spreads.map(({ voice }) => voice)).toEqual(["team"]);
  });
  it("weakens when it shows fewer questions", () => {
    const [both, one] = [publicRound(sheet, [question, "open-personas"]), publicRound(sheet, [question])];
    expect(auditRoundDifferences(both, one)).toMatchObject([{ direction: "weakened" }]);
    expect(auditRoundDifferences(one, both)).toMatchObject([{ direction: "strengthened" }]);
    expect(auditRoundDifferences(one, one)).toEqual([]);
  });
});
