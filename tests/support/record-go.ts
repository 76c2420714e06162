import { execFile, execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where Debian's golang-golang-x-mod-dev puts Go's note and tlog packages. */
const GOPATH = "/usr/share/gocode";
const SOURCE = fileURLToPath(new URL("../record-go/main.go", import.meta.url));

/** What the verifier in Go printed, and whether the record held. */
export interface GoVerdict {
  readonly held: boolean;
  readonly output: string;
}

/** Why the verifier in Go cannot run here, as a sentence; undefined when it can. */
export function whyNoGo(): string | undefined {
  const hasGo = spawnSync("go", ["version"]).status === 0;
  const hasPackages = existsSync(join(GOPATH, "src/golang.org/x/mod/sumdb/tlog"));
  return hasGo && hasPackages
    ? undefined
    : "Go's verifier was not run: it needs Debian's packages golang-go and golang-golang-x-mod-dev.";
}

/** Builds the verifier in Go, and gives a function that runs it on a URL or folder with a verifier key. */
export function buildGoVerifier(): (
  base: string,
  key: string,
  oldCheckpointFile?: string,
) => Promise<GoVerdict> {
  const folder = mkdtempSync(join(tmpdir(), "record-go-"));
  const binary = join(folder, "record-go");
  const env = { ...process.env, GO111MODULE: "off", GOFLAGS: "", GOPATH, GOCACHE: join(folder, "cache") };
  execFileSync("go", ["build", "-o", binary, SOURCE], { env });
  return (base, key, old) => run(binary, [...(old ? ["-old", old] : []), base, key]);
}

/** Waits without blocking: the test's own server may be what the verifier reads. */
function run(binary: string, args: readonly string[]): Promise<GoVerdict> {
  return new Promise((resolve) => {
    execFile(binary, args, (error, stdout, stderr) => {
      resolve({ held: error === null, output: (stdout + stderr).trim() });
    });
  });
}
