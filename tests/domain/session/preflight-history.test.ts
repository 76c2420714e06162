import { describe, expect, it } from "vitest";
import { changesSince, partsOf } from "#app/domain/session/preflight-history.ts";
import { saidItems } from "#app/domain/session/preflight-items.ts";
import { PreflightSheet } from "#app/domain/session/preflight.ts";

const version = (changed: object = {}, leading: string[] = []) => ({
  sheet: PreflightSheet.parse({ racismDiscussed: "yes", ...changed }),
  leading,
  afterwards: null,
});
const rate = { state: "done", note: "£25 an hour", owner: "Ana", dueOn: "2026-06-20" };

describe("an earlier version of a preflight", () => {
  it("says every item, and in words what was said of it", () => {
    const parts = partsOf(version({ items: { rate } }, ["A", "B"]));
    const says = (key: string) => parts.find((part) => part.key === key)?.says;
    expect(saidItems.filter((item) => says(item) === undefined)).toEqual([]);
    // What other rooms know is not said here, and the day has not come.
    expect([says("calendar"), says("whatHappened")]).toEqual([undefined, undefined]);
    expect(says("rate")).toBe("Arranged: £25 an hour; Ana; by 20 June 2026");
    expect(says("leading")).toBe("A, B");
    expect(says("phone")).toBe("");
  });

  it("is told by what one save changed, also where something was taken away", () => {
    const before = version({ items: { rate }, owner: "Ana" }, ["A"]);
    const after = version({ items: {}, owner: "Ana", invitedOn: "2026-06-02" }, ["A"]);
    expect(changesSince(before, after)).toEqual([
      { label: "Invitation sent on", was: "", now: "2 June 2026" },
      { label: "Rate of pay", was: "Arranged: £25 an hour; Ana; by 20 June 2026", now: "" },
    ]);
    expect(changesSince(before, before)).toEqual([]);
    expect(changesSince(undefined, before).map(({ label }) => label)).toContain("Rate of pay");
  });
});
