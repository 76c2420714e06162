import { z } from "zod";
import type { CountableColumns } from "../spreadsheet/columns.ts";
import { valuesOf } from "../spreadsheet/columns.ts";
import { looksUnsafe, type ApplicantMapping } from "./count-applicants.ts";
import type { SchemeId } from "./category.ts";
import { answerSpellings, Characteristic } from "./characteristics.ts";
import { plainKey } from "./plain-key.ts";
import { Stage, STAGES } from "./round.ts";
import { SCHEMES, spellings } from "./schemes.ts";

const column = z.string().max(300).optional();

/** What the import form says about a spreadsheet's columns. Words that are not understood come as `group:…`, `stage:…`, `answer:…`. */
export const ImportForm = z.object({
  form: z.enum(["applicants", "counts"], "Say what one row of the file is."),
  ethnicGroup: z.string("Choose the column that holds the ethnic group.").min(1).max(300),
  stage: column,
  characteristic: Characteristic.optional(),
  otherColumn: column,
  fromAbroad: column,
});
export type ImportForm = z.infer<typeof ImportForm>;

export const wordField = (kind: "group" | "stage" | "answer", word: string) => `${kind}:${word}`;

/**
 * The mapping that a form means. `typed` is everything the form sent.
 * Throws RangeError naming the choice that is missing.
 */
export function mappingFrom(
  form: ImportForm,
  scheme: SchemeId,
  typed: Readonly<Record<string, unknown>>,
): ApplicantMapping {
  const words = (kind: "group" | "stage" | "answer") =>
    Object.fromEntries(
      Object.entries(typed).flatMap(([name, value]) =>
        name.startsWith(`${kind}:`) && typeof value === "string" && value !== ""
          ? [[name.slice(kind.length + 1), value]]
          : [],
      ),
    );
  const shared = { scheme, ethnicGroup: form.ethnicGroup, groupWords: words("group") };
  if (form.form === "counts") {
    const stages = STAGES.flatMap((stage) => {
      const header = typed[`column:${stage}`];
      return typeof header === "string" && header !== "" ? [[stage, header] as const] : [];
    });
    if (stages.length === 0) throw new RangeError("Choose the column of at least one stage.");
    return { ...shared, form: "counts", stages: Object.fromEntries(stages) };
  }
  if (!form.stage) throw new RangeError("Choose the column that says how far each person got.");
  const stageWords = Object.fromEntries(
    Object.entries(words("stage")).flatMap(([word, value]) => {
      const stage = Stage.safeParse(value);
      return stage.success ? [[word, stage.data]] : [];
    }),
  );
  const { characteristic, otherColumn, fromAbroad } = form;
  if (Boolean(characteristic) !== Boolean(otherColumn))
    throw new RangeError("For one more characteristic choose both what it is and its column, or neither.");
  return {
    ...shared,
    form: "applicants",
    stage: form.stage,
    stageWords,
    ...(characteristic && otherColumn
      ? { other: { characteristic, column: otherColumn, words: words("answer") } }
      : {}),
    ...(fromAbroad ? { fromAbroad } : {}),
  };
}

export interface UnknownWord {
  readonly kind: "group" | "stage" | "answer";
  readonly word: string;
}

/** More would be a list nobody reads: then the column is the wrong one, or the file needs tidying first. */
const MOST_WORDS = 60;

/** What the mapped columns say that is not understood without help. A formula or script is not offered: it is refused whatever it means. */
export function unknownWords(table: CountableColumns, form: ImportForm, scheme: SchemeId): UnknownWord[] {
  const stages = new Map<string, unknown>(STAGES.map((stage) => [plainKey(stage), stage]));
  const missing = (
    kind: UnknownWord["kind"],
    name: string | undefined,
    known: ReadonlyMap<string, unknown>,
  ) =>
    (name ? valuesOf(table, name) : [])
      .filter((word) => word.trim() !== "" && !known.has(plainKey(word)) && !looksUnsafe(word))
      .map((word) => ({ kind, word }));
  return [
    ...missing("group", form.ethnicGroup, spellings(SCHEMES[scheme])),
    ...(form.form === "applicants" ? missing("stage", form.stage, stages) : []),
    ...(form.form === "applicants" && form.characteristic
      ? missing("answer", form.otherColumn, answerSpellings(form.characteristic))
      : []),
  ].slice(0, MOST_WORDS);
}
