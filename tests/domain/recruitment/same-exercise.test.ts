import { expect, test } from "vitest";
import { looksLikeSameExercise } from "#app/domain/recruitment/same-exercise.ts";

const spring = {
  title: "Spring group 2026",
  body: "board",
  openedOn: "2026-01-05",
  closedOn: "2026-03-01",
} as const;

test.each([
  ["the name written a little differently", { title: "spring group, 2026", openedOn: "2026-01-09" }, true],
  ["the same days under another name", { title: "Governors" }, true],
  ["another body", { body: "leading_team" }, false],
  ["another name and other days", { title: "Autumn group", openedOn: "2026-01-06" }, false],
  ["the same name a year later", { openedOn: "2027-01-05", closedOn: "2027-03-01" }, false],
  ["the same first day, still open, under another name", { title: "Governors", closedOn: null }, false],
] as const)("%s", (_name, change, same) => {
  expect(looksLikeSameExercise(spring, { ...spring, ...change })).toBe(same);
});
