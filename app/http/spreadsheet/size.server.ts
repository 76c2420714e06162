import { announcedSize } from "../upload.server.ts";

/** Large enough for a year of a large trust, small enough to be read in memory. */
export const MOST_BYTES = 50 * 1024 * 1024;

/** The longest body of a form with a spreadsheet: the file and a little for the other fields. */
export const MOST_FORM_BYTES = MOST_BYTES + 64 * 1024;

/** Where such a form is sent. Every other address takes far less. */
export function takesSpreadsheet(path: string): boolean {
  return /^\/o\/[^/]+\/recruitment\/(?:[^/]+\/import|benchmarks)$/.test(path);
}

/** Call before reading a form that may hold a spreadsheet: one that is too large, or hides its size, is not read at all. */
export function isTooLarge(request: Request): boolean {
  const size = announcedSize(request);
  const hasFile = request.headers.get("Content-Type")?.startsWith("multipart/") ?? false;
  return Number.isNaN(size) ? hasFile : size > MOST_FORM_BYTES;
}
