import { z } from "zod";
import { canonicalJson } from "./canonical.ts";

/**
 * One item of the public record: the leaf of the log. It says what happened and when, and carries a seal of the
 * words, never the words themselves: those lie beside the log, so that they can be withdrawn.
 */
export const RecordEntry = z.strictObject({
  v: z.literal(1),
  /** What sort of entry: a short slug such as `commitment` or `reading`. */
  kind: z
    .string()
    .max(40)
    .regex(/^[a-z]+(-[a-z]+)*$/, "A kind is lower-case words joined by hyphens."),
  /** What it is about, such as `commitment:<uuid>`; without an id where there is only one, such as `organisation`. */
  subject: z
    .string()
    .max(200)
    .regex(
      /^[a-z]+(-[a-z]+)*(:[A-Za-z0-9._~-]+)?$/,
      "A subject is a kind of thing, or one with a colon and an id.",
    ),
  /** When it happened. */
  effectiveOn: z.iso.date(),
  /** When it was recorded: UTC, to the second or finer. */
  recordedAt: z.iso.datetime(),
  /** In what role the author spoke, such as `owner`. Never a name. */
  role: z.string().min(1).max(80),
  /** The author's name, only when they chose to be named. */
  author: z.string().min(1).max(120).optional(),
  /** The seal: HMAC-SHA256 of the canonical body, keyed by its salt, in lower-case hexadecimal. */
  body: z.string().regex(/^[0-9a-f]{64}$/, "A seal is 64 hexadecimal digits."),
});
export type RecordEntry = z.infer<typeof RecordEntry>;

/** The text of an entry: canonical JSON (RFC 8785). Its UTF-8 bytes are the leaf of the log. */
export function encodeEntry(entry: RecordEntry): string {
  return canonicalJson(entry);
}

/** Reads an entry; undefined unless it is an entry written in exactly the canonical way. */
export function parseEntry(text: string): RecordEntry | undefined {
  try {
    const parsed = RecordEntry.safeParse(JSON.parse(text));
    return parsed.success && encodeEntry(parsed.data) === text ? parsed.data : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}
