import { Refusal } from "#app/domain/refusal.ts";

/** Room for the other fields and the wrapping of a form around its file. */
const aroundTheFile = 64 * 1024;

/**
 * Call before reading a form with a file: what is too large is refused without being held in memory. A browser always says
 * how much it will send, and the server cuts off what goes beyond.
 * @throws Refusal (400, field `file`)
 */
export function requireUploadSize(request: Request, maximum: number): void {
  const announced = Number(request.headers.get("Content-Length") ?? NaN);
  if (Number.isFinite(announced) && announced <= maximum + aroundTheFile) return;
  throw Refusal.invalid({
    file: [
      Number.isFinite(announced)
        ? "The file is larger than 10 MB. Choose a smaller one, or give a link."
        : "The browser did not say how large the file is. Try another browser, or give a link.",
    ],
  });
}
