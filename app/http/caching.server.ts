import { createHash } from "node:crypto";
import { data, type HeadersFunction } from "@remix-run/node";
import { freshness } from "./plain-answer.server.ts";

/**
 * A public page is a function of the record, the day and the address. `parts` are what it was made from, such as
 * [slug, size, today, path with query]: equal parts, equal bytes.
 */
export function pageTag(parts: readonly (string | number)[]): string {
  const digest = createHash("sha256")
    .update(JSON.stringify([release, ...parts]))
    .digest("base64url");
  return `"${digest.slice(0, 27)}"`;
}

// Another build draws the same facts in other bytes. The start says which build this is (app/server/prepare.mjs).
const release = process.env.KEPT_RELEASE ?? "development";

/**
 * Answers a public page: with its tag, or with 304 when the reader has these bytes already.
 * @param make builds what the page shows; not called when the reader has it
 * @throws Response 304
 */
export async function cached<Page>(
  request: Request,
  parts: readonly (string | number)[],
  make: () => Page | Promise<Page>,
) {
  const tag = pageTag(parts);
  const headers = { ETag: tag, "Cache-Control": freshness.page };
  refuseKnown(request, tag);
  return data(await make(), { headers });
}

/** @throws Response 304 when the reader has what the tag names already. */
export function refuseKnown(request: Request, tag: string): void {
  if (!holds(request.headers.get("If-None-Match"), tag)) return;
  throw new Response(null, { status: 304, headers: { ETag: tag, "Cache-Control": freshness.page } });
}

/** RFC 9110, section 13.1.2: any of a list, weak or strong, or `*`. */
function holds(header: string | null, tag: string): boolean {
  if (!header) return false;
  return header.trim() === "*" || header.split(",").some((one) => one.trim().replace(/^W\//, "") === tag);
}

/** For the `headers` export of every public page. */
export const publicHeaders: HeadersFunction = ({ loaderHeaders, errorHeaders }) =>
  errorHeaders ?? loaderHeaders;
