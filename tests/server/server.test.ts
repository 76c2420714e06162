import { EventEmitter, once } from "node:events";
import { connect } from "node:net";
import { Readable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test, vi } from "vitest";
import { closeDatabase, connectDatabase } from "#db/client.server.ts";
import { unreadBody } from "#app/http/security-requests.ts";
import { finishAndClose, listen, portOf } from "#app/server/listen.ts";
import { useDatabase } from "#tests/support/database.ts";
import { useServer } from "#tests/support/server-app.ts";

const database = useDatabase();
const { start } = useServer();

describe("headers", () => {
  test("every answer forbids framing, sniffing and scripts without the nonce of this very request", async () => {
    const { ask } = await start();
    const [first, second] = [await ask("/"), await ask("/")];
    const policy = String(first.headers["content-security-policy"]);
    const { nonce } = JSON.parse(first.body) as { nonce: string };
    expect(policy).toContain(`script-src 'self' 'nonce-${nonce}'`);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(second.headers["content-security-policy"]).not.toBe(policy);
    expect(first.headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
    });
    expect(first.headers["permissions-policy"]).toContain("geolocation=()");
    expect(first.headers["x-powered-by"]).toBeUndefined();
  });

  test("the card, and it alone, may be framed elsewhere", async () => {
    const { ask } = await start();
    const card = await ask("/journeys/riverside/card");
    expect(card.headers["content-security-policy"]).toContain("frame-ancestors *");
    expect(card.headers["x-frame-options"]).toBeUndefined();
    const near = await ask("/journeys/riverside/card/else");
    expect(near.headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  });

  test("encryption is insisted on only where the public address has it", async () => {
    const plain = await (await start()).ask("/");
    expect(plain.headers["strict-transport-security"]).toBeUndefined();
    const secure = await (
      await start({ publicUrl: "https://kept.example.org", publicUrlGiven: true })
    ).ask("/");
    expect(secure.headers["strict-transport-security"]).toContain("max-age=31536000");
  });
});

describe("the origin of a change", () => {
  const change = (headers: Record<string, string>) => ({ method: "POST", headers, body: "words" });

  test.each(["/", "/x.data", "/?_data=tell", "/?index"])("a foreign page cannot post to %s", async (path) => {
    const { ask } = await start();
    const answer = await ask(path, change({ origin: "https://evil.example" }));
    expect(answer.status).toBe(403);
    expect(answer.body).toContain("did not come from a page of this site");
    expect((await ask(path, change({}))).status).toBe(403);
  });

  test("our own pages can, by whichever name this machine is called", async () => {
    const { ask, port } = await start();
    for (const host of ["localhost", "127.0.0.1"]) {
      const answer = await ask("/", change({ origin: `http://${host}:${port}`, host: `${host}:${port}` }));
      expect(answer).toMatchObject({ status: 200, body: "got 5" });
    }
    const hidden = await ask("/", change({ origin: "null", "sec-fetch-site": "same-origin" }));
    expect(hidden.status).toBe(200);
  });

  test("a name that merely points here is not ours", async () => {
    const { ask, port } = await start();
    const answer = await ask(
      "/",
      change({ origin: `http://evil.example:${port}`, host: `evil.example:${port}` }),
    );
    expect(answer.status).toBe(403);
  });

  test("with PUBLIC_URL, that one counts and no other", async () => {
    const { ask, port } = await start({ publicUrl: "https://kept.example.org", publicUrlGiven: true });
    expect((await ask("/", change({ origin: "https://kept.example.org" }))).status).toBe(200);
    expect((await ask("/", change({ origin: `http://localhost:${port}` }))).status).toBe(403);
  });
});

describe("bodies and paths", () => {
  test("a file too large may be sent to its end, so that browsers show the answer", async () => {
    const { port } = await start();
    const length = 40 * 1024 * 1024;
    const head = `POST / HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost:${port}\r\nContent-Length: ${length}\r\n\r\n`;
    const socket = connect(port, "127.0.0.1");
    let answer = "";
    socket.on("data", (chunk) => (answer += chunk.toString()));
    const sent = await new Promise<string>((resolve) => {
      socket.on("error", (error) => resolve(error.message));
      socket.write(head + "x".repeat(length), () => resolve("all of it"));
    });
    socket.destroy();
    expect(sent).toBe("all of it");
    expect(answer).toMatch(/^HTTP\/1\.1 413[^]*a file may have 10 MB at most/);
    // Whoever closes while the other still sends resets the connection, and the answer may never be seen.
    expect(answer).not.toMatch(/^Connection: close/im);
  });

  test("a body that the answer did not wait for is let run out, though its reader stopped", async () => {
    const body = Readable.from(Array.from({ length: 40 }, () => Buffer.alloc(64 * 1024)));
    const answer = new EventEmitter();
    const next = vi.fn();
    unreadBody(body as never, answer as never, next);
    expect(next).toHaveBeenCalledOnce();
    // As Remix's reader does when its buffer is full and nobody takes from it.
    body.on("data", () => body.pause());
    await pause(20);
    expect(body.readableEnded).toBe(false);
    answer.emit("finish");
    await once(body, "end");
  });

  test("a spreadsheet may be larger than other files, and its own page says when it is too large", async () => {
    const { ask, port } = await start();
    const send = (path: string, megabytes: number) =>
      ask(path, {
        method: "POST",
        headers: { origin: `http://localhost:${port}`, "content-length": String(megabytes * 1024 * 1024) },
      });
    const importing = "/o/trust/recruitment/7668a60c/import";
    const tooLarge = await send(importing, 56);
    expect([tooLarge.status, tooLarge.headers.location]).toEqual([303, `${importing}?too-large=yes`]);
    expect((await send("/o/trust/recruitment/benchmarks", 56)).status).toBe(303);
    expect((await send("/o/trust/pay/7668a60c/import", 56)).status).toBe(413);
    expect((await send("/o/trust/recruitment/7668a60c/import/more", 56)).status).toBe(413);
  });

  test("a body too large is refused before it is read, one of unknown length too", async () => {
    const { ask, port } = await start();
    const origin = `http://localhost:${port}`;
    const headers = { origin, "content-length": String(13 * 1024 * 1024) };
    expect((await ask("/", { method: "POST", headers })).status).toBe(413);
    const browser = { method: "POST", headers: { ...headers, accept: "text/html,*/*;q=0.8" } };
    const led = await ask("/o/trust/feedback/import", browser);
    expect([led.status, led.headers.location]).toEqual([
      303,
      "/too-large?back=%2Fo%2Ftrust%2Ffeedback%2Fimport",
    ]);
    // A private link is in no address but its own.
    expect((await ask("/heard/Zk3v9QpX2mN8rT5wYbC1dF", browser)).headers.location).toBe("/too-large");
    const answer = await raw(
      port,
      `POST / HTTP/1.1\r\nHost: x\r\nOrigin: ${origin}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 411/);
  });

  test("a method that no page uses is refused, not a failure", async () => {
    const { port } = await start();
    const answer = await raw(
      port,
      `TRACE / HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost:${port}\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 405/);
  });

  test("a path or host that is no text is a bad request", async () => {
    const { ask, port } = await start({}, { clientFolder: "/nowhere" });
    expect((await ask("/%E0%A4%A")).status).toBe(400);
    expect(await raw(port, "GET / HTTP/1.1\r\nHost: a b\r\n\r\n")).toMatch(/^HTTP\/1\.1 400/);
  });
});

describe("health", () => {
  test("tells the truth about the database and about stopping", async () => {
    const readiness = { stopping: false };
    const { ask } = await start({}, { readiness });
    expect((await ask("/readyz")).status).toBe(200);
    readiness.stopping = true;
    expect((await ask("/readyz")).status).toBe(503);
    expect((await ask("/healthz")).status).toBe(200);
    await closeDatabase();
    connectDatabase({ appUrl: "postgres://kept_app@127.0.0.1:9/kept", poolSize: 1 });
    const answer = await ask("/healthz");
    await closeDatabase();
    connectDatabase({ appUrl: database.appUrl, poolSize: 4 });
    expect(answer).toMatchObject({
      status: 503,
      body: JSON.stringify({ process: "ok", database: "unreachable" }),
    });
    expect((await ask("/healthz")).status).toBe(200);
  });
});

describe("stopping", () => {
  test("finishes what is in flight and takes nothing new", async () => {
    const slow = await listen((_req, res) => void setTimeout(() => res.end("finished"), 300), {
      host: "127.0.0.1",
      port: 0,
    });
    const port = portOf(slow);
    const answer = raw(port, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    await once(slow, "request");
    await finishAndClose(slow);
    expect(await answer).toContain("finished");
    await expect(raw(port, "GET / HTTP/1.1\r\nHost: x\r\n\r\n")).rejects.toThrow(/ECONNREFUSED/);
  });

  test("a busy port is said in a sentence", async () => {
    const { port } = await start();
    await expect(listen(() => undefined, { host: "127.0.0.1", port })).rejects.toThrow(
      `PORT: another program listens on port ${port} already.`,
    );
  });
});

function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    socket.on("data", (chunk) => {
      answer += chunk.toString();
      if (answer.includes("\r\n\r\n")) socket.end();
    });
    socket.on("error", reject);
    socket.on("close", () => resolve(answer));
  });
}
