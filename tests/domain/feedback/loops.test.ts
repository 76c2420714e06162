import { describe, expect, it } from "vitest";
import {
  agrees,
  nextRoundFrom,
  reachCaveat,
  tallyVerdicts,
  type Verdict,
} from "#app/domain/feedback/attestation.ts";
import { dueDates } from "#app/domain/feedback/clock.ts";
import {
  countExplained,
  explanationWarnings,
  isBlankOrBoilerplate,
  saysNothing,
  timesUsed,
} from "#app/domain/feedback/explanation.ts";
import { Answer, type Heard, loopState, ReportBack } from "#app/domain/feedback/loop.ts";
import { personalDetails } from "#app/domain/feedback/personal-details.ts";
import { answerWarnings } from "#app/domain/feedback/save-warnings.ts";

const did: Answer = {
  kind: "we-did",
  text: "Moved the sessions to evenings.",
  since: "2026-05-01",
  evidence: "",
};
const told = (on: string): ReportBack => ({ on, channels: ["letter"], told: 8, of: 10 });
const heard = (...answers: Heard["reflects"][]): Heard[] =>
  answers.map((reflects) => ({ reflects, changed: "yes" as const }));

describe("a loop", () => {
  it("is open without an answer, even when people were told something", () =>
    expect(loopState(null, null, [told("2026-05-02")], [])).toBe("open"));
  it("is not closed by doing the thing and telling nobody", () =>
    expect(loopState(did, "2026-05-01", [], [])).toBe("answered"));
  it("is not closed by a report that came before the answer", () =>
    expect(loopState(did, "2026-05-10", [told("2026-05-09")], [])).toBe("answered"));
  it("is closed when people were told", () =>
    expect(loopState(did, "2026-05-01", [told("2026-05-01")], [])).toBe("closed"));
  it("is not agreed by two voices", () =>
    expect(loopState(did, "2026-05-01", [told("2026-05-02")], heard("yes", "yes"))).toBe("closed"));
  it("is agreed only when more say yes than say anything else", () => {
    expect(loopState(did, "2026-05-01", [told("2026-05-02")], heard("yes", "yes", "no"))).toBe("agreed");
    expect(loopState(did, "2026-05-01", [told("2026-05-02")], heard("yes", "yes", "no", "partly"))).toBe(
      "closed",
    );
    expect(loopState(did, "2026-05-01", [told("2026-05-02")], heard("no", "yes", "no"))).toBe("disputed");
  });
  it("cannot have been reported back to nobody, or to more people than spoke", () => {
    expect(ReportBack.safeParse({ ...told("2026-05-01"), told: 0 }).success).toBe(false);
    expect(ReportBack.safeParse({ ...told("2026-05-01"), told: 11 }).success).toBe(false);
    expect(ReportBack.safeParse({ ...told("2026-05-01"), channels: [] }).success).toBe(false);
  });
  it("needs an explanation when it could not be done", () =>
    expect(Answer.safeParse({ kind: "we-could-not", reason: "budget", text: "No money." }).success).toBe(
      false,
    ));
});

describe("an explanation", () => {
  const real =
    "The landlord would not let us change the entrance before the lease ends in 2027, and we could not find another hall within walking distance.";
  it.each([
    "",
    "Due to budget constraints.",
    "n/a n/a n/a n/a n/a n/a n/a n/a n/a",
    "We take this seriously. Lessons will be learned.",
    "See above. As discussed. N/A. None. TBC. No comment. To be confirmed. Not applicable, nothing to add.",
    "…………………………………………………………………………………………………………………",
    "---- ??? !!! ---- ??? !!! ---- ??? !!! ---- ??? !!!",
    "As discussed at the meeting, please see above, same as before, to be decided, to follow, tbc, n.a., nil.",
  ])("is not one: %s", (text) => expect(isBlankOrBoilerplate(text)).toBe(true));
  it("is one when it says what happened", () => {
    expect(isBlankOrBoilerplate(real)).toBe(false);
    expect(explanationWarnings(real, [])).toEqual([]);
  });
  it("may hold the letters of a filler within its words", () =>
    expect(
      isBlankOrBoilerplate(
        "Nonetheless the nationality test in another statute, tested in court, binds nobody but us and the council.",
      ),
    ).toBe(false));
  it.each(["n/a", "See above.", "TBC", "As discussed", "...", "No comment!!", "none"])(
    "is asked for again in “we did”: %s",
    (text) => {
      expect(saysNothing(text)).toBe(true);
      expect(answerWarnings({ kind: "we-did", text }, [])[0]).toMatch(/says nothing of what changed/);
    },
  );
  it("is left alone in “we did” when it says something", () =>
    expect(answerWarnings({ kind: "we-did", text: "Sessions begin at six." }, [])).toEqual([]));
  it("is counted wherever the same text is used, give or take a word", () => {
    const texts = [
      real,
      "Something else entirely, about the time of day.",
      real.replace("2027", "2028"),
      real,
    ];
    expect(timesUsed(texts)).toEqual([3, 1, 3, 3]);
    expect(timesUsed([])).toEqual([]);
    expect(countExplained([...texts, "n/a"])).toBe(2);
  });
  it("is pointed out when the same text is used again, with small changes too", () =>
    expect(
      explanationWarnings(real.replace("2027", "2028"), [
        real,
        "Something else entirely, about the time of day.",
      ])[0],
    ).toMatch(/same explanation once/));
});

describe("the clock", () => {
  const promise = { acknowledgeWithin: 5, answerWithin: 30 };
  const easter = new Set(["2026-04-03", "2026-04-06"]);
  it("owes an answer 30 working days on, past Easter", () => {
    const due = dueDates("2026-03-02", promise, [], null, "2026-03-10", easter);
    expect(due).toMatchObject({ acknowledgeBy: "2026-03-09", answerBy: "2026-04-15", state: "running" });
  });
  it("is nearly due five working days before, overdue the day after", () => {
    expect(dueDates("2026-03-02", promise, [], null, "2026-04-08", easter).state).toBe("nearly-due");
    expect(dueDates("2026-03-02", promise, [], null, "2026-04-15", easter).state).toBe("nearly-due");
    expect(dueDates("2026-03-02", promise, [], null, "2026-04-16", easter)).toMatchObject({
      state: "overdue",
      workingDaysLate: 1,
    });
  });
  it("moves back by a pause's own working days, once even where pauses overlap", () => {
    const pauses = [
      { from: "2026-03-09", to: "2026-03-16", reason: "Waiting for the person." },
      { from: "2026-03-11", to: "2026-03-16", reason: "The same." },
    ];
    expect(dueDates("2026-03-02", promise, pauses, null, "2026-03-20", easter).answerBy).toBe("2026-04-22");
  });
  it("cannot be stopped once it has run out", () =>
    expect(
      dueDates(
        "2026-03-02",
        promise,
        [{ from: "2026-05-01", to: null, reason: "Late pause." }],
        null,
        "2026-05-05",
        easter,
      ).state,
    ).toBe("overdue"));
  it("is paused while a pause lasts", () =>
    expect(
      dueDates(
        "2026-03-02",
        promise,
        [{ from: "2026-03-09", to: null, reason: "Ill." }],
        null,
        "2026-06-01",
        easter,
      ).state,
    ).toBe("paused"));
});

describe("attestation", () => {
  const said = (kept: number, partly: number, not: number, unsure: number): Verdict[] => [
    ...Array<Verdict>(kept).fill("kept"),
    ...Array<Verdict>(partly).fill("partly"),
    ...Array<Verdict>(not).fill("not-kept"),
    ...Array<Verdict>(unsure).fill("cannot-tell"),
  ];
  it("shows nothing below three answers", () => expect(tallyVerdicts(said(2, 0, 0, 0))).toBeNull());
  it("is agreement only with more kept than all the rest", () => {
    expect(agrees(tallyVerdicts(said(3, 1, 1, 0))!)).toBe(true);
    expect(agrees(tallyVerdicts(said(3, 1, 1, 1))!)).toBe(false);
  });
  it("says when only a few were asked, or few answered", () => {
    expect(reachCaveat({ invited: 4, affected: 300 }, 4)).toMatch(/Only 4 of about 300/);
    expect(reachCaveat({ invited: 3, affected: null }, 3)).toMatch(/Only 3 people were invited/);
    expect(reachCaveat({ invited: 40, affected: 60 }, 5)).toMatch(/Only 5 of the 40/);
    expect(reachCaveat({ invited: 40, affected: 60 }, 25)).toBeUndefined();
    expect(reachCaveat({ invited: 40, affected: null }, 25)).toMatch(/does not say how many people/);
  });
  it("may be asked again after six months", () => expect(nextRoundFrom("2026-08-31")).toBe("2027-02-28"));
});

describe("contact details in a public text", () => {
  it.each([
    ["Write to amira.k@example.org.uk please", "email"],
    ["Call 020 7946 0958", "phone"],
    ["Call +44 (0)7700 900123 after six", "phone"],
    ["She lives at SW1A 1AA", "postcode"],
  ])("are pointed out in: %s", (text, kind) =>
    expect(personalDetails(text).map((d) => d.kind)).toContain(kind),
  );
  it("are not seen in dates, money and counts", () =>
    expect(personalDetails("On 12 November 2026 we paid £1,200.50 to 31 of 40 people (2026-11-12).")).toEqual(
      [],
    ));
});
