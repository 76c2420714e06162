import { Refusal } from "#app/domain/refusal.ts";

/** Room for the other fields and the wrapping of a form around its file. */
const aroundTheFile = 64 * 1024;

/** How much the browser says it will send; the server cuts off what goes beyond. NaN when it does not say. */
export function announcedSize(request: Request): number {
  return Number(request.headers.get("Content-Length") ?? NaN);
}

/**
 * Call before reading a form with a file: what is too large is refused without being held in memory.
 * @throws Refusal (400, field `file`)
 */
export function requireUploadSize(request: Request, maximum: number): void {
  const size = announcedSize(request);
  if (size <= maximum + aroundTheFile) return;
  const sentence = Number.isNaN(size)
    ? "The browser did not say how large the file is. Try another browser, or give a link."
    : "The file is larger than 10 MB. Choose a smaller one, or give a link.";
  throw Refusal.invalid({ file: [sentence] });
}
