import type { Readable } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";

/**
 * A file that somebody uploaded, as a download that can do nothing: never shown in the page, never guessed at, sandboxed.
 * @param cache `private` for the workspace; `public` once it is in the record. Even then nobody may answer from memory without
 *   asking: published evidence can be withdrawn.
 */
export function fileResponse(file: {
  name: string;
  type: string;
  size: number;
  stream: Readable;
  cache: "private" | "public";
}): Response {
  return new Response(createReadableStreamFromReadable(file.stream), {
    headers: {
      "Content-Type": file.type.startsWith("text/") ? `${file.type}; charset=utf-8` : file.type,
      "Content-Length": String(file.size),
      "Content-Disposition": attachment(file.name),
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cache-Control": file.cache === "private" ? "private, no-store" : "public, no-cache",
    },
  });
}

/** RFC 6266: a plain name for old readers and the real one in UTF-8. */
function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7E]|["\\%]/g, "_");
  const exact = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}
