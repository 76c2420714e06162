import { createServer, type RequestListener, type Server } from "node:http";
import { type AddressInfo } from "node:net";
import { CannotStart } from "#db/cannot-start.server.ts";

/**
 * Listens, with limits that keep slow or silent connections from piling up.
 * @param silence after how many milliseconds in which nothing was sent and nothing taken a connection is closed
 */
export function listen(
  handler: RequestListener,
  { host, port, silence = 120_000 }: { host: string; port: number; silence?: number },
): Promise<Server> {
  const server = createServer(
    { headersTimeout: 15_000, requestTimeout: 120_000, keepAliveTimeout: 20_000 },
    handler,
  );
  server.timeout = silence;
  return new Promise((listening, failed) => {
    server.once("error", (error: NodeJS.ErrnoException) => failed(inWords(error, host, port)));
    server.listen(port, host, () => listening(server));
  });
}

export function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

/** Takes no new connections, finishes the requests in flight, and gives up on those after `patience` milliseconds. */
export async function finishAndClose(server: Server, patience = 15_000): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()));
  const timer = setTimeout(() => server.closeAllConnections(), patience);
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  await closed;
  clearTimeout(timer);
  clearInterval(idle);
}

function inWords(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === "EADDRINUSE") {
    return new CannotStart(
      `PORT: another program listens on port ${port} already. Stop it, or choose another port: PORT=${port + 1} npm start`,
    );
  }
  if (error.code === "EACCES")
    return new CannotStart(`PORT: this account may not listen on port ${port}. Choose one above 1023.`);
  if (error.code === "EADDRNOTAVAIL") return new CannotStart(`HOST: this machine has no address ${host}.`);
  return error;
}
