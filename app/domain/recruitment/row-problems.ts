/** What could not be read, in a sentence that names the rows. */
export interface Problem {
  readonly message: string;
}

/** Sentences more than this nobody reads; they come from a column that is not what it was taken for. */
const MOST_SENTENCES = 200;
/** Runs of rows in one sentence: more would make a page of megabytes. Those beyond are counted. */
const MOST_RUNS = 1000;
/** From here on the sentence comes first and the rows after it. */
const RUNS_IN_FRONT = 12;

type Rows = { count: number; runs: [first: number, last: number][]; beyond: number };

/** Collects what is wrong, row by row, and says the same thing once: with the number of every row it is true of. */
export class RowProblems {
  private readonly bySentence = new Map<string, Rows>();
  /** Rows whose sentence was one too many. */
  unlisted = 0;

  /** `row` as a spreadsheet numbers it: the header is row 1. Rows come in order. */
  add(row: number, sentence: string): void {
    let rows = this.bySentence.get(sentence);
    if (!rows) {
      if (this.bySentence.size >= MOST_SENTENCES) {
        this.unlisted += 1;
        return;
      }
      this.bySentence.set(sentence, (rows = { count: 0, runs: [], beyond: 0 }));
    }
    rows.count += 1;
    const last = rows.runs.at(-1);
    if (last && last[1] === row - 1 && rows.beyond === 0) last[1] = row;
    else if (rows.runs.length < MOST_RUNS) rows.runs.push([row, row]);
    else rows.beyond += 1;
  }

  /** In the order in which each was first met. */
  list(): Problem[] {
    return [...this.bySentence].map(([sentence, rows]) => ({ message: said(sentence, rows) }));
  }
}

function said(sentence: string, { count, runs, beyond }: Rows): string {
  if (count === 1) return `Row ${runs[0]![0]}: ${sentence}`;
  const named = runs.flatMap(([first, last]) =>
    last === first ? [`${first}`] : last === first + 1 ? [`${first}`, `${last}`] : [`${first} to ${last}`],
  );
  if (beyond > 0) named.push(`${beyond.toLocaleString("en-GB")} rows more`);
  const rows = `${named.slice(0, -1).join(", ")}${named.length > 1 ? " and " : ""}${named.at(-1)}`;
  if (runs.length <= RUNS_IN_FRONT) return `Rows ${rows}: ${sentence}`;
  return `${count.toLocaleString("en-GB")} rows: ${sentence} They are rows ${rows}.`;
}
