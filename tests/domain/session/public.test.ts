import { describe, expect, it } from "vitest";
import { describeSession } from "#app/domain/journey/describe-session.ts";
import { differencesOf } from "#app/domain/publishing/kinds.ts";

const clear = {
  title: "Steering group",
  on: "2026-06-16",
  online: false,
  status: "planned",
  conflicts: [],
  accepted: "",
};
const met = {
  ...clear,
  on: "2026-06-19",
  conflicts: [{ tradition: "islam", observance: "jumuah", name: "Jumu’ah", on: "2026-06-19" }],
  accepted: "The mosque asked for this time.",
};
const told = (content: object) =>
  describeSession({
    version: {
      index: 0,
      kind: "session",
      subject: "session:1",
      effectiveOn: "2026-06-19",
      recordedAt: "2026-06-19T10:00:00Z",
      role: "editor",
      body: { content },
    },
  } as never);

describe("a published session", () => {
  it("is weaker when it now keeps somebody away, and stronger when it no longer does", () => {
    const direction = (was: object, now: object) =>
      differencesOf("session", was, now).find(({ field }) => field === "What it meets")?.direction;
    expect(direction(clear, met)).toBe("weakened");
    expect(direction(met, clear)).toBe("strengthened");
    expect(differencesOf("session", met, met)).toEqual([]);
  });

  it("is told with who had to give way, and why", () => {
    expect(told(met)).toMatchObject({ mark: "setback", title: "Steering group" });
    expect(told(met)?.text).toBe(
      "It met Jumu’ah. Who had to give way: Muslim. The mosque asked for this time.",
    );
    expect(told(clear)?.mark).toBe("progress");
    expect(told({ title: "" })).toBeUndefined();
  });
});
