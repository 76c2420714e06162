import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { environmentSchema, readSettings } from "#app/server/settings.ts";

const folder = mkdtempSync(join(tmpdir(), "kept-settings-"));
const read = (environment: Record<string, string>) => readSettings({ KEPT_DATA: folder, ...environment });

afterAll(() => rmSync(folder, { recursive: true }));

describe("settings", () => {
  test("need nothing on one's own machine", () => {
    expect(read({})).toMatchObject({
      port: 3000,
      host: "127.0.0.1",
      publicUrl: "http://localhost:3000",
      trustProxy: 0,
    });
  });

  test("count an empty value as absent", () => {
    expect(read({ PORT: "", DATABASE_URL: " ", PUBLIC_URL: "" })).toMatchObject({
      port: 3000,
      databaseUrl: undefined,
    });
  });

  test.each([
    [{ PORT: "abc" }, /PORT has to be a whole number from 0 to 65535/],
    [{ PORT: "70000" }, /PORT has to be from 0 to 65535/],
    [{ HOST: "kept.example.org" }, /HOST has to be an IP address/],
    [{ HOST: "0.0.0.0" }, /PUBLIC_URL is missing: with HOST=0\.0\.0\.0/],
    [{ PUBLIC_URL: "kept.example.org" }, /PUBLIC_URL has to be the address people type/],
    [{ PUBLIC_URL: "https://example.org/kept" }, /PUBLIC_URL has to be without a path/],
    [{ TRUST_PROXY: "yes" }, /TRUST_PROXY has to be a whole number/],
    [{ DATABASE_URL: "mysql://here" }, /DATABASE_URL has to be the address of a PostgreSQL database/],
    [{ DATABASE_OWNER_URL: "postgres://here/kept" }, /DATABASE_URL is missing/],
    [{ KEPT_SECRET: "short" }, /KEPT_SECRET has to be at least 32 characters/],
    [{ SMTP_URL: "http://mail" }, /SMTP_URL has to be the address of a mail server/],
    [{ SMTP_URL: "smtp://mail" }, /MAIL_FROM is missing/],
    [{ MAIL_FROM: "Kept" }, /MAIL_FROM has to hold an e-mail address/],
    [{ LOG_LEVEL: "loud" }, /LOG_LEVEL has to be silent, error, warn, info or debug/],
  ])("%j stops the start with a sentence", (environment, sentence) => {
    expect(() => read(environment as Record<string, string>)).toThrow(sentence);
  });

  test("names every wrong one at once, and repeats no secret", () => {
    const wrong = () => read({ PORT: "abc", KEPT_SECRET: "hunter2", DATABASE_URL: "hunter2" });
    expect(wrong).toThrow(/PORT.*\n.*DATABASE_URL.*\n.*KEPT_SECRET/);
    expect(wrong).not.toThrow(/hunter2/);
  });

  test("make one secret for a data folder, readable by its owner alone", () => {
    const { secret } = read({});
    expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(read({}).secret).toBe(secret);
    expect(statSync(join(folder, "secret")).mode & 0o777).toBe(0o600);
    expect(read({ KEPT_SECRET: "x".repeat(32) }).secret).toBe("x".repeat(32));
  });

  test(".env.example names each of them, and nothing else", () => {
    const text = readFileSync(new URL("../../.env.example", import.meta.url), "utf8");
    const named = [...text.matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(named.sort()).toEqual(Object.keys(environmentSchema.shape).sort());
  });
});
