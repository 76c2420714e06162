import canonicalize from "canonicalize";

/** A JSON value: what an entry's body is made of. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The body of an entry. */
export type JsonObject = { readonly [key: string]: Json };

/** The `content` of a body; empty when it has none. */
export function contentOf(body: JsonObject): JsonObject {
  const { content } = body;
  return typeof content === "object" && content !== null && !Array.isArray(content)
    ? (content as JsonObject)
    : {};
}

/**
 * The one way to write a JSON value (RFC 8785): keys in order, no spaces. Equal values have equal texts, so a hash
 * of the text is a hash of the value.
 *
 * @throws RangeError for what JSON cannot say: a number that is not finite, half of a surrogate pair.
 */
export function canonicalJson(value: Json): string {
  refuseUnsayable(value);
  const text = canonicalize(value);
  if (text === undefined) throw new RangeError("This value cannot be written as JSON.");
  return text;
}

function refuseUnsayable(value: Json): void {
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new RangeError("A number in a record must be finite.");
  }
  if (typeof value === "string" && /\p{Surrogate}/u.test(value)) {
    throw new RangeError("A text in a record holds half of a character.");
  }
  if (typeof value === "object" && value !== null) {
    Object.entries(value).forEach(([key, inner]) => {
      refuseUnsayable(key);
      refuseUnsayable(inner);
    });
  }
}
