import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { runCommand } from "#app/cli.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Runs the command line as a process of its own, with no database anywhere. */
function terminal(...words: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" };
    execFile(
      process.execPath,
      ["app/server/cli.mjs", ...words],
      { cwd: root, env, maxBuffer: 32 * 1024 * 1024 },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
}

describe("the calendar from a terminal", () => {
  it("prints one JSON array and nothing else", async () => {
    const { code, stdout } = await terminal(
      "calendar",
      "--from",
      "2026-11-08",
      "--to",
      "2026-11-08",
      "--json",
    );
    expect(code).toBe(0);
    const items = JSON.parse(stdout) as { observance: string; variants: { date: string }[] }[];
    const diwali = items.find(({ observance }) => observance === "diwali");
    expect(diwali?.variants[0]?.date).toBe("2026-11-08");
    expect(Object.keys(diwali ?? {}).sort()).toEqual([
      "name",
      "observance",
      "severity",
      "tradition",
      "variants",
    ]);
  });

  it("says what is wrong on standard error and exits with 1", async () => {
    const { code, stdout, stderr } = await terminal(
      "calendar",
      "--from",
      "2026-02-30",
      "--to",
      "2026-03-01",
      "--json",
    );
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^from: "2026-02-30"/);
  });

  it.each([
    ["calendar --to 2026-03-01", /^from:/],
    ["calendar --from 2026-01-01 --to 2037-01-01", /^to: .*10 years.*--any-length/],
    ["calendar --from 2026-03-01 --to 2026-01-01", /^to:/],
    ["calendar --from 2026-01-01 --to 2026-01-02 --traditions jedi", /^traditions:/],
    ["calendar --from 2026-01-01 --to 2026-01-02 --place Gotham", /^place:/],
    ["calendar --form 2026-01-01", /^form:/],
    ["prayers --date 2026-06-21 --lat north --lon 0", /^lat:/],
    ["prayers --date 2026-06-21 --lat 95 --lon 0", /^latitude:/],
    ["prayers --date 2026-06-21 --lat 51.5", /^lon:/],
    ["calendar --from 2026-01-01 --to 2026-01-02 --json=yes", /^json: .*no value/],
    ["calendar --from 2026-01-01 --to 2026-01-02 --json please", /^please:/],
    ["prayers --date 2026-12-21 --lat 69.6 --lon 18.9 --json", /^latitude: on 2026-12-21 the sun/],
    ["prayers 2026-06-21", /^2026-06-21:/],
  ])("refuses %s", async (typed, message) => {
    const { ok, lines, errors } = await runCommand(typed.split(" "));
    expect([ok, lines]).toEqual([false, []]);
    expect(errors?.join("\n")).toMatch(message);
  });

  it("prints twenty-one years at once for who asks for it", async () => {
    const { ok, lines } = await runCommand(
      "calendar --from 2015-01-01 --to 2035-12-31 --traditions judaism --any-length --json".split(" "),
    );
    const items = JSON.parse(lines.join("\n")) as { observance: string }[];
    expect(ok).toBe(true);
    expect(items.filter(({ observance }) => observance === "yom_kippur").length).toBe(21);
  });

  it("prints a day's prayer times, west of Greenwich too", async () => {
    const { lines } = await runCommand("prayers --date 2026-06-21 --lat 51.5 --lon -0.12 --json".split(" "));
    const times = JSON.parse(lines.join("\n")) as Record<string, string>;
    expect(Object.keys(times)).toEqual(["fajr", "sunrise", "dhuhr", "asr", "asrHanafi", "maghrib", "isha"]);
    expect(times.dhuhr).toMatch(/^13:0\d$/);
  });
});
