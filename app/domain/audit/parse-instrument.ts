import type { z } from "zod";
import { readJson } from "../read-json.ts";
import { Instrument } from "./instrument.ts";

/** Twelve questions in five levels take 20 KB. */
export const maximumInstrumentBytes = 1_000_000;

export type ParsedInstrument = { ok: true; instrument: Instrument } | { ok: false; errors: string[] };

/** Reads an instrument file. One with any error is refused whole, and every error is named with its place: `questions[2].levels.owned`. */
export function parseInstrument(json: string): ParsedInstrument {
  if (json.length > maximumInstrumentBytes)
    return { ok: false, errors: ["An instrument file can be 1 MB at most."] };
  const read = readJson(json);
  if (!read.ok) return { ok: false, errors: [read.problem] };
  const { data } = read;
  const parsed = Instrument.safeParse(data);
  if (parsed.success) return { ok: true, instrument: parsed.data };
  return {
    ok: false,
    errors: firstOf(parsed.error.issues.map(placedSentence)),
  };
}

/** As many as a reader can put right at one sitting. */
const mostErrors = 60;

function firstOf(errors: string[]): string[] {
  const more = errors.length - mostErrors;
  return more > 0 ? [...errors.slice(0, mostErrors), `And ${more} more places.`] : errors;
}

/** What is wrong, after its place: `questions[2].levels.owned: Describe this level in words.` */
export function placedSentence(issue: z.core.$ZodIssue): string {
  return `${placeOf(issue.path)}: ${sentenceOf(issue)}`;
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== "unrecognized_keys") return issue.message;
  return `no field is called ${issue.keys.map((key) => `“${key.slice(0, 60)}”`).join(", ")}. Correct its name, or leave it out.`;
}

function placeOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return "file";
  return path
    .map((part, index) => (typeof part === "number" ? `[${part}]` : `${index > 0 ? "." : ""}${String(part)}`))
    .join("");
}
