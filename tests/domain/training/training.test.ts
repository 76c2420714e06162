import { ledByTrained } from "#app/domain/training/sessions-led.ts";
import { describe, expect, it } from "vitest";
import { coverageOn, currentTopics, lapses, projectCoverage } from "#app/domain/training/coverage.ts";
import {
  Completion,
  Course,
  expiresOn,
  Facilitator,
  listPrompts,
  promptsDue,
} from "#app/domain/training/training.ts";

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const course = Course.parse({
  id: id(1),
  title: "Holding hard conversations",
  provider: "A community trainer",
  topics: ["racism", "holding-challenge"],
  hours: 12,
  costPence: 60000,
  designedBy: "Four people with lived experience",
  livedExperiencePaid: "yes",
  validMonths: 24,
});
const person = (n: number, leftOn: string | null = null) =>
  Facilitator.parse({ id: id(n), label: `F-${n}`, basis: "external", recommendedBy: "", leftOn });
const completion = (n: number, who: number, completedOn: string) =>
  Completion.parse({
    id: id(n),
    facilitatorId: id(who),
    courseId: course.id,
    completedOn,
    evidence: "",
    changes: [],
  });

describe("training", () => {
  const done = completion(20, 10, "2024-02-29");
  it("counts to the day before its anniversary", () => expect(expiresOn(done, course)).toBe("2026-02-27"));
  it("is current on its last day and not on the next", () => {
    expect(currentTopics(person(10), [course], [done], "2026-02-27").size).toBe(2);
    expect(currentTopics(person(10), [course], [done], "2026-02-28").size).toBe(0);
  });
  it("does not count before it happened", () =>
    expect(currentTopics(person(10), [course], [done], "2024-02-28").size).toBe(0));
  it("asks what changed after 3 and 12 months until somebody says", () => {
    expect(promptsDue(done, "2024-05-28")).toEqual([]);
    expect(promptsDue(done, "2025-03-01").map((p) => p.askedFor)).toEqual(["3-months", "12-months"]);
    const said = {
      ...done,
      changes: [{ askedFor: "3-months" as const, text: "I stop and ask.", on: "2024-06-01" }],
    };
    expect(promptsDue(said, "2025-03-01").map((p) => p.askedFor)).toEqual(["12-months"]);
  });
});

describe("prompts of an organisation", () => {
  it("come oldest first, and not to those who left", () => {
    const people = [person(10), person(11, "2025-01-01")];
    const done = [
      completion(21, 10, "2025-01-10"),
      completion(20, 10, "2024-12-01"),
      completion(22, 11, "2024-12-01"),
    ];
    expect(listPrompts(people, done, "2025-04-10").map((one) => [one.completionId, one.dueOn])).toEqual([
      [id(20), "2025-03-01"],
      [id(21), "2025-04-10"],
    ]);
  });
});

describe("sessions led by trained people", () => {
  const led = (session: number, facilitator: number, heldOn: string) => ({
    facilitatorId: id(facilitator),
    sessionId: id(session),
    heldOn,
  });
  it("are those where all who led it were in date on the day, of the last twelve months", () => {
    const done = [completion(20, 10, "2024-06-01"), completion(21, 11, "2025-03-01")];
    const sessions = [
      led(30, 10, "2024-05-30"),
      led(31, 10, "2024-07-01"),
      led(32, 10, "2025-02-01"),
      led(32, 11, "2025-02-01"),
      led(33, 11, "2025-03-01"),
      led(34, 10, "2025-06-02"),
    ];
    expect(ledByTrained(sessions, [course], done, "2025-06-01")).toEqual({ trained: 2, of: 3 });
    expect(ledByTrained([], [course], done, "2025-06-01")).toEqual({ trained: 0, of: 0 });
  });
});

describe("coverage", () => {
  const people = [person(10), person(11), person(12, "2025-06-01")];
  const completions = [
    completion(20, 10, "2024-03-01"),
    completion(21, 12, "2025-01-01"),
    completion(22, 10, "2026-02-01"),
  ];
  it("leaves out those who left", () =>
    expect(coverageOn(people, [course], completions, "2025-07-01")[0]).toEqual({
      topic: "racism",
      current: 1,
      of: 2,
    }));
  it("shows when it would fall", () =>
    expect(
      projectCoverage(people, [course], completions, "2028-01-01", 1).map((p) => p.coverage[0]!.current),
    ).toEqual([1, 0]));
  it("does not call a renewed course lapsed", () => {
    expect(lapses([course], completions, "2026-01-01", "2026-12-31").map((l) => l.facilitatorId)).toEqual([
      id(12),
    ]);
    expect(lapses([course], completions, "2028-01-01", "2028-12-31").map((l) => l.on)).toEqual([
      "2028-01-31",
    ]);
  });
});
