import { mkdtemp, realpath } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export async function temporaryFolder(): Promise<string> {
  return realpath(await mkdtemp(join(tmpdir(), "kept-test-")));
}
