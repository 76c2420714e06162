import { expect, test } from "vitest";
import { countApplicants } from "#app/domain/recruitment/count-applicants.ts";
import { nearestGroup } from "#app/domain/recruitment/nearest-group.ts";
import { SCHEMES } from "#app/domain/recruitment/schemes.ts";

test.each([
  ["Bangladshi", "asian_bangladeshi"],
  ["Pakistanni", "asian_pakistani"],
  ["White Britsh", "white_british"],
  ["Prefer not to sya", "prefer_not_to_say"],
  ["Klingon", undefined],
  ["xy", undefined],
])("%s suggests %s", (text, id) => expect(nearestGroup(SCHEMES["ew-2021"], text)?.id).toBe(id));

test("a near miss is named with its suggestion and not counted", () => {
  const mapping = {
    form: "counts",
    scheme: "ew-2021",
    ethnicGroup: "Group",
    stages: { applied: "Applied" },
  } as const;
  const { problems, read } = countApplicants(
    [
      ["Group", "Applied"],
      ["Bangladshi", "9"],
    ],
    mapping,
  );
  expect(read).toBe(0);
  expect(problems[0]?.message).toMatch(
    /^Row 2: "Bangladshi" is not a group .* did you mean "[^"]*Bangladeshi"/,
  );
});
