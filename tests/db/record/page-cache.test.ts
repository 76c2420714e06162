import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { randomUUID } from "node:crypto";
import { gunzipSync } from "node:zlib";
import compression from "compression";
import express from "express";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ByteCache } from "#app/http/byte-cache.ts";
import { pageCache } from "#app/http/page-cache.ts";
import { listenForPublications } from "#db/record-notices.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { makeOrganisation, publish, update } from "#tests/support/record.ts";

const database = useDatabase();
const cache = new ByteCache(1_000_000);
let server: Server;
let origin: string;
let day = "2026-11-20";
let made = 0;
let cacheControl = "public, max-age=0";

beforeAll(async () => {
  const app = express();
  app.use((_req, res, next) => {
    res.locals.nonce = "nonce-of-this-request";
    next();
  });
  app.use(compression({ threshold: 0 }));
  app.use(pageCache(cache, () => day));
  app.get("*", (req, res) => {
    made += 1;
    if (req.path.endsWith("/missing")) return void res.status(404).send("none");
    res.set("Cache-Control", cacheControl).type("html");
    res.write(
      `<p>Page ${made} of ${req.path}${req.path.endsWith("/nonce") ? " nonce-of-this-request" : ""} `,
    );
    res.end("words ".repeat(200));
  });
  server = createServer(app).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(origin + path, { headers: { "Accept-Encoding": "identity", ...headers } });

describe("public pages in memory", () => {
  test("are made once, and answered in each coding under its own strong tag", async () => {
    const first = await (await get("/journeys/one")).text();
    const before = made;
    const tags = new Set<string>();
    for (const coding of ["identity", "gzip", "br", "deflate"]) {
      const answer = await get("/journeys/one", { "Accept-Encoding": coding });
      expect(await answer.text()).toBe(first);
      expect(answer.headers.get("Content-Encoding") ?? "identity").toBe(
        coding === "deflate" ? "identity" : coding,
      );
      expect(answer.headers.get("Vary")).toBe("Accept-Encoding, Cookie");
      tags.add(answer.headers.get("ETag")!);
    }
    expect(made).toBe(before);
    expect(tags.size).toBe(3);
    expect([...tags].join()).not.toContain("W/");
    expect(
      gunzipSync(cache.get(`${day} ${new URL(origin).host} /journeys/one`)!.bodies.gzip).toString(),
    ).toBe(first);
  });

  test("answer 304 to whoever has those bytes", async () => {
    const tag = (await get("/journeys/one")).headers.get("ETag")!;
    const again = await get("/journeys/one", { "If-None-Match": `"other", ${tag}` });
    expect([again.status, await again.text(), again.headers.get("ETag")]).toEqual([304, "", tag]);
    expect((await get("/journeys/one", { "If-None-Match": tag, "Accept-Encoding": "gzip" })).status).toBe(
      200,
    );
  });

  test.each([
    ["with a cookie", "/journeys/one", { Cookie: "session=1" }],
    ["that was not found", "/journeys/missing", {}],
    ["that holds this request's nonce", "/journeys/nonce", {}],
    ["of another room", "/o/one", {}],
    ["with the signed checkpoint", "/journeys/one/record/checkpoint", {}],
  ])("leave out a page %s", async (_, path, headers) => {
    const before = made;
    await get(path, headers);
    await get(path, headers);
    expect(made).toBe(before + 2);
  });

  test("leave out what is private, and begin anew each day", async () => {
    cacheControl = "private";
    const before = made;
    await get("/journeys/private");
    await get("/journeys/private");
    expect(made).toBe(before + 2);
    cacheControl = "public";
    await get("/journeys/daily");
    day = "2026-11-21";
    await get("/journeys/daily");
    expect(made).toBe(before + 4);
  });

  test("stay within their bytes, the least used going first", async () => {
    const small = new ByteCache(10_000);
    const answer = { slug: "x", tag: "t", madeAt: 0, headers: {} };
    const bodies = { identity: Buffer.alloc(1000), gzip: Buffer.alloc(0), br: Buffer.alloc(0) };
    for (const key of ["a", "b", "c"]) small.set(key, { ...answer, bodies });
    small.get("a");
    small.set("d", { ...answer, bodies });
    expect(["a", "b", "c", "d"].map((key) => small.get(key) !== undefined)).toEqual([
      true,
      false,
      true,
      true,
    ]);
  });
});

test("a publication drops the pages of its journey and of the directory, whichever process published", async () => {
  const [one, other] = [await makeOrganisation(database.ownerSql), await makeOrganisation(database.ownerSql)];
  let heard = () => {};
  const published = new Promise<void>((resolve) => (heard = resolve));
  const stop = await listenForPublications({
    published: (slug) => {
      cache.dropOf(slug);
      heard();
    },
    anything: () => cache.clear(),
  });
  const paths = [
    `/journeys/${one.slug}`,
    `/journeys/${other.slug}`,
    "/journeys",
    `/api/v1/journeys/${one.slug}`,
  ];
  for (const path of paths) await get(path);
  const before = made;
  await publish(one, [update(randomUUID(), "x")]);
  await published;
  await stop();
  for (const path of paths) await get(path);
  expect(made).toBe(before + 3);
});
