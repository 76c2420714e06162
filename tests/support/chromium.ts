import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The browser for the tests: CHROMIUM_PATH, or the first of the usual names on PATH. */
export function findChromium(): string | undefined {
  const given = process.env.CHROMIUM_PATH;
  if (given) return existsSync(given) ? given : undefined;
  const folders = ["/usr/bin", ...(process.env.PATH ?? "").split(delimiter)];
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return candidates.find((path) => existsSync(path));
}

/**
 * Finds a browser; as root on Debian, installs one when there is none.
 * @throws Error that says exactly what to install.
 */
export function ensureChromium(say: (line: string) => void): string {
  const found = findChromium();
  if (found) return found;
  const mayInstall = !process.env.CHROMIUM_PATH && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (mayInstall) {
    say("Installing Chromium with apt-get");
    aptGet("update");
    aptGet("install", "--yes", "--no-install-recommends", "chromium");
  }
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(
    process.env.CHROMIUM_PATH
      ? `CHROMIUM_PATH names ${process.env.CHROMIUM_PATH}, and there is no such file.`
      : "The browser tests need Chromium. On Debian or Ubuntu: sudo apt-get install chromium. Elsewhere install Chromium or " +
          "Google Chrome and name its program in CHROMIUM_PATH. To leave these tests out: SKIP_BROWSER=1 npm test",
  );
}

function aptGet(...args: string[]): void {
  spawnSync("apt-get", ["-q", ...args], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
}
