import { z } from "zod";

/** The fields that the forms of this room are made of. Browsers send CRLF from a text box: it is stored as LF, so that an
 * unchanged text is never taken for a change. */

/** Words that must be there. @param ask the sentence when they are missing; it names the field, so every refusal begins with it */
export function words(ask: string, max: number) {
  return z
    .string(ask)
    .overwrite((text) => text.replaceAll("\r\n", "\n").trim())
    .min(1, { error: ask, abort: true })
    .max(max, `${ask} Use ${max.toLocaleString("en-GB")} characters or fewer.`);
}

/** Words that may be left out; missing reads as empty. */
export function optionalWords(max: number) {
  return z
    .string()
    .overwrite((text) => text.replaceAll("\r\n", "\n").trim())
    .max(max, `Use ${max.toLocaleString("en-GB")} characters or fewer.`)
    .default("");
}

// Far enough for any real promise, near enough to catch a year typed as 0206 or 20226.
const earliest = "1990-01-01";
const latest = "2100-12-31";

/** A calendar day as `2026-03-31`. @param ask the sentence when it is missing; it names the field */
export function day(ask: string) {
  return z
    .string(ask)
    .pipe(
      z.iso.date({ error: `${ask} Write a real date as year-month-day, such as 2026-03-31.`, abort: true }),
    )
    .refine((iso) => iso >= earliest && iso <= latest, `${ask} It has to be between 1990 and 2100.`);
}

/** Which version of a thing a form was filled from. Pages send it by themselves; a form without it is no page of ours, or a stale one. */
export const formVersion = z.int(
  "This form does not say which version it changes. Open the page again, and type your change there.",
);

/** A figure small enough that it is written and charted without an exponent. */
export function figure(ask: string) {
  return z
    .number(ask)
    .min(-1e12, "Give a figure above minus one trillion.")
    .max(1e12, "Give a figure under one trillion.");
}

/** Why something was changed; asked for at publishing wherever the change weakens a promise. */
export const changeReason = optionalWords(2000);
