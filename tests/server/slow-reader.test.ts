import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { connect } from "node:net";
import { describe, expect, test } from "vitest";
import { buildOf, useServer } from "#tests/support/server-app.ts";

const server = useServer();
const megabyte = 1024 * 1024;
const large = 64;

/** An app whose only answer is made a megabyte at a time, and only when somebody takes it. */
async function start({
  type = "application/pdf",
  megabytes = large,
  ...more
}: { type?: string; megabytes?: number; silence?: number } = {}) {
  const made = { megabytes: 0, given: false };
  const body = () =>
    new ReadableStream<Uint8Array>({
      pull(controller) {
        if (made.megabytes === megabytes) controller.close();
        else {
          made.megabytes++;
          // No compression makes these smaller.
          controller.enqueue(randomBytes(megabyte));
        }
      },
      cancel() {
        made.given = true;
      },
    });
  const loader = () => new Response(body(), { headers: { "Content-Type": type } });
  const { port } = await server.start({}, { build: buildOf({ loader }), ...more });
  return { made, port, url: `http://127.0.0.1:${port}/` };
}

describe("a large answer", () => {
  test.each([
    ["as it is", "application/pdf", ""],
    ["compressed", "application/json", "Accept-Encoding: gzip\r\n"],
  ])("%s waits for a reader who takes nothing", async (_, type, header) => {
    const { made, port } = await start({ type });
    const socket = connect(port, "127.0.0.1");
    socket.pause();
    socket.write(`GET / HTTP/1.1\r\nHost: localhost\r\n${header}\r\n`);
    await new Promise((later) => setTimeout(later, 1500));
    socket.destroy();
    // The kernel's buffers for one connection hold some megabytes.
    expect(made.megabytes).toBeGreaterThan(0);
    expect(made.megabytes).toBeLessThan(large / 2);
  });

  test("is made no further once its reader has left", async () => {
    const { made, port } = await start();
    const socket = connect(port, "127.0.0.1");
    socket.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    await once(socket, "data");
    socket.pause();
    socket.destroy();
    await expect.poll(() => made.given).toBe(true);
    expect(made.megabytes).toBeLessThan(large);
  });

  test("is given up when nobody takes any of it for long", async () => {
    const { made, port } = await start({ silence: 300 });
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => undefined);
    socket.pause();
    socket.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    await expect.poll(() => made.given, { timeout: 5000 }).toBe(true);
    socket.destroy();
  });

  test.each([
    ["as it is", "application/pdf", null],
    ["compressed", "application/json", "gzip"],
  ])("%s arrives whole", async (_, type, coding) => {
    const { url } = await start({ type, megabytes: 8 });
    const answer = await fetch(url, { headers: { "Accept-Encoding": "gzip" } });
    expect(answer.headers.get("Content-Encoding")).toBe(coding);
    expect((await answer.arrayBuffer()).byteLength).toBe(8 * megabyte);
  });
});
