import { request as send, type IncomingHttpHeaders, type Server } from "node:http";
import type { ServerBuild } from "@remix-run/node";
import { afterEach } from "vitest";
import { finishAndClose, listen, portOf } from "#app/server/listen.ts";
import { type AppParts, createApp } from "#app/server/server.ts";

export type Answer = { status: number; headers: IncomingHttpHeaders; body: string };
type Module = { loader: unknown; action?: unknown };

/** A build whose only page, at every address, is this module. */
export function buildOf(module: Module): ServerBuild {
  return {
    assets: { entry: { module: "", imports: [] }, routes: {}, url: "", version: "1" },
    assetsBuildDirectory: "",
    basename: "/",
    publicPath: "/",
    entry: { module: { default: () => new Response("page") } },
    future: { v3_singleFetch: true },
    isSpaMode: false,
    routes: { only: { id: "only", path: "*", module } },
  } as unknown as ServerBuild;
}

/** Says what the route was told about the request, and sets a cookie for `/cookie`. */
const telling: Module = {
  loader: ({ request, context }: { request: Request; context: object }) => {
    const told = { url: request.url, forwarded: request.headers.get("x-forwarded-for"), ...context };
    const cookie = new URL(request.url).pathname === "/cookie";
    return Response.json(told, cookie ? { headers: { "Set-Cookie": "a=b; Path=/; HttpOnly" } } : undefined);
  },
  action: async ({ request }: { request: Request }) => new Response(`got ${(await request.text()).length}`),
};

/** Call once at the top of a test file: starts the app in this process, around a build with one page, and stops it after each test. */
export function useServer() {
  const servers: Server[] = [];
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => finishAndClose(server, 1000)));
  });

  async function start(
    settings: Partial<AppParts["settings"]> = {},
    { silence, ...more }: Partial<AppParts> & { silence?: number } = {},
  ) {
    const app = createApp({
      build: buildOf(telling),
      settings: {
        publicUrl: "http://localhost:3000",
        publicUrlGiven: false,
        trustProxy: 0,
        development: false,
        logLevel: "silent",
        ...settings,
      },
      ...more,
    });
    const server = await listen(app, { host: "127.0.0.1", port: 0, ...(silence ? { silence } : {}) });
    servers.push(server);
    const port = portOf(server);
    return { port, ask: asking(port) };
  }

  return { start };
}

function asking(port: number) {
  return (path: string, { method = "GET", headers = {}, body = "" } = {}) =>
    new Promise<Answer>((resolve, reject) => {
      const all = {
        ...(method === "GET" ? {} : { "content-length": Buffer.byteLength(body) }),
        ...headers,
      };
      const outgoing = send({ port, path, method, headers: all, agent: false }, (incoming) => {
        let text = "";
        incoming.on("data", (chunk: Buffer) => (text += chunk.toString()));
        incoming.on("end", () =>
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: text }),
        );
      });
      outgoing.on("error", reject);
      outgoing.end(body);
    });
}
