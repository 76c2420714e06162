import { looksLikeFormula } from "#app/domain/spreadsheet/cell.ts";
import { requireDistinct } from "#app/domain/spreadsheet/columns.ts";
import type { Scheme, SchemeId } from "./category.ts";
import { answerSpellings, type Characteristic } from "./characteristics.ts";
import { STAGES, funnelProblems, type CountsByCategory, type CountsByStage, type Stage } from "./round.ts";
import { groupNamer } from "./group-name.ts";
import { nearestGroup } from "./nearest-group.ts";
import { RowProblems, type Problem } from "./row-problems.ts";
import { plainKey } from "./plain-key.ts";
import { SCHEMES, spellings } from "./schemes.ts";

/** Which column is which, by header. */
export type ApplicantMapping = {
  readonly scheme: SchemeId;
  readonly ethnicGroup: string;
  /** What the ethnic group column says, to the group meant; the scheme's own spellings are understood without. */
  readonly groupWords?: Readonly<Record<string, string>>;
} & (
  | {
      /** One row for each applicant; the stage column holds the furthest stage the person got to. */
      readonly form: "applicants";
      readonly stage: string;
      /** What the stage column says, to the stage meant; the stages' own names are understood without. */
      readonly stageWords: Readonly<Record<string, Stage>>;
      /** One more characteristic, and what its column says to the answer meant. */
      readonly other?: {
        readonly characteristic: Characteristic;
        readonly column: string;
        readonly words: Readonly<Record<string, string>>;
      };
      /** A column that says "yes" for people recruited from abroad. */
      readonly fromAbroad?: string;
    }
  | {
      /** One row for each group; a column of counts for each stage. */
      readonly form: "counts";
      readonly stages: Readonly<Partial<Record<Stage, string>>>;
    }
);

export interface CountedApplicants {
  /** Refused rows are left out. Stages that were not mapped are null. */
  readonly counts: CountsByStage;
  /** Null where the columns were not mapped. */
  readonly other: CountsByStage | null;
  readonly intersections: CountsByStage | null;
  readonly international: CountsByStage | null;
  readonly read: number;
  readonly refused: number;
  readonly problems: readonly Problem[];
  /** Refused rows that no problem names: there were too many different ones. */
  readonly unlisted: number;
}

/**
 * Counts parsed spreadsheet rows, header first, keeping no row: `rows` may be a generator. Rows that cannot be read are
 * left out and named. Throws RangeError when the header is missing, has duplicates, or lacks a mapped column.
 */
export function countApplicants(
  rows: Iterable<readonly string[]>,
  mapping: ApplicantMapping,
): CountedApplicants {
  const iterator = rows[Symbol.iterator]();
  const first = iterator.next();
  if (first.done)
    throw new RangeError("The file is empty: it needs a header row and at least one row below it.");
  const columnOf = columnsByHeader(first.value);
  const groupOf = groupReader(SCHEMES[mapping.scheme], mapping.groupWords ?? {});
  const groupColumn = columnOf(mapping.ethnicGroup);
  const tally = new Tally();
  const problems = new RowProblems();
  const readRow =
    mapping.form === "applicants" ? applicantReader(mapping, columnOf) : countReader(mapping, columnOf);
  let [row, read, refused] = [1, 0, 0];
  for (let next = iterator.next(); !next.done; next = iterator.next()) {
    row += 1;
    const cells = next.value;
    if (cells.every((cell) => cell.trim() === "")) continue;
    const group = groupOf(cells[groupColumn] ?? "");
    const found = "problem" in group ? group : readRow(cells);
    if ("problem" in found) {
      refused += 1;
      problems.add(row, found.problem);
      continue;
    }
    read += 1;
    if ("id" in group) tally.add(group.id, found);
  }
  if (mapping.form === "applicants") tally.dropReachedUnlessSaid();
  const counts = tally.stages("counts");
  const ofAllRows = funnelProblems(counts, groupNamer({ scheme: mapping.scheme, other: null }));
  const mapped = mapping.form === "applicants" ? mapping : null;
  return {
    counts,
    other: mapped?.other ? tally.stages("other") : null,
    intersections: mapped?.other ? tally.stages("intersections") : null,
    international: mapped?.fromAbroad ? tally.stages("international", counts) : null,
    read,
    refused,
    problems: [...problems.list(), ...ofAllRows.map((message) => ({ message }))],
    unlisted: problems.unlisted,
  };
}

/** Counts by table, stage and group. */
class Tally {
  private readonly tables = new Map<string, Partial<Record<Stage, CountsByCategory>>>();

  add(group: string, { people, answer, fromAbroad }: Found): void {
    for (const [stage, count] of people) {
      this.put("counts", stage, group, count);
      if (answer !== undefined) {
        this.put("other", stage, answer, count);
        this.put("intersections", stage, `${group}|${answer}`, count);
      }
      if (fromAbroad) this.put("international", stage, group, count);
    }
  }

  /** Null where nobody was counted, unless they were in `like`: then nobody of them is in this table. */
  stages(name: string, like?: CountsByStage): CountsByStage {
    const table = this.tables.get(name) ?? {};
    return Object.fromEntries(
      STAGES.map((stage) => [stage, table[stage] ?? (like?.[stage] ? {} : null)]),
    ) as CountsByStage;
  }

  /**
   * A file of applicants knows only those it reached who applied, and to count them as all who were reached would be a false
   * figure. So the stage is counted only where a row says that somebody was reached and got no further.
   */
  dropReachedUnlessSaid(): void {
    const { reached, applied } = this.tables.get("counts") ?? {};
    const people = (counts: CountsByCategory = {}) => Object.values(counts).reduce((sum, n) => sum + n, 0);
    if (people(reached) > people(applied)) return;
    for (const table of this.tables.values()) delete table.reached;
  }

  private put(name: string, stage: Stage, id: string, count: number): void {
    const table = this.tables.get(name) ?? {};
    this.tables.set(name, table);
    const people = (table[stage] ??= {});
    people[id] = (people[id] ?? 0) + count;
  }
}

type Refusal = { readonly problem: string };
type Found = {
  readonly people: readonly (readonly [Stage, number])[];
  readonly answer?: string;
  readonly fromAbroad?: boolean;
};
type RowReader = (cells: readonly string[]) => Found | Refusal;

function columnsByHeader(header: readonly string[]): (name: string) => number {
  const columns = new Map<string, number>();
  requireDistinct(header);
  header.forEach((cell, index) => columns.set(cell.trim().toLowerCase(), index));
  columns.delete("");
  return (name) => {
    const column = columns.get(name.trim().toLowerCase());
    if (column === undefined)
      throw new RangeError(`There is no column headed "${name}"; choose one of the file's columns.`);
    return column;
  };
}

/** Reads a cell once for each different text: a hundred thousand rows hold a few dozen. */
function groupReader(
  scheme: Scheme,
  words: Readonly<Record<string, string>>,
): (text: string) => { readonly id: string } | Refusal {
  const known = new Map(spellings(scheme));
  const ids = new Set(known.values());
  for (const [word, id] of Object.entries(words)) if (ids.has(id)) known.set(plainKey(word), id);
  const others = Object.values(SCHEMES).filter(({ id }) => id !== scheme.id);
  const seen = new Map<string, { id: string } | Refusal>();
  const look = (text: string): { id: string } | Refusal => {
    if (looksUnsafe(text))
      return { problem: "the ethnic group holds a formula or script; type the group's name." };
    const id = known.get(plainKey(text));
    if (id) return { id };
    const elsewhere = others.find((other) => spellings(other).has(plainKey(text)));
    if (elsewhere) {
      return {
        problem: `"${text}" belongs to another list (${elsewhere.name}), not ${scheme.name}; use one list for all rows.`,
      };
    }
    const near = nearestGroup(scheme, text);
    const remedy = near
      ? `did you mean "${near.label}"? Map it to that, to another group, or to "Self described".`
      : 'map it to one, or to "Self described".';
    return { problem: `"${text.slice(0, 60)}" is not a group of ${scheme.name}; ${remedy}` };
  };
  return (text) => {
    let answer = seen.get(text);
    if (!answer) seen.set(text, (answer = look(text)));
    return answer;
  };
}

/** A lone dash is how many forms write "nothing here". */
export function looksUnsafe(text: string): boolean {
  return (looksLikeFormula(text) && text.trim() !== "-") || /<[a-z!/]/i.test(text);
}

const YES = new Set(["yes", "y", "true", "1", "international", "overseas", "abroad"]);

function applicantReader(
  mapping: Extract<ApplicantMapping, { form: "applicants" }>,
  columnOf: (name: string) => number,
): RowReader {
  const column = columnOf(mapping.stage);
  const words = new Map<string, Stage>(STAGES.map((stage) => [plainKey(stage), stage]));
  for (const [word, stage] of Object.entries(mapping.stageWords)) words.set(plainKey(word), stage);
  const { other, fromAbroad } = mapping;
  const otherColumn = other && columnOf(other.column);
  const abroadColumn = fromAbroad === undefined ? undefined : columnOf(fromAbroad);
  const answers = other && answerSpellings(other.characteristic, other.words);
  return (cells) => {
    const text = cells[column] ?? "";
    if (looksUnsafe(text)) return { problem: "the stage holds a formula or script; type the stage's name." };
    const furthest = words.get(plainKey(text));
    if (!furthest) return { problem: `"${text.slice(0, 60)}" is not a stage; say which stage it means.` };
    const people = STAGES.slice(0, STAGES.indexOf(furthest) + 1).map((stage) => [stage, 1] as const);
    const said = otherColumn === undefined ? "" : (cells[otherColumn] ?? "");
    if (looksUnsafe(said)) return { problem: "a cell holds a formula or script; type the answer itself." };
    const answer = answers?.get(plainKey(said));
    if (answers && answer === undefined)
      return { problem: `"${said.slice(0, 60)}" is not an answer we know; say what it means.` };
    const abroad = abroadColumn !== undefined && YES.has(plainKey(cells[abroadColumn] ?? ""));
    return { people, ...(answer === undefined ? {} : { answer }), fromAbroad: abroad };
  };
}

function countReader(
  mapping: Extract<ApplicantMapping, { form: "counts" }>,
  columnOf: (name: string) => number,
): RowReader {
  const columns = STAGES.flatMap((stage) => {
    const header = mapping.stages[stage];
    return header === undefined ? [] : [{ stage, header, column: columnOf(header) }];
  });
  return (cells) => {
    const people: [Stage, number][] = [];
    for (const { stage, header, column } of columns) {
      const text = (cells[column] ?? "").trim().replaceAll(",", "");
      const problem = countProblem(text);
      if (problem) return { problem: `${header} ${problem}` };
      const before = people.at(-1);
      if (before && Number(text) > before[1]) {
        return {
          problem: `${header} is ${text}, more than the ${before[1]} at the stage before; correct one of them.`,
        };
      }
      people.push([stage, Number(text)]);
    }
    return { people };
  };
}

function countProblem(text: string): string | null {
  if (text === "") return "is empty; enter 0 if there was nobody.";
  if (/^-\d/.test(text)) return `is ${text}; a number of people cannot be less than 0.`;
  if (looksUnsafe(text)) return "holds a formula or script; enter the number itself.";
  if (/^\d+\.\d*[1-9]\d*$/.test(text)) return `is ${text}; people come in whole numbers.`;
  if (!/^\d{1,7}(\.0*)?$/.test(text)) return `is "${text.slice(0, 60)}", which is not a number of people.`;
  return null;
}
