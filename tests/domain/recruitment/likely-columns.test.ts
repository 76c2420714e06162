import { expect, test } from "vitest";
import { likelyColumns } from "#app/domain/recruitment/likely-columns.ts";

test("usual headings are chosen beforehand, however they are written", () => {
  expect(likelyColumns(["Name", "Ethnic origin", "OUTCOME "])).toEqual({
    ethnicGroup: "Ethnic origin",
    stage: "OUTCOME ",
  });
  expect(likelyColumns(["Group", "Applied", "there_after_6_months"])).toEqual({
    ethnicGroup: "Group",
    "column:applied": "Applied",
    "column:there_after_6_months": "there_after_6_months",
  });
});

test("nothing is chosen where two headings mean the same, or none does", () => {
  expect(likelyColumns(["Ethnicity", "ethnicity ", "Notes"])).toEqual({});
  expect(likelyColumns([])).toEqual({});
});
