import { z } from "zod";
import { optionalWords, words } from "../commitment/fields.ts";
import { linesOf } from "../persona/lines.ts";

/** A language by its BCP 47 code, such as `ur` or `pa-Arab`. */
const languageCode = z
  .string("Give the language's code, such as ur for Urdu.")
  .trim()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "Give the language's code, such as ur for Urdu.");

/** The same behaviours in another language, as a translator gave them: one a line. */
export const Translation = z.object({
  language: languageCode,
  name: words("Name the language as its speakers do.", 60),
  title: words("Give the title in this language.", 120),
  lines: z.preprocess(
    (value) => (typeof value === "string" ? linesOf(value) : (value ?? [])),
    z
      .array(z.string().max(400, "Keep each line to 400 characters."))
      .min(1, "Paste the translated lines.")
      .max(20, "A handout has up to 20 lines."),
  ),
});
export type Translation = z.output<typeof Translation>;

/** kind `handout`: one page of behaviours that the organisation agreed, in one version. */
export const HandoutContent = z.object({
  title: words("Give the handout a title.", 120),
  behaviours: z.preprocess(
    (value) => (typeof value === "string" ? linesOf(value) : (value ?? [])),
    z
      .array(z.string().max(240, "Keep each line to 240 characters: it has to be read across a room."))
      .min(3, "Agree at least three behaviours.")
      .max(12, "Keep to 12 behaviours, so that they fit on one page."),
  ),
  translations: z.array(Translation).max(12, "Up to 12 languages fit."),
  agreedWith: words("Say with whom it was agreed.", 600),
  version: z.int().min(1),
});
export type HandoutContent = z.output<typeof HandoutContent>;

/** What the form sends: a translation is pasted in one at a time. */
export const HandoutInput = z.object({
  title: HandoutContent.shape.title,
  behaviours: HandoutContent.shape.behaviours,
  agreedWith: HandoutContent.shape.agreedWith,
  shared: z.boolean().default(false),
  reason: optionalWords(2000),
});

// Scripts that run from right to left, by the languages usually written in them.
const rightToLeft = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"]);
const rightToLeftScripts = new Set(["arab", "hebr", "syrc", "thaa", "nkoo"]);
const leftToRightScripts = new Set(["latn", "cyrl", "deva", "guru"]);

/** Which way a language is written; a script in its code counts before the language (`pa-Arab`, `ku-Latn`). */
export function directionOf(language: string): "ltr" | "rtl" {
  const [base = "", ...rest] = language.toLowerCase().split("-");
  if (rest.some((part) => rightToLeftScripts.has(part))) return "rtl";
  if (rest.some((part) => leftToRightScripts.has(part))) return "ltr";
  return rightToLeft.has(base) ? "rtl" : "ltr";
}

export const handoutSubject = "handout";
