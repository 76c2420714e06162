import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from "express";
import type { Logger } from "pino";
import type { ByteCache } from "#app/http/byte-cache.ts";
import { describeError } from "#app/http/describe-error.server.ts";
import { pageCache } from "#app/http/page-cache.ts";
import { privateUnlessSaid } from "#app/http/private-addresses.ts";
import { today } from "#app/http/today.server.ts";
import { securityHeaders } from "#app/http/security-headers.ts";
import {
  boundedBody,
  unreadBody,
  honestAddress,
  ordinaryMethod,
  ownOriginOnly,
  readableAddress,
} from "#app/http/security-requests.ts";
import { health, type Readiness } from "./health.ts";
import { createLog, logRequests } from "./log.ts";
import { pages } from "./pages.ts";
import type { Settings } from "./settings.ts";
import { staticFiles } from "./static-files.ts";

export type AppParts = {
  /** The Remix build, or a function that fetches the current one (development). */
  build: ServerBuild | (() => Promise<ServerBuild>);
  settings: Pick<Settings, "publicUrl" | "publicUrlGiven" | "trustProxy" | "development" | "logLevel">;
  /** Built client files; in development `vite` serves them. */
  clientFolder?: string;
  vite?: RequestHandler;
  readiness?: Readiness;
  log?: Logger;
  /** Public pages in memory; whoever gives it drops from it what a publication changes. */
  pages?: ByteCache;
};

/** The whole application as an Express app. It expects a connected and migrated database, and does not listen by itself. */
export function createApp({
  build,
  settings,
  clientFolder,
  vite,
  readiness,
  log,
  pages: kept,
}: AppParts): Express {
  const logger = log ?? createLog(settings.logLevel);
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", settings.trustProxy);
  app.set("query parser", false);
  const https = settings.publicUrl.startsWith("https:");
  app.use(logRequests(logger));
  app.use(securityHeaders({ https, development: settings.development }));
  app.use(privateUnlessSaid);
  app.use(health(readiness ?? { stopping: false }));
  app.use(
    ordinaryMethod,
    honestAddress(settings),
    readableAddress,
    ownOriginOnly(settings),
    boundedBody,
    unreadBody,
  );
  app.use(compression());
  if (kept) app.use(pageCache(kept, today));
  if (vite) app.use(vite);
  if (clientFolder) app.use(staticFiles(clientFolder));
  app.all(
    "*",
    pages({
      build,
      mode: settings.development ? "development" : "production",
      contextOf: (req, res) => ({
        nonce: (res.locals as { nonce: string }).nonce,
        publicUrl: settings.publicUrl,
        clientAddress: req.ip ?? "",
      }),
    }),
  );
  app.use(sayWhatFailed(logger));
  return app;
}

/** The last resort, for what never reached a page: a path that is no text, a failure before Remix. */
function sayWhatFailed(log: Logger): ErrorRequestHandler {
  return (error: Error & { status?: number }, _req, res, _next) => {
    const status =
      error.status !== undefined && error.status >= 400 && error.status < 500 ? error.status : 500;
    const id = (res.locals as { requestId?: string }).requestId;
    if (status === 500) log.error({ id, error: describeError(error) }, "a request failed");
    if (res.headersSent) {
      res.destroy();
      return;
    }
    const sentence =
      status === 500
        ? `Something went wrong on our side. Quote ${id} if you report it.`
        : "This request makes no sense.";
    res.status(status).type("text").send(sentence);
  };
}
