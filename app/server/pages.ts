import {
  type AppLoadContext,
  createReadableStreamFromReadable,
  createRequestHandler,
  type ServerBuild,
} from "@remix-run/node";
import type { Request as Asked, RequestHandler, Response as Answer } from "express";

type Pages = {
  /** The Remix build, or a function that fetches the current one (development). */
  build: ServerBuild | (() => Promise<ServerBuild>);
  mode: "development" | "production";
  contextOf: (req: Asked, res: Answer) => AppLoadContext;
};

/**
 * Answers with Remix's pages, as `@remix-run/express` does, but at the reader's pace: that one takes a large download from its
 * source as fast as it can be made, and holds in memory what a slow reader has not taken yet.
 */
export function pages({ build, mode, contextOf }: Pages): RequestHandler {
  const handle = createRequestHandler(build, mode);
  const reply = async (req: Asked, res: Answer) =>
    send(req, res, await handle(webRequest(req, res), contextOf(req, res)));
  return (req, res, next) => {
    reply(req, res).catch(next);
  };
}

/** The same request in the form of the web standard. It is aborted when its sender leaves before the answer. */
function webRequest(req: Asked, res: Answer): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) {
    for (const one of [value ?? []].flat()) headers.append(name, one);
  }
  const left = new AbortController();
  res.once("close", () => {
    if (!res.writableFinished) left.abort();
  });
  const asked = { method: req.method, headers, signal: left.signal };
  const url = new URL(`${req.protocol}://${hostOf(req)}${req.originalUrl}`);
  if (req.method === "GET" || req.method === "HEAD") return new Request(url, asked);
  return new Request(url, { ...asked, body: createReadableStreamFromReadable(req), duplex: "half" });
}

/** As the server in front names it, when there is one that is believed (see `honestAddress`). */
function hostOf(req: Asked): string {
  const [, port] = (req.get("X-Forwarded-Host") ?? req.get("Host") ?? "").split(/:(?=\d+$)/);
  return port === undefined ? req.hostname : `${req.hostname}:${port}`;
}

async function send(req: Asked, res: Answer, answer: Response): Promise<void> {
  res.statusMessage = answer.statusText;
  res.status(answer.status);
  for (const [name, value] of answer.headers) {
    // A file's own answer says again what every answer says; where the two differ, both hold.
    if (res.getHeader(name) === value) continue;
    res.append(name, name === "set-cookie" && req.secure ? onlyEncrypted(value) : value);
  }
  if (answer.body) await sendBody(res, answer.body);
  else res.end();
}

/**
 * Cookies are made without knowing how a request came. PUBLIC_URL says so for all of them; without it, a proxy that is
 * believed says so for each.
 */
function onlyEncrypted(cookie: string): string {
  return /;\s*secure\s*(?:;|$)/i.test(cookie) ? cookie : `${cookie}; Secure`;
}

/** Takes the next piece only once the last one has gone out, and none after the reader has left. */
async function sendBody(res: Answer, body: ReadableStream<Uint8Array>): Promise<void> {
  const reader = body.getReader();
  let goOn = (): void => undefined;
  // One listener for the whole answer: the compression in front keeps those that are meant for one time.
  res.on("drain", () => goOn());
  const left = new Promise<"left">((resolve) => res.once("close", () => resolve("left")));
  try {
    for (;;) {
      const read = await Promise.race([reader.read(), left]);
      if (read === "left" || res.destroyed) return await reader.cancel();
      if (read.done) break;
      const drained = new Promise<void>((resolve) => (goOn = resolve));
      if (!res.write(read.value)) await Promise.race([drained, left]);
    }
    res.end();
  } catch (error) {
    await reader.cancel().catch(() => undefined);
    res.destroy(error as Error);
    throw error;
  }
}
