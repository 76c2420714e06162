import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Release } from "#app/domain/recruitment/figures.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { ReleaseWork } from "./release-work.server.ts";

/** What the page promises: "up to a minute". */
const LONGEST_MS = 60_000;
/** More at once would leave no core for anybody else's pages. */
const MOST_AT_ONCE = 2;

let running = 0;

/**
 * The release worked out in a thread of its own, so that other pages are served meanwhile.
 * @throws Refusal (409) when it takes longer than a minute, or too many are being worked out
 */
export async function releaseInThread(work: ReleaseWork, longestMs = LONGEST_MS): Promise<Release> {
  if (running >= MOST_AT_ONCE)
    throw Refusal.conflict("Other exact figures are being worked out just now. Look again in a minute.");
  running += 1;
  // Found from where Kept runs: this module is bundled with the pages, the thread's own file is not.
  const thread = new Worker(join(process.cwd(), "db/release-worker.mjs"), { workerData: work });
  let limit: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Release>((resolve, reject) => {
      thread.once("message", resolve);
      thread.once("error", reject);
      thread.once("exit", () => reject(new Error("The thread that works out a release ended early.")));
      const tooLong = Refusal.conflict(
        "These exact figures take longer than a minute to work out. Choose five groups, or round the figures instead.",
      );
      limit = setTimeout(() => reject(tooLong), longestMs);
    });
  } finally {
    clearTimeout(limit);
    await thread.terminate();
    running -= 1;
  }
}
