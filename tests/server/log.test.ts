import express from "express";
import pino from "pino";
import { expect, test } from "vitest";
import { describeError } from "#app/http/describe-error.server.ts";
import { finishAndClose, listen, portOf } from "#app/server/listen.ts";
import { logRequests, withoutSecrets } from "#app/server/log.ts";

test.each([
  ["/l/Zk3v9QpX2mN8rT5wYbC1dF", "/l/…"],
  ["/l/abcdefghijklmnopqrstuvwxyzab", "/l/…"],
  ["/l/0f8e7d6c5b4a39281706f5e4d3c2b1a0/agree", "/l/…/agree"],
  ["/calendar/Zk3v9QpX2mN8rT5wYbC1dF.ics", "/calendar/….ics"],
  ["/heard/tooShort", "/heard/…"],
  ["/reset/Zk3v9QpX2mN8rT5wYbC1dF%20", "/reset/…"],
  ["/invitations/Zk3v9QpX2mN8rT5wYbC1dF.data", "/invitations/…"],
  ["/personas/makers/promises-about-recruitment", "/personas/makers/…"],
  ["/attest/Zk3v9QpX2mN8rT5wYbC1dF,/again", "/attest/…/again"],
  ["/journeys/Zk3v9QpX2mN8rT5wYbC1dF%2C", "/journeys/…%2C"],
])("the secret in %s is not logged", (path, logged) => {
  expect(withoutSecrets(path)).toBe(logged);
});

test.each([
  "/",
  "/journeys/riverside-community-trust/card",
  "/o/riverside/commitments/0190a4b2-7c3d-7e5f-8a9b-0c1d2e3f4a5b",
  "/assets/entry.client-qOr4MGWc.js",
])("%s is logged as it is", (path) => {
  expect(withoutSecrets(path)).toBe(path);
});

test("a failed query is described without people's words", () => {
  const cause = new Error('duplicate key value violates unique constraint "people_email"');
  const error = Object.assign(
    new Error("Failed query: insert into people values ($1)\nparams: someone@example.org", { cause }),
    {
      query: "insert into people values ($1)",
      params: ["someone@example.org"],
    },
  );
  const words = describeError(error);
  expect(words).toContain("insert into people");
  expect(words).toContain("people_email");
  expect(words).not.toContain("someone@example.org");
});

test("what the database could not read is not logged", () => {
  const cause = new Error('invalid input syntax for type date: "someone@example.org"');
  const error = Object.assign(new Error("Failed query"), { query: "select 1", cause });
  expect(describeError(error)).toContain("invalid input syntax for type date");
  expect(describeError(error)).not.toContain("someone@example.org");
});

test("an address is logged whole, also where a part of the app answers for all below it", async () => {
  const lines: string[] = [];
  const app = express();
  app.use(logRequests(pino({}, { write: (line) => void lines.push(line) })));
  app.use("/assets", (_req, res) => void res.end());
  const server = await listen(app, { host: "127.0.0.1", port: 0 });
  await fetch(`http://127.0.0.1:${portOf(server)}/assets/kept.css`);
  await finishAndClose(server);
  expect(JSON.parse(lines[0] ?? "{}")).toMatchObject({ path: "/assets/kept.css", status: 200 });
});
