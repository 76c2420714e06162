import { describe, expect, it } from "vitest";
import { type PracticeFacts, practiceItems } from "#app/domain/reminder/practice-items.ts";

const course = {
  id: "c",
  title: "Holding challenge",
  provider: "Somebody",
  topics: ["racism" as const],
  hours: 3,
  costPence: 0,
  designedBy: "Somebody",
  livedExperiencePaid: "yes" as const,
  validMonths: 12,
};
const completion = {
  id: "d",
  facilitatorId: "f",
  courseId: "c",
  completedOn: "2025-06-15",
  evidence: "",
  changes: [],
};
const facilitator = { id: "f", label: "F1", leftOn: null };
const nothing: PracticeFacts = {
  facilitators: [],
  courses: [],
  completions: [],
  sessions: [],
  awaited: [],
  benchmarks: [],
};
const trained = { facilitators: [facilitator], courses: [course], completions: [completion] };
const on = (today: string, facts: Partial<PracticeFacts>) =>
  practiceItems({ ...nothing, ...facts }, "/o/us", today);
const kinds = (today: string, facts: Partial<PracticeFacts>) => on(today, facts).map(({ kind }) => kind);

it("names training 60 days before it lapses and until it is renewed, and asks at 3 and 12 months", () => {
  // Valid for 12 months from 15 June 2025: its last day is 14 June 2026.
  expect(kinds("2025-09-14", trained)).toEqual([]);
  expect(kinds("2025-09-15", trained)).toEqual(["training-prompt"]);
  expect(kinds("2026-06-14", trained)).toEqual(["training-soon", "training-prompt"]);
  expect(kinds("2026-06-15", trained)).toEqual(["training-lapsed", "training-prompt", "training-prompt"]);
  const renewed = { ...completion, id: "e", completedOn: "2026-06-01" };
  expect(kinds("2026-06-15", { ...trained, completions: [completion, renewed] })).not.toContain(
    "training-lapsed",
  );
  expect(
    kinds("2026-06-15", { ...trained, facilitators: [{ ...facilitator, leftOn: "2026-01-01" }] }),
  ).toEqual([]);
});

it("names a planned session once for each observance that it meets, while it lies ahead", () => {
  const sessions = [
    { id: "s", title: "Workshop", on: "2026-06-20", meets: [{ key: "k", name: "Eid al-Adha" }] },
  ];
  expect(on("2026-06-01", { sessions })).toMatchObject([
    { key: "session-touched:s:k", href: "/o/us/sessions/s" },
  ]);
  expect(on("2026-06-21", { sessions })).toEqual([]);
});

it("waits for an announcement until one is recorded", () => {
  const day = { date: "2026-03-20", start: "", end: "", authority: "", status: "predicted" as const };
  const eid = { id: "eid_al_fitr", tradition: "islam", name: "Eid al-Fitr", variants: [day] };
  expect(kinds("2026-03-10", { awaited: [eid] })).toEqual(["announcement-awaited"]);
  const heard = { ...eid, variants: [{ ...day, status: "announced" as const }, day] };
  expect(on("2026-03-10", { awaited: [heard] })).toEqual([]);
});

describe("benchmarks", () => {
  const benchmarks = [{ id: "b", place: "young people served", lookAgainOn: "2026-07-20" }];

  it("are to be looked at again two weeks before the day chosen and after it, and not earlier", () => {
    expect(kinds("2026-07-05", { benchmarks })).toEqual([]);
    expect(kinds("2026-07-06", { benchmarks })).toEqual(["benchmark-review"]);
    expect(on("2026-12-01", { benchmarks })[0]).toMatchObject({
      title: "Whom you compare with: young people served",
      href: "/o/us/recruitment/benchmarks",
    });
  });
});
