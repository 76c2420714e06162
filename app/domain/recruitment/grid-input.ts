import type { FieldErrors } from "../refusal.ts";
import type { GridRow } from "./grid-rows.ts";
import { stageWords } from "./stage-words.ts";
import { STAGES, type CountsByStage, type Stage } from "./round.ts";

/** The name of one field of a counts grid. */
export const gridField = (stage: Stage, row: string) => `${stage}|${row}`;

/**
 * Reads a grid of counts as typed. A stage with every field empty was not counted (null); as soon as one is filled, the
 * empty ones of that stage are 0. Rows with nobody are left out.
 */
export function readGrid(
  typed: Readonly<Record<string, unknown>>,
  rows: readonly GridRow[],
): { counts: CountsByStage; errors: FieldErrors } {
  const errors: FieldErrors = {};
  const read = (stage: Stage): Record<string, number> | null => {
    const cells = rows.map(({ id, label }) => ({
      row: id,
      label,
      text: textOf(typed[gridField(stage, id)]),
    }));
    if (cells.every(({ text }) => text === "")) return null;
    const people: Record<string, number> = {};
    for (const { row, label, text } of cells) {
      const count = Number(text || "0");
      if (!/^\d{0,7}$/.test(text) || count > 1_000_000)
        errors[gridField(stage, row)] = [
          `${label}, ${stageWords(stage)}: “${text.slice(0, 20)}” is not a number of people. Use a whole number from 0 to 1,000,000.`,
        ];
      else if (count > 0) people[row] = count;
    }
    return people;
  };
  const counts = Object.fromEntries(STAGES.map((stage) => [stage, read(stage)])) as CountsByStage;
  return { counts, errors };
}

/** "1,000" and " 12 " are what people type. */
function textOf(value: unknown): string {
  return typeof value === "string" ? value.replace(/[\s,]/g, "") : "";
}

/** What a grid shows for stored counts: 0 where a stage was counted, nothing where it was not. */
export function gridValues(counts: CountsByStage | null, rows: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    STAGES.flatMap((stage) =>
      rows.map((row) => {
        const people = counts?.[stage];
        return [gridField(stage, row), people ? String(people[row] ?? 0) : ""];
      }),
    ),
  );
}
