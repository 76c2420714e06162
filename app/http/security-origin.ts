import type { IncomingHttpHeaders } from "node:http";

const reading = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether a request that may change something comes from one of our own pages. Browsers say so in Origin, in
 * Sec-Fetch-Site or in Referer, and a foreign page cannot change what they say. A request that carries none of the three
 * comes from no page at all and is refused as well.
 */
export function isFromOurselves(
  method: string,
  headers: IncomingHttpHeaders,
  ownOrigins: readonly string[],
): boolean {
  if (reading.has(method)) return true;
  // "null" is what a browser says when it may not tell; the two other headers still can.
  if (headers.origin && headers.origin !== "null") return ownOrigins.includes(headers.origin);
  const site = headers["sec-fetch-site"];
  if (site) return site === "same-origin";
  const { referer } = headers;
  return referer !== undefined && URL.canParse(referer) && ownOrigins.includes(new URL(referer).origin);
}

/**
 * One press in a mail program stops letters (RFC 8058): the mail provider sends it, from no page, with nothing but the address.
 * That address is the reader's secret and all that is asked for; no cookie is read there.
 */
export function isOneClick(method: string, path: string): boolean {
  return method === "POST" && /^\/letters\/[^/]+\/at-once$/.test(path);
}

export function refusalOfOrigin(ownOrigins: readonly string[]): string {
  return (
    `This request did not come from a page of this site, so nothing was changed. ` +
    `Open ${ownOrigins[0]} and send the form from there.`
  );
}
