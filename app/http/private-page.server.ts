import type { HeadersFunction } from "@remix-run/node";

/**
 * Headers of a page that belongs to one person: no copy is kept anywhere, no search engine lists it, and its address goes to
 * no other site. It sets no cookie.
 */
export const privateHeaders: HeadersFunction = () => ({
  "Cache-Control": "no-store",
  "X-Robots-Tag": "noindex, nofollow",
});
