import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Request, RequestHandler, Response } from "express";
import type { ByteCache, Kept } from "./byte-cache.ts";

/** How long an answer may stay in memory at most, in milliseconds: should a notice of publication ever be lost. */
const LONGEST = 60_000;

/** Larger answers are sent and not kept. */
const LARGEST = 1024 * 1024;

const publicPath = /^\/($|journeys(\/|$)|recommendations(\/|$)|api\/)/;
const ofOneJourney = /^\/(?:api\/v1\/)?journeys\/([^/]+)/;
/** Streamed, or asked for to be sure: never from memory. */
const neverKept = /\/record\/(file|checkpoint|key)$/;

/** What a kept answer repeats of the first one. Security headers come fresh: no kept page holds their nonce. */
const keptHeaders = ["content-type", "content-disposition", "cache-control", "access-control-allow-origin"];

type Coding = keyof Kept["bodies"];

/**
 * Answers signed-out readers of public pages from memory, already compressed, with a strong ETag for each coding. A page is
 * a function of its address, its record and the day: it is kept until the record grows (`cache.dropOf`) or the day ends.
 *
 * @param today gives the ISO date.
 */
export function pageCache(cache: ByteCache, today: () => string): RequestHandler {
  return (req, res, next) => {
    if (req.headers.cookie || !publicPath.test(req.path) || neverKept.test(req.path)) return next();
    const key = `${today()} ${req.headers.host} ${req.originalUrl}`;
    const found = cache.get(key);
    const isFresh = found !== undefined && Date.now() - found.madeAt < LONGEST;
    if (!isFresh && req.method !== "GET") return next();

    const asked = reader(req);
    // Codings and tags are made here and by nobody else: not by the compression in front, nor by the page itself.
    delete req.headers["accept-encoding"];
    delete req.headers["if-none-match"];
    if (isFresh) return send(asked, res, found);
    const { generation } = cache;
    gather(res, (body) => {
      if (!mayBeShared(res, body)) return res.end(body);
      const slug = ofOneJourney.exec(req.path)?.[1];
      keep(res, body, slug)
        .then((made) => {
          if (cache.generation === generation && body.length <= LARGEST) cache.set(key, made);
          send(asked, res, made);
        })
        .catch(next);
    });
    next();
  };
}

type Reader = { coding: Coding; knows: string | undefined };

function reader(req: Request): Reader {
  const coding = req.acceptsEncodings(["br", "gzip", "identity"]);
  return {
    coding: coding === "br" || coding === "gzip" ? coding : "identity",
    knows: req.headers["if-none-match"],
  };
}

function mayBeShared(res: Response, body: Buffer): boolean {
  const { nonce } = res.locals as { nonce?: string };
  return (
    res.statusCode === 200 &&
    String(res.getHeader("cache-control")).startsWith("public") &&
    !res.hasHeader("set-cookie") &&
    !(nonce && body.includes(nonce))
  );
}

/** Holds an answer back until it is whole. */
function gather(res: Response, whenWhole: (body: Buffer) => void): void {
  const { write, end } = res;
  const parts: Buffer[] = [];
  const take = (part: unknown) => {
    if (typeof part === "string") parts.push(Buffer.from(part));
    else if (part instanceof Uint8Array) parts.push(Buffer.from(part));
  };
  res.write = ((part: unknown) => {
    take(part);
    return true;
  }) as Response["write"];
  res.end = ((part: unknown) => {
    take(part);
    Object.assign(res, { write, end });
    whenWhole(Buffer.concat(parts));
    return res;
  }) as Response["end"];
}

async function keep(res: Response, body: Buffer, slug: string | undefined): Promise<Kept> {
  const headers: Record<string, string> = {};
  for (const name of keptHeaders) {
    const value = res.getHeader(name);
    if (value !== undefined) headers[name] = String(value);
  }
  const [zipped, brotli] = await Promise.all([
    promisify(gzip)(body, { level: 6 }),
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  ]);
  const tag = createHash("sha256").update(body).digest("base64url").slice(0, 27);
  return { slug, tag, madeAt: Date.now(), headers, bodies: { identity: body, gzip: zipped, br: brotli } };
}

/** A strong tag names exact bytes, so each coding has its own (RFC 9110, section 8.8.3.3). */
function send({ coding, knows }: Reader, res: Response, { headers, bodies, tag }: Kept): void {
  const etag = `"${tag}-${coding}"`;
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
  res.setHeader("ETag", etag);
  res.setHeader("Vary", "Accept-Encoding, Cookie");
  if (knows === "*" || knows?.split(",").some((one) => one.trim().replace(/^W\//, "") === etag)) {
    for (const name of ["content-type", "content-disposition"]) res.removeHeader(name);
    res.statusCode = 304;
    res.end();
    return;
  }
  if (coding !== "identity") res.setHeader("Content-Encoding", coding);
  res.setHeader("Content-Length", bodies[coding].length);
  res.statusCode = 200;
  res.end(bodies[coding]);
}
