import type { Request, RequestHandler } from "express";
import { MOST_FORM_BYTES, takesSpreadsheet } from "./spreadsheet/size.server.ts";
import { aroundSecret } from "./private-addresses.ts";
import { isFromOurselves, isOneClick, refusalOfOrigin } from "./security-origin.ts";

/** An upload may hold 10 MB; the rest is for the other fields of its form. */
const largestBody = 12 * 1024 * 1024;
const largestLeftToRun = 200 * 1024 * 1024;

type Facts = { publicUrl: string; publicUrlGiven: boolean; trustProxy: number };

/**
 * Gives every request one honest address: forwarded headers that nobody vouches for are dropped, and the Host is the
 * public one when PUBLIC_URL names it. What comes later (Remix, better-auth) reads these headers without asking.
 */
export function honestAddress({ publicUrl, publicUrlGiven, trustProxy }: Facts): RequestHandler {
  return (req, res, next) => {
    if (!URL.canParse(`http://${req.headers.host}`)) {
      res.status(400).type("text").send("The address of this request makes no sense.");
      return;
    }
    if (trustProxy === 0 || publicUrlGiven) {
      delete req.headers["x-forwarded-host"];
      delete req.headers["x-forwarded-port"];
    }
    if (trustProxy === 0) delete req.headers["x-forwarded-proto"];
    delete req.headers.forwarded;
    if (publicUrlGiven) req.headers.host = new URL(publicUrl).host;
    const client = req.ip;
    if (client) req.headers["x-forwarded-for"] = client;
    next();
  };
}

/** No page, id or word has this character, and no database takes it: whatever would look for it need not try. */
export const readableAddress: RequestHandler = (req, res, next) => {
  if (!/%00/.test(req.url)) return next();
  res.status(400).type("text").send("This address holds a character that no address of ours has.");
};

/** What no page and no form sends, and the Request of the web standard refuses to hold. */
export const ordinaryMethod: RequestHandler = (req, res, next) => {
  if (!/^(?:TRACE|TRACK|CONNECT)$/i.test(req.method)) return next();
  res.set("Allow", "GET, HEAD, POST").status(405).type("text").send("Nothing here answers that.");
};

/** Refuses what a foreign page, or no page, asks us to change. */
export function ownOriginOnly(facts: Facts): RequestHandler {
  return (req, res, next) => {
    const origins = ownOrigins(req, facts);
    if (isOneClick(req.method, req.path)) return next();
    if (!isFromOurselves(req.method, req.headers, origins)) {
      res.status(403).type("text").send(refusalOfOrigin(origins));
      return;
    }
    if (req.headers.origin === "null") delete req.headers.origin;
    next();
  };
}

/**
 * Bodies say how long they are, so that a long one is refused before it is read. One that a person may have chosen is let
 * run out afterwards, unread: browsers show the answer only when they could send everything. A spreadsheet may be larger
 * than other files.
 */
export const boundedBody: RequestHandler = (req, res, next) => {
  const refuse = (status: number, sentence: string, close: boolean) => {
    if (close) res.set("Connection", "close");
    res.status(status).type("text").send(sentence);
  };
  const length = Number(req.headers["content-length"] ?? 0);
  if (req.headers["transfer-encoding"]) refuse(411, "Send the length of the body with the request.", true);
  else if (takesSpreadsheet(req.path)) {
    if (length <= MOST_FORM_BYTES) return next();
    if (length > largestLeftToRun) res.set("Connection", "close");
    // The page itself says so, with the form to choose another file: its path is one of ours, checked above.
    res.redirect(303, `${req.path}?too-large=yes`);
  } else if (length > largestBody) {
    const close = length > largestLeftToRun;
    if (close) res.set("Connection", "close");
    // A person gets a page that leads back, unless the way back is a secret: addresses are written down on the way.
    const back = aroundSecret(req.path) ? "" : `?${new URLSearchParams({ back: req.path }).toString()}`;
    if (req.accepts(["text", "html"]) === "html") res.redirect(303, `/too-large${back}`);
    else refuse(413, "That is too large: a file may have 10 MB at most. Choose a smaller one.", close);
  } else next();
};

/**
 * Where an answer was given before the body was read (a file too large for its form, a form that a person may not send),
 * what still comes is thrown away: browsers show an answer only when they could send everything.
 */
export const unreadBody: RequestHandler = (req, res, next) => {
  res.once("finish", () => {
    if (req.complete) return;
    // Whoever began to read the body stopped when its buffer was full.
    req.removeAllListeners("data");
    req.resume();
  });
  next();
};

function ownOrigins(req: Request, { publicUrl, publicUrlGiven, trustProxy }: Facts): string[] {
  if (publicUrlGiven) return [publicUrl];
  if (trustProxy > 0) return [`${req.protocol}://${req.headers["x-forwarded-host"] ?? req.headers.host}`];
  const port = req.socket.localPort;
  return ["localhost", "127.0.0.1", "[::1]"].map((host) => new URL(`http://${host}:${port}`).origin);
}
