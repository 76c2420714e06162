import { z } from "zod";
import { faultInWords } from "./library-faults.ts";
import { Need } from "./need.ts";
import { mostNeeds, Provenance } from "./persona.ts";
import { PersonaContent } from "./public.ts";

/** Largest library file that is read, in bytes. */
export const largestLibrary = 2_000_000;
/** Most personas in one file. */
export const mostPersonas = 200;

// A file from elsewhere may hold what this version knows and nothing else: a key that is dropped in silence is a word lost.
const LibraryPersona = z.strictObject({
  ...PersonaContent.shape,
  needs: z
    .array(z.strictObject({ ...PersonaContent.shape.needs.element.shape, need: z.strictObject(Need.shape) }))
    .min(1, "Give the persona at least one need.")
    .max(mostNeeds, `A persona may carry up to ${mostNeeds} needs.`),
  provenance: z.strictObject({
    ...Provenance.shape,
    madeWith: z
      .array(z.strictObject(Provenance.shape.madeWith.element.shape))
      .min(1, "Name at least one organisation that this persona was made with."),
  }),
});

const Entry = z.strictObject({
  id: z.uuid(),
  publishedBy: z.string().trim().min(1).max(200),
  persona: LibraryPersona,
});

/** The open library as a file: what `/personas.json` gives and what another installation imports. */
export const LibraryFile = z.strictObject({
  format: z.literal(
    "kept-persona-library",
    "This is not a persona library. Its format is “kept-persona-library”.",
  ),
  version: z.literal(1, "This library has a version that is not known here. Version 1 can be read."),
  /** The address of the library that it was taken from. */
  source: z
    .url({ protocol: /^https?$/, error: "The source must be the web address of the library." })
    .max(300),
  personas: z.array(Entry).max(mostPersonas, `A library may hold up to ${mostPersonas} personas.`),
  /** Tombstones: what the communities that made it took back. A copy brought in earlier goes with the next import. */
  takenBack: z
    .array(z.strictObject({ id: z.uuid() }))
    .max(mostPersonas, `A library may hold up to ${mostPersonas} tombstones.`)
    .optional(),
  /** Invented examples of a demonstration, each with `example: true`. They are shown and never imported. */
  examples: z.array(Entry).max(mostPersonas, `A library may hold up to ${mostPersonas} examples.`).optional(),
});
export type LibraryFile = z.infer<typeof LibraryFile>;

export type LibraryReading = { ok: true; library: LibraryFile } | { ok: false; errors: string[] };

// More would be a wall that nobody reads; the first ones say what kind of file it is.
const mostErrors = 20;

/**
 * The text of a library file. Another encoding would turn people's words into question marks without a word about it.
 * @throws never; returns the sentence instead of the text
 */
export function decodeLibrary(
  bytes: Uint8Array,
): { ok: true; text: string } | { ok: false; errors: string[] } {
  if (bytes.byteLength > largestLibrary) return { ok: false, errors: [tooLarge] };
  try {
    return { ok: true, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return {
      ok: false,
      errors: ["The file is not in UTF-8. Choose the file as /personas.json gives it, or save it as UTF-8."],
    };
  }
}

const tooLarge = "The file is larger than 2 MB. A persona library is far smaller.";

/** Reads a library that somebody else wrote. A file with any fault is refused whole, each fault with its place. */
export function readLibrary(text: string): LibraryReading {
  if (new TextEncoder().encode(text).length > largestLibrary) return { ok: false, errors: [tooLarge] };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, errors: ["The file is not JSON. Choose the file that /personas.json gives."] };
  }
  if (json === null || typeof json !== "object" || Array.isArray(json))
    return {
      ok: false,
      errors: ["This is not a persona library. Choose the file that /personas.json gives."],
    };
  const parsed = LibraryFile.safeParse(json, { error: faultInWords });
  if (!parsed.success)
    return {
      ok: false,
      errors: parsed.error.issues
        .slice(0, mostErrors)
        .map(({ path, message }) => (path.length > 0 ? `${place(path, json)}: ${message}` : message)),
    };
  if (parsed.data.personas.length === 0 && !parsed.data.takenBack?.length)
    return { ok: false, errors: ["There is no persona in this file."] };
  const errors = [
    ...markup(parsed.data).map(({ path, message }) => `${place(path, json)}: ${message}`),
    ...examples(parsed.data),
    ...twins(parsed.data),
  ];
  return errors.length > 0
    ? { ok: false, errors: errors.slice(0, mostErrors) }
    : { ok: true, library: parsed.data };
}

// Pages escape whatever they show. A persona that carries a program is still no persona, and is not let in.
const program =
  /<\s*\/?\s*[a-z!]|javascript\s*:|\bon[a-z]+\s*=\s*["']|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069]/i;

const halfCharacter = /\p{Cs}/u;

type Fault = { path: PropertyKey[]; message: string };

function markup(value: unknown, path: PropertyKey[] = []): Fault[] {
  if (typeof value === "string")
    // Half of a surrogate pair is no character, and no database keeps it.
    return program.test(value) || halfCharacter.test(value)
      ? [
          {
            path,
            message: "this text holds markup, a script or hidden characters. Only plain text is read.",
          },
        ]
      : [];
  if (Array.isArray(value)) return value.flatMap((one, i) => markup(one, [...path, i]));
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, one]) => markup(one, [...path, key]));
}

/** `personas.1.persona.about (“A porter”)`: the place in the file, with the persona's title where one can be read. */
function place(path: readonly PropertyKey[], json: unknown): string {
  const where = path.map(String).join(".").slice(0, 200);
  if (path[0] !== "personas" || typeof path[1] !== "number") return where;
  const found = Titled.safeParse((json as { personas: unknown[] }).personas[path[1]]);
  const title = found.success ? found.data.persona.title.replace(/[^\p{L}\p{N}\p{P}\p{Zs}]/gu, "") : "";
  return title ? `${where} (“${title.slice(0, 60)}”)` : where;
}

const Titled = z.object({ persona: z.object({ title: z.string() }) });

function examples({ personas }: LibraryFile): string[] {
  return personas.flatMap(({ persona }, i) =>
    persona.example
      ? [`personas.${i}: “${persona.title}” is an invented example. Examples stay where they were made.`]
      : [],
  );
}

function twins({ personas, takenBack = [] }: LibraryFile): string[] {
  const gone = new Set(takenBack.map(({ id }) => id));
  const seen = new Set<string>();
  const needs = new Map<string, string>();
  return personas.flatMap(({ id, persona }, i) => {
    const errors: string[] = [];
    if (seen.has(id)) errors.push(`personas.${i}: the id ${id} is in this file twice.`);
    seen.add(id);
    if (gone.has(id))
      errors.push(`personas.${i}: “${persona.title}” was taken back by its makers, says the same file.`);
    const own = persona.needs.map(({ need }) => need.id);
    if (new Set(own).size < own.length) errors.push(`personas.${i}: “${persona.title}” names a need twice.`);
    for (const { need } of persona.needs) {
      const words = JSON.stringify([need.area, need.title, need.metBy, need.seenBy]);
      if (needs.has(need.id) && needs.get(need.id) !== words)
        errors.push(`personas.${i}: the need ${need.id} means two different things in this file.`);
      needs.set(need.id, words);
    }
    return errors;
  });
}

/** The published JSON Schema of a library file (draft 2020-12). */
export function librarySchema(url: string): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(LibraryFile, { io: "input", target: "draft-2020-12" });
  return { $schema, $id: url, title: "Kept persona library, version 1", ...schema };
}
