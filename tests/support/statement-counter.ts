import { connect, createServer, type AddressInfo } from "node:net";

export type StatementCounter = {
  /** The database's address with this in between. */
  url: string;
  /** Statements executed so far, by everybody who came this way. */
  count: () => number;
  stop: () => void;
};

/** Stands between an app and its database, passes on everything, and counts the statements that the app has executed. */
export async function countStatements(databaseUrl: string): Promise<StatementCounter> {
  const target = new URL(databaseUrl);
  let counted = 0;
  const server = createServer((app) => {
    const database = connect(Number(target.port || 5432), target.hostname);
    const look = messageReader((type) => (counted += type === "E" || type === "Q" ? 1 : 0));
    app.on("data", look);
    app.pipe(database).pipe(app);
    app.on("error", () => database.destroy());
    database.on("error", () => app.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String((server.address() as AddressInfo).port);
  return { url: url.href, count: () => counted, stop: () => server.close() };
}

/**
 * Reads what a PostgreSQL client sends (protocol 3): after a first message without a type, each has one letter and its
 * length. "E" executes a prepared statement, "Q" a plain one.
 */
function messageReader(seen: (type: string) => void): (chunk: Buffer) => void {
  let header = Buffer.alloc(0);
  let rest = 0;
  let started = false;
  return (chunk) => {
    for (let at = 0; at < chunk.length;) {
      const passed = Math.min(rest, chunk.length - at);
      rest -= passed;
      at += passed;
      if (at === chunk.length) return;
      const wanted = started ? 5 : 4;
      const part = chunk.subarray(at, at + wanted - header.length);
      header = Buffer.concat([header, part]);
      at += part.length;
      if (header.length < wanted) return;
      rest = header.readInt32BE(wanted - 4) - 4;
      if (started) seen(String.fromCharCode(header[0]!));
      started = true;
      header = Buffer.alloc(0);
    }
  };
}
