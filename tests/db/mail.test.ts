import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { deliverMail, openPostbox, type Postbox, startMailWorker } from "#app/jobs/mail.ts";
import { asPublic, database, inScope } from "#db/client.server.ts";
import { listLocalOutbox, listMail, queueMail, tryMailAgain } from "#db/mail.server.ts";
import { mails } from "#db/schema/mail.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type GivenOrganisation, givenMember, givenOrganisation } from "#tests/support/given.ts";
import { MailServer } from "#tests/support/mail-server.ts";

const db = useDatabase();
const server = new MailServer();
const from = "Kept <kept@example.org>";
let postbox: Postbox;
let ours: GivenOrganisation;

beforeAll(async () => {
  await server.start();
  postbox = openPostbox({ smtpUrl: server.url, from });
  ours = await givenOrganisation();
});
afterAll(async () => {
  postbox.transport.close();
  await server.stop();
});
beforeEach(async () => {
  await db.ownerSql`delete from mails`;
  server.received.length = 0;
  server.refusal = undefined;
  server.beforeAnswer = () => Promise.resolve();
});

function queue(to: string, onceKey?: string): Promise<void> {
  const mail = {
    organisationId: ours.organisationId,
    kind: "test",
    to,
    subject: "Hello",
    text: `For ${to} – ok?`,
  };
  return inScope(ours.scope, (tx) => queueMail(tx, { ...mail, onceKey }));
}

const makeDue = () => db.ownerSql`update mails set due_at = now()`;

describe("the outbox", () => {
  it("delivers each message once, however many deliver at the same time", async () => {
    const people = Array.from({ length: 12 }, (_, index) => `person${index}@example.org`);
    for (const person of people) await queue(person);
    const tallies = await Promise.all([1, 2, 3, 4].map(() => deliverMail(postbox)));
    expect(tallies.reduce((sum, tally) => sum + tally.sent, 0)).toBe(12);
    expect(server.received.map(({ to }) => to).sort()).toEqual(people.sort());
    expect(await deliverMail(postbox)).toEqual({ sent: 0, failed: 0, later: 0 });
    expect(server.received[0]).toMatchObject({ subject: "Hello", text: expect.stringContaining("– ok?") });
  });

  it("holds no message for a change that did not happen", async () => {
    const change = inScope(ours.scope, async (tx) => {
      await queueMail(tx, {
        organisationId: ours.organisationId,
        kind: "t",
        to: "a@b.example",
        subject: "s",
        text: "t",
      });
      throw new Error("the change failed");
    });
    await expect(change).rejects.toThrow("the change failed");
    expect(await deliverMail(postbox)).toMatchObject({ sent: 0 });
  });

  it("queues a message with the same key once", async () => {
    await Promise.all([1, 2, 3].map(() => queue("once@example.org", "due:1:2026-11-20")));
    expect(await deliverMail(postbox)).toMatchObject({ sent: 1 });
    await queue("once@example.org", "due:1:2026-11-20");
    expect(await deliverMail(postbox)).toMatchObject({ sent: 0 });
  });

  it("waits longer each time while the server is down, then delivers under one Message-ID", async () => {
    await queue("patient@example.org");
    await server.stop();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      expect(await deliverMail(postbox)).toMatchObject({ later: 1 });
      const [row] = await db.ownerSql`select extract(epoch from due_at - now())::int as wait, id from mails`;
      waits.push(row!.wait as number);
      await makeDue();
    }
    const [first = 0, second = 0, third = 0] = waits;
    expect(first).toBeGreaterThan(30);
    expect(second).toBeGreaterThan(first);
    expect(third).toBeGreaterThan(second);
    const [waiting] = await listMail(ours.scope);
    expect(waiting).toMatchObject({
      state: "queued",
      attempts: 3,
      lastError: expect.stringContaining("ECONNREFUSED"),
    });
    await server.start();
    expect(await deliverMail(postbox)).toMatchObject({ sent: 1 });
    expect(server.received).toMatchObject([{ messageId: `<${waiting!.id}@example.org>` }]);
  });

  it("does not try before a message is due again", async () => {
    await queue("early@example.org");
    server.refusal = { code: 450, sentence: "try later" };
    await deliverMail(postbox);
    server.refusal = undefined;
    expect(await deliverMail(postbox)).toEqual({ sent: 0, failed: 0, later: 0 });
  });

  it("gives up at once when the mailbox does not exist, and shows owners why", async () => {
    server.refusal = { code: 550, sentence: "no such mailbox" };
    await queue("gone@example.org");
    expect(await deliverMail(postbox)).toMatchObject({ failed: 1 });
    await makeDue();
    expect(await deliverMail(postbox)).toEqual({ sent: 0, failed: 0, later: 0 });
    expect(await listMail(ours.scope)).toMatchObject([
      { state: "failed", attempts: 1, lastError: expect.stringContaining("no such mailbox") },
    ]);
  });

  it("does not wait for a time that a clock running ahead has set", async () => {
    await queue("ahead@example.org");
    await db.ownerSql`update mails set due_at = now() + interval '1 year'`;
    expect(await deliverMail(postbox)).toMatchObject({ sent: 1 });
  });

  it("gives up on what is three days old", async () => {
    server.refusal = { code: 450, sentence: "try later" };
    await queue("old@example.org");
    await db.ownerSql`update mails set created_at = now() - interval '3 days 1 minute'`;
    expect(await deliverMail(postbox)).toMatchObject({ failed: 1 });
  });

  it("goes on with the others when one fails", async () => {
    await db.ownerSql`insert into mails (kind, recipient, subject, body) values ('t', 'not an address', 's', 't')`;
    await queue("fine@example.org");
    const tally = await deliverMail(postbox);
    expect(tally.sent).toBe(1);
    expect(server.received.map(({ to }) => to)).toEqual(["fine@example.org"]);
  });

  it("forgets the text, with its secrets, once it has been delivered", async () => {
    await queue("secret@example.org");
    await deliverMail(postbox);
    const [row] = await db.ownerSql`select body, state from mails`;
    expect(row).toEqual({ body: null, state: "sent" });
  });

  it("loses nothing when the worker is killed while sending; the one in flight keeps its Message-ID", async () => {
    for (const name of ["a", "b", "c"]) await queue(`${name}@example.org`);
    const program = fileURLToPath(new URL("../support/mail-worker-process.ts", import.meta.url));
    const worker = spawn(process.execPath, ["--import", "tsx", program, db.appUrl, server.url], {
      stdio: "ignore",
    });
    const killed = new Promise<void>((resolve) => {
      // The server has taken the message in, but the worker never hears so.
      server.beforeAnswer = async () => {
        server.beforeAnswer = () => Promise.resolve();
        worker.kill("SIGKILL");
        await once(worker, "exit");
        resolve();
      };
    });
    await killed;
    await expect.poll(() => deliverMail(postbox).then(() => stillQueued()), { timeout: 20_000 }).toBe(0);
    const ids = server.received.map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(3);
    expect(ids).toHaveLength(4);
    expect(new Set(server.received.map(({ to }) => to)).size).toBe(3);
  });

  it("is emptied by the worker, which finishes the message under way before it stops", async () => {
    await queue("worker@example.org");
    const stop = startMailWorker({ smtpUrl: server.url, from }, { everyMs: 50 });
    await stop();
    expect(server.received).toHaveLength(1);
    expect(await stillQueued()).toBe(0);
  });
});

describe("mail that was given up", () => {
  const giveUp = async () => {
    server.refusal = { code: 550, sentence: "no such mailbox" };
    await queue("again@example.org");
    await deliverMail(postbox);
    server.refusal = undefined;
    return (await listMail(ours.scope))[0]!;
  };

  it("is tried again when an owner asks, once, under the Message-ID it had", async () => {
    const { id, textHeld } = await giveUp();
    expect(textHeld).toBe(true);
    await db.ownerSql`update mails set created_at = now() - interval '20 days'`;
    const asked = await Promise.allSettled([tryMailAgain(ours.scope, id), tryMailAgain(ours.scope, id)]);
    expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    // Twenty days old: counted from the asking, a passing refusal is waited out.
    server.refusal = { code: 450, sentence: "try later" };
    expect(await deliverMail(postbox)).toMatchObject({ later: 1 });
    server.refusal = undefined;
    await makeDue();
    expect(await deliverMail(postbox)).toMatchObject({ sent: 1 });
    expect(server.received).toMatchObject([{ to: "again@example.org", messageId: `<${id}@example.org>` }]);
    expect(await listMail(ours.scope)).toMatchObject([{ state: "sent", textHeld: false }]);
  });

  it("loses its text after thirty days, and says so to who asks", async () => {
    const { id } = await giveUp();
    await db.ownerSql`update mails set finished_at = now() - interval '29 days'`;
    await deliverMail(postbox);
    expect((await listMail(ours.scope))[0]).toMatchObject({ textHeld: true });
    await db.ownerSql`update mails set finished_at = now() - interval '31 days'`;
    await deliverMail(postbox);
    expect((await listMail(ours.scope))[0]).toMatchObject({ textHeld: false });
    await expect(tryMailAgain(ours.scope, id)).rejects.toThrow("no longer held");
  });

  it("is nobody else's to try again", async () => {
    const { id } = await giveUp();
    const theirs = await givenOrganisation();
    await expect(tryMailAgain(theirs.scope, id)).rejects.toThrow("message");
    await expect(tryMailAgain(ours.scope, "no id")).rejects.toThrow("message");
    await expect(tryMailAgain(await givenMember(ours, "editor"), id)).rejects.toThrow("Only an owner");
  });

  it("keeps no text when it was between Kept and one person", async () => {
    server.refusal = { code: 550, sentence: "no such mailbox" };
    const mail = { organisationId: null, kind: "reset", to: "me@example.org", subject: "s", text: "secret" };
    await database().transaction((tx) => queueMail(tx, mail));
    await deliverMail(postbox);
    const [row] = await db.ownerSql`select body, state from mails`;
    expect(row).toEqual({ body: null, state: "failed" });
  });
});

describe("a subject", () => {
  const send = async (subject: string) => {
    const mail = {
      organisationId: ours.organisationId,
      kind: "test",
      to: "a@example.org",
      subject,
      text: "t",
    };
    await inScope(ours.scope, (tx) => queueMail(tx, mail));
    await deliverMail(postbox);
    return server.received[0];
  };

  it("cannot bring a header or another reader with it", async () => {
    const received = await send("Us\r\nBcc: spy@example.org\r\n\r\nClick here\u2028now\u0007");
    expect(received).toMatchObject({
      to: "a@example.org",
      subject: "Us Bcc: spy@example.org Click here now",
      text: expect.not.stringContaining("Click"),
    });
    expect(server.received).toHaveLength(1);
    expect(received!.headers).not.toContain("bcc");
  });

  it("arrives whole when it is long and in any script", async () => {
    const subject = `${"Ìlàjà àti ìdájọ́ – حقوق الجميع – 平等 – ਬਰਾਬਰੀ 🧵 ".repeat(12)}end`;
    expect((await send(subject))?.subject).toBe(subject);
    server.received.length = 0;
    const unbroken = "x".repeat(1500);
    expect((await send(unbroken))?.subject.replaceAll(" ", "")).toBe(unbroken);
  });

  it("does not let an address carry more than one reader", async () => {
    await queue("a@example.org, spy@example.org");
    await deliverMail(postbox);
    expect(server.received.filter(({ to }) => to.startsWith("spy"))).toEqual([]);
  });
});

describe("who sees mail", () => {
  it("is the organisation's owners, and only their own", async () => {
    const theirs = await givenOrganisation();
    await queue("ours@example.org");
    expect(await listMail(ours.scope)).toHaveLength(1);
    expect(await listMail(theirs.scope)).toEqual([]);
    const editor = await givenMember(ours, "editor");
    expect(() => listMail(editor)).toThrow("Only an owner");
    expect(await asPublic((tx) => tx.select().from(mails))).toEqual([]);
    expect(await inScope(theirs.scope, (tx) => tx.select().from(mails))).toEqual([]);
  });

  it("is nobody for a personal message but its reader", async () => {
    const mail = {
      organisationId: null,
      kind: "password-reset",
      to: "me@example.org",
      subject: "s",
      text: "t",
    };
    await database().transaction((tx) => queueMail(tx, mail));
    expect(await inScope(ours.scope, (tx) => tx.select().from(mails))).toEqual([]);
    expect((await listLocalOutbox()).map(({ recipient }) => recipient)).toEqual(["me@example.org"]);
  });
});

async function stillQueued(): Promise<number> {
  const [row] = await db.ownerSql`select count(*)::int as n from mails where state = 'queued'`;
  return row!.n as number;
}
