import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { redirect } from "@remix-run/node";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { useDatabase } from "#tests/support/database.ts";
import { buildOf, useServer } from "#tests/support/server-app.ts";
import { temporaryFolder } from "#tests/support/temporary-folder.ts";

useDatabase();
const { start } = useServer();
let clientFolder = "";

beforeAll(async () => {
  // The page that fails is logged, as it should be.
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  clientFolder = await temporaryFolder();
  await mkdir(join(clientFolder, "assets"));
  await writeFile(join(clientFolder, "assets/kept-1.css"), "a{}");
});

/** Answers as its address says. */
const loader = ({ request }: { request: Request }) => {
  switch (new URL(request.url).pathname) {
    case "/redirect":
      return redirect("/");
    case "/missing":
      throw new Response("There is no such page.", { status: 404 });
    case "/failing":
      throw new Error("a mistake");
    case "/feed.atom":
      return new Response("<feed/>", { headers: { "Content-Type": "application/atom+xml" } });
    case "/file":
      return new Response("a,b", {
        headers: {
          "Content-Type": "text/csv",
          "X-Content-Type-Options": "nosniff",
          "Content-Security-Policy": "default-src 'none'; sandbox",
        },
      });
    default:
      return new Response("page");
  }
};

describe("every kind of answer is guarded", () => {
  const foreign = { method: "POST", headers: { origin: "https://evil.example" }, body: "x" };
  test.each([
    ["a page", "/", 200, {}],
    ["a redirect", "/redirect", 302, {}],
    ["a feed", "/feed.atom", 200, {}],
    ["a file", "/file", 200, {}],
    ["a page that is not there", "/missing", 404, {}],
    ["a page that failed", "/failing", 500, {}],
    ["a built file", "/assets/kept-1.css", 200, {}],
    ["a built file that is not there", "/assets/other.js", 404, {}],
    ["a refusal of a foreign page", "/", 403, foreign],
    ["an address that is none", "/%E0%A4%A", 400, {}],
    ["an address with a forbidden character", "/a%00b", 400, {}],
    ["a method that nothing answers", "/", 405, { method: "TRACE" }],
    ["word of its health", "/healthz", 200, {}],
  ])("%s", async (_, path, status, how) => {
    const { ask } = await start(
      { publicUrl: "https://kept.example.org", publicUrlGiven: true },
      { build: buildOf({ loader }), clientFolder },
    );
    const answer = await ask(path, how);
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "strict-transport-security": "max-age=31536000",
    });
    expect(answer.headers["permissions-policy"]).toContain("camera=()");
    const policy = String(answer.headers["content-security-policy"]);
    expect(policy).toMatch(/^default-src 'self';.*frame-ancestors 'none'/);
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(answer.headers["x-powered-by"]).toBeUndefined();
  });
});
