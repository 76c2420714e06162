import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { loader as bodies } from "#app/routes/public/record/bodies.ts";
import { loader as checkpoint } from "#app/routes/public/record/checkpoint.ts";
import { loader as file } from "#app/routes/public/record/file.ts";
import { loader as key } from "#app/routes/public/record/key.ts";
import { loader as tile } from "#app/routes/public/record/tile.ts";

const loaders = { bodies, checkpoint, file, key } as const;

/** Serves the record's addresses with their own loaders, as the application does. */
export async function serveRecords(): Promise<{ origin: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    void answerFor(request.url ?? "/").then(async (answer) => {
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      response.end(Buffer.from(await answer.arrayBuffer()));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** What one address under /journeys/<slug>/record answers. */
export async function answerFor(path: string): Promise<Response> {
  const request = new Request(new URL(path, "http://localhost:3000"));
  const context = { nonce: "", publicUrl: "http://localhost:3000", clientAddress: "" };
  const [, slug = "", rest = ""] = /^\/journeys\/([^/]+)\/record\/([^?]*)/.exec(path) ?? [];
  const tilePath = /^tile\/(.*)$/.exec(rest)?.[1];
  const loader = tilePath === undefined ? loaders[rest as keyof typeof loaders] : tile;
  if (!loader) return new Response("no such address", { status: 404 });
  const params = tilePath === undefined ? { slug } : { slug, "*": tilePath };
  try {
    return await loader({ request, params, context } as LoaderFunctionArgs);
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
}
