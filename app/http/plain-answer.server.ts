/** Answers that are no pages: text, bytes and JSON for software to read. */

/**
 * How long others may keep an answer. Browsers ask each time and mostly get a 304; a cache in front of the server may
 * answer by itself for a minute. Nothing is served stale beyond that, because words that were withdrawn must go.
 */
export const freshness = {
  /** What changes with each publication. */
  page: "public, max-age=0, s-maxage=60, must-revalidate",
  /** What nobody may answer from memory. */
  never: "no-cache",
  /** What cannot change: its address says all that is in it. */
  forever: "public, max-age=31536000, immutable",
} as const;

type Answer = { type: string; cache: string; filename?: string; headers?: Record<string, string> };

/** A body of any type. `filename` makes browsers save it. */
export function answer(
  body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>,
  { type, cache, filename, headers }: Answer,
): Response {
  return new Response(body, {
    headers: {
      "Content-Type": type,
      "Cache-Control": cache,
      ...(filename ? { "Content-Disposition": `attachment; filename="${filename}"` } : {}),
      ...headers,
    },
  });
}

export const plainText = "text/plain; charset=utf-8";
export const json = "application/json; charset=utf-8";

/** Any site's pages may read this: it is public, and a reading changes nothing. */
export const forAnybody = { "Access-Control-Allow-Origin": "*" };

/** A refusal as a sentence, for whoever reads plain answers. */
export function refuse(status: 400 | 404, sentence: string): Response {
  return new Response(`${sentence}\n`, {
    status,
    headers: { "Content-Type": plainText, "Cache-Control": freshness.never },
  });
}

/** @throws Response (404) when there is no such thing. */
export function orNotFound<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw refuse(404, `There is no such ${what}.`);
  return found;
}
