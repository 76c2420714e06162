import { readDay } from "../remuneration/read-day.ts";
import { AuditAnswer, voices, voiceWords } from "./answer.ts";
import {
  answerProblems,
  fewProblems,
  mostPeople,
  mostRounds,
  type PlannedRound,
  type ReadAnswers,
  roundProblem,
} from "./import-plan.ts";
import { plainWord } from "../spreadsheet/plain-word.ts";
import { readLevel, readQuestion, readVoice } from "./import-words.ts";
import { type Instrument, levels, levelWords } from "./instrument.ts";

/** The columns of the spreadsheet, in any order, each with the names that it may have. */
export const answerColumns = {
  round: ["round"],
  opensOn: ["first day", "opens", "opens on", "from"],
  closesOn: ["last day", "closes", "closes on", "to"],
  voice: ["voice"],
  person: ["person"],
  question: ["question"],
  level: ["level"],
  evidence: ["evidence"],
  evidenceOn: ["evidence date", "evidence on"],
  note: ["note"],
} as const;
type Column = keyof typeof answerColumns;

const optional: readonly Column[] = ["evidence", "evidenceOn", "note"];

/**
 * Past rounds from a spreadsheet with one row for each answer, the header first. A row without a level counts its person as
 * asked. The words under “person” tell people apart within a voice and round and are dropped.
 *
 * @param today ISO date
 * @returns the plan, or every row that is wrong, as “Row 14, level: …” (the header is row 1)
 */
export function readAnswersTable(
  rows: readonly (readonly string[])[],
  instrument: Instrument,
  today: string,
): ReadAnswers {
  const header = rows[0] ?? [];
  const columns = placesOf(header);
  const missing = (Object.keys(answerColumns) as Column[]).filter(
    (column) => columns[column] === undefined && !optional.includes(column),
  );
  if (missing.length > 0)
    return {
      ok: false,
      problems: missing.map(
        (column) => `There is no column “${answerColumns[column][0]}”. Row 1 names the columns.`,
      ),
    };
  const file = new TableReader(instrument, columns, today);
  rows.slice(1).forEach((cells, index) => {
    if (cells.some((cell) => cell.trim() !== "")) file.read(cells, index + 2);
  });
  return file.result(passedOver(rows, columns));
}

/** Columns of which nothing is kept, so that a misspelt name is not lost in silence. Empty ones without a name are no columns. */
function passedOver(
  rows: readonly (readonly string[])[],
  columns: Partial<Record<Column, number>>,
): string[] {
  const read = new Set(Object.values(columns));
  const width = Math.max(...rows.map((cells) => cells.length));
  return Array.from({ length: width }, (_, at) => at).flatMap((at) => {
    if (read.has(at)) return [];
    const name = (rows[0]?.[at] ?? "").trim();
    if (name) return [quoted(name)];
    return rows.some((cells) => (cells[at] ?? "").trim()) ? [`column ${at + 1}, which has no name`] : [];
  });
}

function placesOf(header: readonly string[]): Partial<Record<Column, number>> {
  const names = header.map(plainWord);
  const found: Partial<Record<Column, number>> = {};
  for (const [column, words] of Object.entries(answerColumns) as [Column, readonly string[]][]) {
    const place = words.map((word) => names.indexOf(plainWord(word))).find((at) => at >= 0);
    if (place !== undefined) found[column] = place;
  }
  return found;
}

type Person = PlannedRound["people"][number] & { rows: Map<string, number> };
type Round = Omit<PlannedRound, "people"> & { row: number; people: Map<string, Person> };

class TableReader {
  private readonly rounds = new Map<string, Round>();
  private readonly problems: string[] = [];

  constructor(
    private readonly instrument: Instrument,
    private readonly columns: Partial<Record<Column, number>>,
    private readonly today: string,
  ) {}

  read(cells: readonly string[], row: number): void {
    const cell = (column: Column) => (cells[this.columns[column] ?? -1] ?? "").trim();
    const wrong = (column: Column, sentence: string) => {
      this.problems.push(`Row ${row}, ${answerColumns[column][0]}: ${sentence}`);
      return undefined;
    };
    const day = (column: Column) => {
      try {
        return readDay(cell(column));
      } catch (error) {
        return wrong(column, (error as Error).message);
      }
    };
    const title = cell("round").slice(0, 200) || wrong("round", "name the round.");
    const [opensOn, closesOn] = [day("opensOn"), day("closesOn")];
    const voice =
      readVoice(cell("voice")) ??
      wrong(
        "voice",
        `${quoted(cell("voice"))} is no voice. Use ${listed(voices.map((one) => voiceWords[one]))}.`,
      );
    const label =
      cell("person") || wrong("person", "give a number or letter that tells this person from others.");
    if (!title || !opensOn || !closesOn || !voice || !label) return;
    const round = this.roundOf({ title, opensOn, closesOn }, row);
    if (!round) return;
    const person = this.personOf(round, voice, label, row);
    if (!cell("level")) {
      if (cell("evidence") || cell("note"))
        wrong("level", "there are words but no level. Give one, or “cannot tell”.");
      return;
    }
    const question =
      readQuestion(this.instrument, cell("question")) ??
      wrong(
        "question",
        `${quoted(cell("question"))} is not asked in “${this.instrument.title}”, version ${this.instrument.version}.`,
      );
    const level =
      readLevel(cell("level")) ??
      wrong(
        "level",
        `${quoted(cell("level"))} is no level. Use ${listed([...levels.map((one) => levelWords[one]), "cannot tell"])}.`,
      );
    const evidenceOn = cell("evidenceOn") ? day("evidenceOn") : null;
    if (!question || !level || evidenceOn === undefined) return;
    const parsed = AuditAnswer.safeParse({
      question,
      level,
      evidence: cell("evidence"),
      evidenceOn,
      note: cell("note"),
    });
    if (!parsed.success) {
      for (const { path, message } of parsed.error.issues) wrong((path[0] as Column) ?? "level", message);
      return;
    }
    for (const sentence of answerProblems(voice, parsed.data, closesOn)) wrong("evidence", sentence);
    const first = person.rows.get(question);
    if (first !== undefined) {
      wrong("question", `this person answered it in row ${first} already. Leave one of the two out.`);
      return;
    }
    person.rows.set(question, row);
    person.answers.push(parsed.data);
  }

  private roundOf(given: Omit<PlannedRound, "people">, row: number): Round | undefined {
    const key = plainWord(given.title) || given.title;
    const known = this.rounds.get(key);
    if (!known) {
      const problem = roundProblem(given, this.today);
      if (problem) this.problems.push(`Row ${row}: ${problem}`);
      if (this.rounds.size === mostRounds)
        this.problems.push(`Row ${row}: a file has ${mostRounds} rounds at most. Import it in parts.`);
      const made: Round = { ...given, row, people: new Map() };
      this.rounds.set(key, made);
      return made;
    }
    if (known.opensOn === given.opensOn && known.closesOn === given.closesOn) return known;
    this.problems.push(
      `Row ${row}: the round “${given.title}” is from ${given.opensOn} to ${given.closesOn} here, and from ${known.opensOn} to ${known.closesOn} in row ${known.row}.`,
    );
    return undefined;
  }

  private personOf(round: Round, voice: Person["voice"], label: string, row: number): Person {
    const key = `${voice} ${label.toLowerCase()}`;
    const known = round.people.get(key);
    if (known) return known;
    if (round.people.size === mostPeople)
      this.problems.push(`Row ${row}: “${round.title}” has more than ${mostPeople} people.`);
    const made: Person = { voice, answers: [], rows: new Map() };
    round.people.set(key, made);
    return made;
  }

  result(passedOver: string[]): ReadAnswers {
    if (this.problems.length > 0) return { ok: false, problems: fewProblems(this.problems) };
    const rounds = [...this.rounds.values()]
      .map(({ people, row: _, ...round }) => ({
        ...round,
        people: [...people.values()].map(({ voice, answers }) => ({ voice, answers })),
      }))
      .sort((a, b) => a.opensOn.localeCompare(b.opensOn));
    if (!rounds.some(({ people }) => people.some(({ answers }) => answers.length > 0)))
      return { ok: false, problems: ["There is no answer in this file: every row lacks its level."] };
    return { ok: true, plan: { instrument: this.instrument, rounds, passedOver } };
  }
}

function quoted(text: string): string {
  return text ? `“${text.slice(0, 60)}”` : "an empty cell";
}

function listed(words: readonly string[]): string {
  return `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
