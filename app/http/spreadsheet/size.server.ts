import { announcedSize } from "../upload.server.ts";
import { MOST_BYTES } from "./read.server.ts";

/** Call before reading a form that may hold a spreadsheet: one that is too large, or hides its size, is not read at all. */
export function isTooLarge(request: Request): boolean {
  const size = announcedSize(request);
  const hasFile = request.headers.get("Content-Type")?.startsWith("multipart/") ?? false;
  return Number.isNaN(size) ? hasFile : size > MOST_BYTES + 64 * 1024;
}
