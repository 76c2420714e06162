import { removeHeldFiles } from "#db/held-files.server.ts";
import { lookAgain, type LookOptions } from "./look-again.ts";

/** Removes forgotten uploads now and again, every hour unless told otherwise. Returns what stops it. */
export function startHeldFilesWorker(options: LookOptions = {}): () => Promise<void> {
  return lookAgain(() => removeHeldFiles(), { everyMs: 3_600_000, ...options });
}
