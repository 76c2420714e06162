import { describe, expect, test } from "vitest";
import { countApplicants } from "#app/domain/recruitment/count-applicants.ts";
import { mappingFrom, unknownWords } from "#app/domain/recruitment/import-mapping.ts";
import { countableColumns, rowsOf } from "#app/domain/spreadsheet/columns.ts";

const rows = [
  ["Name", "Ethnicity", "Outcome", "Sex", "Overseas"],
  ["A", "Black - African", "Hired", "F", "yes"],
  ["B", "Black African", "Sifted out", "female", ""],
  ["C", "White Irish", "applied", "M", "no"],
  ["D", "Cornish", "applied", "", ""],
];
const form = {
  form: "applicants" as const,
  ethnicGroup: "Ethnicity",
  stage: "Outcome",
  characteristic: "gender" as const,
  otherColumn: "Sex",
  fromAbroad: "Overseas",
};
const table = countableColumns(rows);

describe("mapping a file of applicants", () => {
  test("asks what unknown words mean, then counts by both characteristics and those from abroad", () => {
    expect(unknownWords(table, form, "ew-2021")).toEqual([
      { kind: "group", word: "Cornish" },
      { kind: "stage", word: "Hired" },
      { kind: "stage", word: "Sifted out" },
    ]);
    const typed = {
      "stage:Hired": "appointed",
      "stage:Sifted out": "applied",
      "group:Cornish": "self_described",
    };
    const counted = countApplicants(rowsOf(table), mappingFrom(form, "ew-2021", typed));
    expect(counted).toMatchObject({ read: 4, refused: 0, problems: [] });
    expect(counted.counts.applied).toEqual({ black_african: 2, white_irish: 1, self_described: 1 });
    expect(counted.other?.applied).toEqual({ woman: 2, man: 1, not_recorded: 1 });
    expect(counted.intersections?.appointed).toEqual({ "black_african|woman": 1 });
    expect(counted.international?.applied).toEqual({ black_african: 1 });
  });

  test("a word is mapped only to a group, stage or answer that exists", () => {
    const typed = { "stage:Hired": "president", "group:Cornish": "martian" };
    const { problems } = countApplicants(rowsOf(table), mappingFrom(form, "ew-2021", typed));
    expect(problems.map(({ message }) => /^Rows? [^:]+/.exec(message)?.[0])).toEqual([
      "Row 2",
      "Row 3",
      "Row 5",
    ]);
  });

  test("says which choice is missing", () => {
    expect(() => mappingFrom({ form: "counts", ethnicGroup: "A" }, "ew-2021", {})).toThrow(
      /at least one stage/,
    );
    expect(() => mappingFrom({ form: "applicants", ethnicGroup: "A" }, "ew-2021", {})).toThrow(/how far/);
    expect(() => mappingFrom({ ...form, otherColumn: undefined }, "ew-2021", {})).toThrow(/both/);
  });
});

describe("what is held of a file", () => {
  test("columns with too many different words are dropped while it is read", () => {
    const many = countableColumns([
      ["Name", "Group"],
      ...Array.from({ length: 600 }, (_, n) => [`N${n}`, "Arab"]),
    ]);
    expect(many.columns[0]).toBeNull();
    expect(JSON.stringify(many)).not.toContain("N599");
    expect([...rowsOf(many)][600]).toEqual(["", "Arab"]);
  });

  test("100,000 rows keep their numbers", () => {
    function* file() {
      yield ["Ethnicity", "Outcome", "Name"];
      for (let row = 0; row < 100_000; row += 1)
        yield [row === 4_998 ? "Nobody" : "Arab", "applied", `N${row}`];
    }
    const mapping = mappingFrom(
      { form: "applicants", ethnicGroup: "Ethnicity", stage: "Outcome" },
      "ew-2021",
      {},
    );
    const { counts, problems } = countApplicants(rowsOf(countableColumns(file())), mapping);
    expect(counts.applied).toEqual({ other_arab: 99_999 });
    expect(problems.map(({ message }) => message)).toEqual([expect.stringMatching(/^Row 5000: /)]);
  });

  test("a file without rows or with too many columns is refused", () => {
    expect(() => countableColumns([])).toThrow(/empty/);
    expect(() => countableColumns([Array.from({ length: 201 }, () => "x")])).toThrow(/columns/);
  });
});
