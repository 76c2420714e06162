import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { z } from "zod";
import type { KnownHead } from "#app/domain/record/known-head.ts";

/** What this verifier saw last of each record, by the address where it looked: one small file of its own. */
const Seen = z.record(
  z.string(),
  z.object({ origin: z.string(), size: z.int().nonnegative(), root: z.string(), key: z.string() }),
);

/** KEPT_VERIFIER_STATE, or a file in the home folder. */
export function stateFileOf(environment: Record<string, string | undefined>): string {
  return environment.KEPT_VERIFIER_STATE || join(homedir(), ".kept", "heads.json");
}

/** Heads seen at this address, or of this origin anywhere. */
export async function knownHeads(stateFile: string, target: string, origin: string): Promise<KnownHead[]> {
  const seen = await readSeen(stateFile);
  return Object.entries(seen)
    .filter(([address, head]) => address === target || head.origin === origin)
    .map(([, head]) => head);
}

export async function rememberHead(stateFile: string, target: string, head: KnownHead): Promise<void> {
  const seen = { ...(await readSeen(stateFile)), [target]: head };
  await mkdir(dirname(stateFile), { recursive: true });
  await writeFile(`${stateFile}.new`, `${JSON.stringify(seen, null, 2)}\n`);
  await rename(`${stateFile}.new`, stateFile);
}

/** @throws Error when the file is damaged: without its memory a verifier would take anything for a first look. */
async function readSeen(stateFile: string): Promise<z.infer<typeof Seen>> {
  const text = await readFile(stateFile, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "{}";
    throw error;
  });
  try {
    return Seen.parse(JSON.parse(text));
  } catch {
    throw new Error(
      `${stateFile} is damaged, so nothing can be compared with it. Restore it, or remove it to begin anew.`,
    );
  }
}
