import { randomBytes } from "node:crypto";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Worker } from "node:worker_threads";
import express from "express";
import { utf8 } from "#app/domain/record/bytes.ts";
import { appendLeaf, EMPTY_FRONTIER, frontierRoot, type Frontier } from "#app/domain/record/frontier.ts";
import { inclusionRanges } from "#app/domain/record/inclusion-proof.ts";
import { leafHash } from "#app/domain/record/merkle.ts";
import { rangeHash, type NodePlace } from "#app/domain/record/subtree.ts";
import { ByteCache } from "#app/http/byte-cache.ts";
import { pageCache } from "#app/http/page-cache.ts";
import { securityHeaders } from "#app/http/security-headers.ts";
import { sha256 } from "#db/record-crypto.server.ts";
import type { Report } from "./report.ts";

/** The log's own cost, whatever it is stored in, and a cached journey page against a bare server with the same bytes. */
export async function bench(report: Report): Promise<void> {
  for (const size of [1000, 100_000, 1_000_000]) logCosts(size, report);
  await cachedPage(report);
}

const SAMPLES = 500;

function logCosts(size: number, report: Report): void {
  const nodes = new Map<string, Uint8Array>();
  const nameOf = ({ level, index }: NodePlace) => `${level}/${index}`;
  let frontier: Frontier = EMPTY_FRONTIER;
  const append = (number: number) => {
    const step = appendLeaf(frontier, leafHash(sha256, utf8(`entry ${number}`)), sha256);
    frontier = step.frontier;
    for (const { level, index, hash } of step.completed) nodes.set(nameOf({ level, index }), hash);
  };
  for (let number = 0; number < size - SAMPLES; number++) append(number);
  const appending = microsecondsEach(SAMPLES, (i) => {
    append(size - SAMPLES + i);
    frontierRoot(frontier, sha256);
  });
  const proving = microsecondsEach(SAMPLES, (i) => {
    for (const range of inclusionRanges(Math.floor((i * size) / SAMPLES), size)) {
      rangeHash(range, (place) => nodes.get(nameOf(place))!, sha256);
    }
  });
  const entries = size.toLocaleString("en-GB");
  report({
    name: `append one entry to ${entries}, with its root`,
    measured: appending,
    budget: 500,
    unit: "µs",
    better: "lower",
  });
  report({
    name: `prove one entry among ${entries}`,
    measured: proving,
    budget: 1000,
    unit: "µs",
    better: "lower",
  });
}

/** The median: the map of this bench doubles its room now and then, and a busy machine looks elsewhere. */
function microsecondsEach(times: number, work: (turn: number) => void): number {
  const each = Array.from({ length: times }, (_, turn) => {
    const began = performance.now();
    work(turn);
    return (performance.now() - began) * 1000;
  });
  return each.sort((a, b) => a - b)[Math.floor(times / 2)]!;
}

async function cachedPage(report: Report): Promise<void> {
  const page = `<!doctype html>${randomBytes(15_000).toString("hex")}`;
  const app = express();
  app.disable("x-powered-by");
  app.use(securityHeaders({ https: false, development: false }));
  app.use(pageCache(new ByteCache(8_000_000), () => "2026-11-20"));
  app.get("*", (_req, res) => void res.set("Cache-Control", "public").type("html").send(page));
  const [kept, bare] = [
    await serve(app),
    await serve((_req, res) => {
      res.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Content-Length": page.length });
      res.end(page);
    }),
  ];
  // Turn and turn about, so that a busy machine slows both alike.
  const rates = { kept: 0, bare: 0 };
  for (let turn = 0; turn < 3; turn++) {
    rates.bare += await requestsPerSecond(bare.port);
    rates.kept += await requestsPerSecond(kept.port);
  }
  kept.server.close();
  bare.server.close();
  report({
    name: "a cached journey page against a bare node:http server",
    measured: rates.kept / rates.bare,
    budget: 0.3,
    unit: "× its requests a second",
    better: "higher",
  });
}

async function serve(listener: RequestListener): Promise<{ server: Server; port: number }> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return { server, port: (server.address() as AddressInfo).port };
}

function requestsPerSecond(port: number): Promise<number> {
  const workerData = { port, path: "/journeys/x" };
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./load.mjs", import.meta.url), { workerData });
    worker.once("message", resolve).once("error", reject);
  });
}
