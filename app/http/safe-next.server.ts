const elsewhere = "http://kept.invalid";

/** Where to go after signing in: a path of this site, whatever the address asked for. Stops redirects to other sites. */
export function safeNext(next: unknown, fallback = "/account/organisations?go"): string {
  if (typeof next !== "string" || !next.startsWith("/")) return fallback;
  // A browser drops tabs and line ends, and reads a backslash as a slash: "/\t/evil.example" leaves the site.
  if (URL.canParse(next, elsewhere)) {
    const url = new URL(next, elsewhere);
    const path = url.pathname + url.search + url.hash;
    if (url.origin === elsewhere && !path.startsWith("//")) return path;
  }
  return fallback;
}
