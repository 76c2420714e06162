import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { Release } from "#app/domain/recruitment/figures.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { ReleaseWork } from "./release-work.server.ts";

/** What the page promises: "up to a minute". */
const LONGEST_MS = 60_000;
/** More at once would leave no core for anybody else's pages. */
const MOST_AT_ONCE = 2;

let running = 0;

/** Whether the next release has to wait until others are worked out. */
export const isBusy = () => running >= MOST_AT_ONCE;

/**
 * The release worked out in a thread of its own, so that other pages are served meanwhile. What breaks in there is told to
 * whoever runs Kept, on standard error; whoever asked gets a sentence and may ask again.
 * @throws Refusal (409) when it takes longer than a minute, breaks, or too many are being worked out
 */
export async function releaseInThread(work: ReleaseWork, longestMs = LONGEST_MS): Promise<Release> {
  if (isBusy())
    throw Refusal.conflict(
      "Other exact figures are being worked out just now, so these have to wait a minute.",
    );
  const thread = new Worker(threadFile(), { workerData: work });
  running += 1;
  let limit: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Release>((resolve, reject) => {
      thread.once("message", resolve);
      thread.once("error", (error) => {
        console.error("The thread that works out a release broke.", error);
        reject(broken());
      });
      // Also after a message or an error, when it changes nothing.
      thread.once("exit", () => reject(broken()));
      const tooLong = Refusal.conflict("These exact figures take longer than a minute to work out.");
      limit = setTimeout(() => reject(tooLong), longestMs);
    });
  } finally {
    clearTimeout(limit);
    await thread.terminate();
    running -= 1;
  }
}

const broken = () =>
  Refusal.conflict("These exact figures could not be worked out: something broke on our side.");

/** This module is bundled with the pages and the thread's file is not, so that it stands beside it or in the source. */
function threadFile(): URL {
  const beside = (path: string) => new URL(path, import.meta.url);
  const found = ["./release-worker.mjs", "../../db/release-worker.mjs"].map(beside).find(existsSync);
  return found ?? pathToFileURL("db/release-worker.mjs");
}
