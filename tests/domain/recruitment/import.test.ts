import { describe, expect, test } from "vitest";
import { countApplicants, type ApplicantMapping } from "#app/domain/recruitment/count-applicants.ts";
import { rollUp, SCHEMES } from "#app/domain/recruitment/schemes.ts";

const applicants: ApplicantMapping = {
  form: "applicants",
  scheme: "ew-2021",
  ethnicGroup: "Ethnicity",
  stage: "Outcome",
  stageWords: { Hired: "appointed", "Not shortlisted": "applied" },
};
const counts: ApplicantMapping = {
  form: "counts",
  scheme: "ew-2021",
  ethnicGroup: "Group",
  stages: { applied: "Applied", shortlisted: "Shortlisted" },
};

describe("one row for each applicant", () => {
  test("counts every stage up to the furthest, and keeps the kinds of no answer apart", () => {
    const result = countApplicants(
      [
        ["Name", "Ethnicity", "Outcome"],
        ["A", "Black – African", "Hired"],
        ["B", "black african", "Not shortlisted"],
        ["C", "Prefer not to say", "shortlisted"],
        ["D", "", "applied"],
        ["", "", ""],
        ["E", "Asian", "applied"],
      ],
      applicants,
    );
    expect(result).toMatchObject({ read: 5, refused: 0, problems: [] });
    expect(result.counts.applied).toEqual({
      black_african: 2,
      prefer_not_to_say: 1,
      not_recorded: 1,
      "five:asian": 1,
    });
    expect(result.counts.appointed).toEqual({ black_african: 1 });
    expect(result.counts.there_after_6_months).toBeNull();
    expect(JSON.stringify(result)).not.toContain('"A"');
  });

  test.each([
    ["=HYPERLINK(1)", "applied", /Row 2: .*formula or script/],
    ["<script>", "applied", /Row 2: .*formula or script/],
    ["Martian", "applied", /Row 2: "Martian" is not a group/],
    ["Filipino", "applied", /Row 2: .*another list \(Northern Ireland/],
    ["Arab", "ghosted", /Row 2: "ghosted" is not a stage/],
  ])("refuses %s, %s", (group, outcome, message) => {
    const { problems, refused } = countApplicants(
      [
        ["Ethnicity", "Outcome"],
        [group, outcome],
      ],
      applicants,
    );
    expect(refused).toBe(1);
    expect(problems[0]?.message).toMatch(message);
  });

  test("100,000 rows from a generator, with only the first problems kept", () => {
    function* rows() {
      yield ["Ethnicity", "Outcome"];
      for (let row = 0; row < 100_000; row += 1)
        yield [row % 100 === 0 ? `Nobody ${row}` : "White Irish", "applied"];
    }
    const { counts: found, refused, problems, unlisted } = countApplicants(rows(), applicants);
    expect(found.applied).toEqual({ white_irish: 99_000 });
    expect([refused, problems.length, unlisted]).toEqual([1000, 200, 800]);
  });

  test("nobody is said to have been reached unless a row says that somebody was, and went no further", () => {
    const header = ["Ethnicity", "Outcome"];
    const applied = countApplicants([header, ["Arab", "applied"], ["Arab", "Hired"]], applicants);
    expect(applied.counts).toMatchObject({ reached: null, applied: { other_arab: 2 } });
    const reached = countApplicants([header, ["Arab", "reached"], ["Arab", "Hired"]], applicants);
    expect(reached.counts).toMatchObject({ reached: { other_arab: 2 }, applied: { other_arab: 1 } });
  });
});

describe("one row for each group", () => {
  test.each([
    ["-1", "0", /cannot be less than 0/],
    ["2.5", "0", /whole numbers/],
    ["two", "0", /not a number of people/],
    ["", "0", /is empty/],
    ["=5", "0", /formula/],
    ["5", "6", /more than the 5 at the stage before/],
  ])("refuses %s applied, %s shortlisted", (applied, shortlisted, message) => {
    const { problems } = countApplicants(
      [
        ["Group", "Applied", "Shortlisted"],
        ["Arab", applied, shortlisted],
      ],
      counts,
    );
    expect(problems[0]?.message).toMatch(message);
  });

  test("adds rows of the same group and reads thousands commas", () => {
    const rows = [
      ["Group", "Applied", "Shortlisted"],
      ["Arab", "1,000", "2"],
      ["Arab", "5", "1.0"],
    ];
    expect(countApplicants(rows, counts).counts.applied).toEqual({ other_arab: 1005 });
  });
});

test("the header must be there, without duplicates, with the mapped columns", () => {
  expect(() => countApplicants([], counts)).toThrow(/empty/);
  expect(() => countApplicants([["Group", "group ", "Applied"]], counts)).toThrow(
    /Row 1 has two columns headed "group"/,
  );
  expect(() => countApplicants([["Group", "Applied"]], counts)).toThrow(/no column headed "Shortlisted"/);
});

test("only schemes that allow it roll up to the five groups", () => {
  expect(SCHEMES["ew-2021"].categories).toHaveLength(19);
  expect(SCHEMES["gss-18"].categories).toHaveLength(18);
  expect(rollUp(SCHEMES["gss-18"], { black_african: 2, "five:black": 1 }).black).toBe(3);
  expect(() => rollUp(SCHEMES["scotland-2022"], {})).toThrow(/does not roll up/);
  expect(() => rollUp(SCHEMES["ni-2021"], {})).toThrow(RangeError);
});
