import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addDays } from "#app/domain/dates/days.ts";
import { CheckInSweepError, sweepCheckIns } from "#app/jobs/check-ins.ts";
import { deliverMail, openPostbox, type Postbox } from "#app/jobs/mail.ts";
import { listRounds, openRound } from "#db/attestation.server.ts";
import { attest, readRound, takeCommentBack } from "#db/attestation-answer.server.ts";
import { inviteAgain, listInvitations, switchInvitationOff } from "#db/attestation-links.server.ts";
import { adopt } from "#db/commitment.server.ts";
import { listLoopMail, mailLoopLinks } from "#db/feedback-heard-mail.server.ts";
import { issueLoopLinks } from "#db/feedback-links.server.ts";
import { hear, readHeard } from "#db/feedback-voices.server.ts";
import { requireLoop } from "#db/feedback-read.server.ts";
import { listMail } from "#db/mail.server.ts";
import { ask, readCase } from "#db/open-door.server.ts";
import { checkIn, listProtected } from "#db/protected-challenge.server.ts";
import { openLink } from "#db/private-link.server.ts";
import { readState } from "#db/record.server.ts";
import { choose } from "#db/reminder.server.ts";
import { sealAddress, unsealAddress } from "#db/sealed-address.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { givenMember, givenOrganisation, type GivenOrganisation } from "#tests/support/given.ts";
import { MailServer } from "#tests/support/mail-server.ts";
import { givenAnswer, givenSaid, monday, publishAll } from "./given.ts";

const db = useDatabase();
const server = new MailServer();
const origin = "http://kept.test";
const secret = "a secret of the installation, long enough";
const today = new Date().toISOString().slice(0, 10);
let postbox: Postbox;
let ours: GivenOrganisation;
let commitmentId: string;

beforeAll(async () => {
  await server.start();
  postbox = openPostbox({ smtpUrl: server.url, from: "Kept <kept@example.org>" });
  ours = await givenOrganisation();
  const promise = {
    title: "Pay in time",
    what: "Within ten days.",
    why: "",
    answerable: "Director",
    forWhom: "All",
  };
  commitmentId = await adopt(
    ours.scope,
    { ...promise, startOn: "2026-01-01", dueOn: "2030-12-31", recommendations: [] },
    today,
  );
  await publishAll(ours.scope);
});
afterAll(async () => {
  postbox.transport.close();
  await server.stop();
});
beforeEach(async () => {
  await db.ownerSql`delete from mails`;
  server.received.length = 0;
  server.refusal = undefined;
});

const makeDue = () => db.ownerSql`update mails set due_at = now()`;
const tokenIn = (text: string, page: string) => new RegExp(`/${page}/(\\S+)`).exec(text)![1]!;
const verdict = (comment = "", commentUse: "public" | "board" = "board") => ({
  verdict: "kept" as const,
  comment,
  commentUse,
});

describe("mail to people who spoke, over a real SMTP server", () => {
  it("waits while the server is down, is visible, and goes once when it is back", async () => {
    const id = await givenSaid(ours.scope);
    await givenAnswer(ours.scope, id, monday);
    await mailLoopLinks(ours.scope, id, ["amira@example.org"], { origin, secret }, monday);
    await server.stop();
    expect(await deliverMail(postbox)).toMatchObject({ later: 1 });
    expect(await listMail(ours.scope)).toMatchObject([{ kind: "heard", state: "queued", attempts: 1 }]);
    await server.start();
    await makeDue();
    const both = await Promise.all([deliverMail(postbox), deliverMail(postbox)]);
    expect(both[0].sent + both[1].sent).toBe(1);
    expect(server.received).toHaveLength(1);
    await openLink(tokenIn(server.received[0]!.text, "heard"), "answer-loop", new Date());
    expect((await db.ownerSql`select link_id, body from mails`)[0]).toEqual({ link_id: null, body: null });
  });

  it("goes once to an address, however often it is named, and again only on purpose", async () => {
    const id = await givenSaid(ours.scope);
    await givenAnswer(ours.scope, id, monday);
    const send = (addresses: string[], confirmed = false) =>
      mailLoopLinks(ours.scope, id, addresses, { origin, secret }, monday, { confirmed });
    expect(await send(["a@example.org", "b@example.org", "a@example.org"])).toBe(2);
    await deliverMail(postbox);
    expect(server.received.map(({ to }) => to).sort()).toEqual(["a@example.org", "b@example.org"]);
    await expect(send(["a@example.org", "c@example.org"])).rejects.toMatchObject({
      detail: { fields: { confirmed: [expect.stringMatching(/^a@example.org has a message about/)] } },
    });
    const both = await Promise.allSettled([send(["d@example.org"]), send(["d@example.org"])]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await send(["a@example.org"], true)).toBe(1);
    await expect(send(["a@example.org"])).rejects.toThrow(/has a message about/);
    await deliverMail(postbox);
    expect(server.received.map(({ to }) => to).sort()).toEqual(
      ["a", "a", "b", "d"].map((name) => `${name}@example.org`),
    );
    expect(await requireLoop(ours.scope, id, monday)).toMatchObject({ asked: 3, sentAgain: 1 });
    const another = await givenSaid(ours.scope);
    await givenAnswer(ours.scope, another, monday);
    expect(await mailLoopLinks(ours.scope, another, ["a@example.org"], { origin, secret }, monday)).toBe(1);
  });

  it("mailed again after it arrived and was answered, stops working, and a kinder answer over the new link is not counted", async () => {
    const id = await givenSaid(ours.scope, { people: 4 });
    await givenAnswer(ours.scope, id, monday);
    const send = (confirmed: boolean) =>
      mailLoopLinks(
        ours.scope,
        id,
        ["one", "two", "three"].map((name) => `${name}@example.org`),
        { origin, secret },
        monday,
        { confirmed },
      );
    const links = async () =>
      Promise.all(
        server.received.map(async ({ text }) => openLink(tokenIn(text, "heard"), "answer-loop", new Date())),
      );
    const voice = {
      reflects: "yes" as const,
      changed: "yes" as const,
      comment: "",
      commentUse: "board" as const,
    };
    await send(false);
    await deliverMail(postbox);
    const first = server.received.map(({ text }) => tokenIn(text, "heard"));
    for (const link of await links())
      await hear(link, { ...voice, reflects: "no", comment: "Still at noon" });
    server.received.length = 0;
    await send(true);
    await deliverMail(postbox);
    for (const token of first)
      await expect(openLink(token, "answer-loop", new Date())).rejects.toThrow(/switched off/);
    expect((await requireLoop(ours.scope, id, monday)).view.heard).toMatchObject({ no: 3, of: 3 });
    for (const link of await links()) {
      expect(await readHeard(link)).toMatchObject({ mine: null, again: true });
      await hear(link, voice);
    }
    expect(await requireLoop(ours.scope, id, monday)).toMatchObject({
      asked: 3,
      sentAgain: 3,
      view: { heard: { yes: 0, no: 3, of: 3 } },
    });
    // Which address got which link cannot be read in the database.
    const rows = await db.ownerSql`select meta from private_links where subject_id = ${id}`;
    expect(JSON.stringify(rows)).not.toContain("example.org");
  });

  it("shows editors what bounced; sent again, the link that never arrived is dead", async () => {
    const id = await givenSaid(ours.scope, { people: 1 });
    await givenAnswer(ours.scope, id, monday);
    await mailLoopLinks(ours.scope, id, ["gone@example.org"], { origin, secret }, monday);
    server.refusal = { code: 550, sentence: "no such mailbox" };
    await deliverMail(postbox);
    server.refusal = undefined;
    const editor = await givenMember(ours, "editor");
    expect(await listLoopMail(editor, id)).toMatchObject([
      { address: "gone@example.org", state: "failed", lastError: expect.stringContaining("no such mailbox") },
    ]);
    await expect(mailLoopLinks(editor, id, ["gone@example.org"], { origin, secret }, monday)).rejects.toThrow(
      /did not arrive/,
    );
    await mailLoopLinks(editor, id, ["gone@example.org"], { origin, secret }, monday, { confirmed: true });
    expect(await listLoopMail(editor, id)).toMatchObject([{ state: "queued", attempts: 0 }]);
    await deliverMail(postbox);
    expect(await listLoopMail(editor, id)).toEqual([]);
    const elsewhere = (await givenOrganisation()).scope;
    await expect(listLoopMail(elsewhere, id)).rejects.toMatchObject({ detail: { kind: "not-found" } });
    const reviewer = await givenMember(ours, "reviewer");
    expect(() => listLoopMail(reviewer, id)).toThrow(/Reviewers can read/);
  });

  it("names an invitation that bounced, and sends it again to another address", async () => {
    const round = { invited: 3, howChosen: "Everybody who was paid in May, by mail.", days: 30 };
    const addresses = ["gone@example.org", "b@example.org"];
    const { roundId, tokens } = await openRound(ours.scope, commitmentId, round, today, {
      addresses,
      origin,
    });
    expect(tokens).toHaveLength(1);
    server.refusal = { code: 550, sentence: "no such mailbox" };
    await deliverMail(postbox);
    const list = () => listInvitations(ours.scope, commitmentId, roundId);
    expect((await list()).invitations[0]).toMatchObject({
      number: 1,
      mail: { address: "gone@example.org", state: "failed" },
    });
    server.refusal = undefined;
    const other = { address: "found@example.org", origin };
    await inviteAgain(ours.scope, commitmentId, roundId, 1, other, today);
    await inviteAgain(ours.scope, commitmentId, roundId, 2, other, today);
    await deliverMail(postbox);
    expect(server.received).toHaveLength(2);
    const mine = await Promise.all(
      [
        tokenIn(server.received[0]!.text, "attest"),
        tokenIn(server.received[1]!.text, "attest"),
        tokens[0]!,
      ].map((token) => openLink(token, "attest", new Date())),
    );
    await attest(mine[0]!, verdict("Paid late, twice.", "public"));
    // Lost and made anew: what was said still counts, is shown to nobody, and is one voice with what is said now.
    const token = (await inviteAgain(ours.scope, commitmentId, roundId, 1, "letter", today))!;
    const again = await openLink(token, "attest", new Date());
    expect(await readRound(again)).toMatchObject({ mine: null, again: true });
    await attest(again, verdict("Paid late, three times.", "public"));
    await attest(again, verdict("Paid late, twice.", "public"));
    await attest(mine[1]!, verdict());
    await publishAll(ours.scope);
    expect(JSON.stringify([...(await readState(ours.slug)).subjects])).not.toContain("Paid late");
    await attest(mine[2]!, verdict());
    await publishAll(ours.scope);
    expect(JSON.stringify([...(await readState(ours.slug)).subjects])).toContain("Paid late");
    await takeCommentBack(again);
    expect(JSON.stringify([...(await readState(ours.slug)).subjects])).not.toContain("Paid late");
    await publishAll(ours.scope);
    await switchInvitationOff(ours.scope, commitmentId, roundId, 3);
    expect((await listRounds(ours.scope, commitmentId))[0]).toMatchObject({
      switchedOff: 1,
      sentAgain: 2,
      caveat: expect.stringMatching(/made 2 links anew/),
      tally: { kept: 3 },
    });
    const editorElsewhere = (await givenOrganisation()).scope;
    await expect(listInvitations(editorElsewhere, commitmentId, roundId)).rejects.toMatchObject({
      detail: { kind: "not-found" },
    });
    const reviewer = await givenMember(ours, "reviewer");
    expect(() => listInvitations(reviewer, commitmentId, roundId)).toThrow(/Reviewers can read/);
  });
});

describe("a tally", () => {
  it("moves at three, then not before three more, and wholly once asking is over", async () => {
    const id = await givenSaid(ours.scope);
    await givenAnswer(ours.scope, id, monday);
    const tokens = await issueLoopLinks(ours.scope, id, 8, monday);
    const seen: (number | undefined)[] = [];
    for (const token of tokens.slice(0, 7)) {
      const link = await openLink(token, "answer-loop", new Date());
      await hear(link, { reflects: "no", changed: "no", comment: "", commentUse: "board" });
      seen.push((await requireLoop(ours.scope, id, monday)).view.heard?.of);
    }
    expect(seen).toEqual([undefined, undefined, 3, 3, 3, 6, 6]);
    await db.ownerSql`update private_links set expires_at = now() where subject_id = ${id}`;
    expect((await requireLoop(ours.scope, id, monday)).view.heard?.of).toBe(7);
  });
});

describe("check-ins of a protected challenge", () => {
  it("go to a sealed address at 30, 90 and 180 days, once, tell nothing, and leave no address", async () => {
    const one = await givenOrganisation();
    await publishAll(one.scope);
    const board = await givenMember(one, "reviewer");
    const passphrase = "seven quiet lanterns";
    const fearful = {
      kind: "protected" as const,
      words: "I was told to keep quiet.",
      wordsUse: "not-published" as const,
    };
    const sealed = sealAddress("fearful@example.net", secret);
    expect(sealed).not.toContain("fearful");
    expect(unsealAddress(sealed, "another secret of the installation")).toBeUndefined();
    await ask(one.slug, undefined, { ...fearful, passphrase }, today, sealed);
    const sweep = (days: number) => sweepCheckIns({ origin, secret }, `${addDays(today, days)}T09:00:00Z`);
    await sweep(1);
    await sweep(1);
    await deliverMail(postbox);
    expect(server.received.map(({ to }) => to).filter((to) => to === "fearful@example.net")).toEqual([]);
    expect(server.received).toHaveLength(1);
    for (const days of [31, 31, 40, 91, 185, 190]) await Promise.all([sweep(days), sweep(days)]);
    expect(await listMail(one.scope)).toEqual([]);
    await deliverMail(postbox);
    const written = server.received.filter(({ to }) => to === "fearful@example.net");
    expect(written).toHaveLength(3);
    expect(JSON.stringify(written)).not.toMatch(/Harbour|quiet|challenge|board/i);
    expect(
      await db.ownerSql`select * from check_in_contacts where organisation_id = ${one.organisationId}`,
    ).toEqual([]);
    expect(await db.ownerSql`select * from mails where recipient = 'fearful@example.net'`).toEqual([]);
    const link = await openLink(tokenIn(written[0]!.text, "check-in"), "check-in", new Date());
    await expect(readCase(link, "a wrong passphrase", today)).rejects.toMatchObject({
      detail: { kind: "not-found" },
    });
    const answer = { day: 30 as const, happened: "yes" as const, words: "My shifts were cut." };
    await checkIn(link, passphrase, answer, addDays(today, 31));
    expect((await listProtected(board, addDays(today, 32)))[0]).toMatchObject({ harmed: true });
    await expect(async () => listProtected(one.scope, today)).rejects.toMatchObject({
      detail: { kind: "forbidden" },
    });
  });

  it("are told to a board member on the first day that they do not keep quiet", async () => {
    const one = await givenOrganisation();
    await publishAll(one.scope);
    const board = await givenMember(one, "reviewer");
    const [holy, after] = [addDays(today, 1), addDays(today, 2)];
    await choose(board, { digest: "weekly", weekday: 1, quietOn: [holy], without: [] });
    const fearful = {
      kind: "protected" as const,
      words: "They leaned on me.",
      wordsUse: "not-published" as const,
    };
    await ask(one.slug, undefined, { ...fearful, passphrase: "four slow rivers" }, today);
    const told = async (day: string) => {
      await sweepCheckIns({ origin, secret }, `${day}T09:00:00Z`);
      const mails = await db.ownerSql`select subject from mails
        join users on users.email = mails.recipient where kind = 'board' and users.id = ${board.userId}`;
      return mails.length;
    };
    expect(await told(holy)).toBe(0);
    expect(await told(after)).toBe(1);
    expect(await told(after)).toBe(1);
  });

  it("go out for every other organisation when one of them fails, and the failure is told", async () => {
    const [broken, whole] = [await givenOrganisation(), await givenOrganisation()];
    const ids: string[] = [];
    for (const { scope, slug } of [broken, whole]) {
      await publishAll(scope);
      const words = {
        kind: "protected" as const,
        words: "They leaned on me.",
        wordsUse: "not-published" as const,
      };
      const passphrase = "four slow rivers";
      await ask(slug, undefined, { ...words, passphrase }, today, sealAddress(`${slug}@example.net`, secret));
      ids.push(scope.organisationId);
    }
    // The day itself cannot be reckoned with any more.
    const [first, second] = [...ids].sort() as [string, string];
    const failing = first === broken.organisationId ? broken : whole;
    const other = failing === broken ? whole : broken;
    await db.ownerSql`update protected_challenges set received_on = 'infinity' where organisation_id = ${first}`;
    const outcome = await sweepCheckIns({ origin, secret }, `${addDays(today, 31)}T09:00:00Z`).catch(
      (error: unknown) => error,
    );
    await db.ownerSql`update protected_challenges set received_on = ${today} where organisation_id = ${first}`;
    expect(outcome).toBeInstanceOf(CheckInSweepError);
    expect((outcome as CheckInSweepError).errors.map(String)).toEqual([
      expect.stringContaining(`The check-ins of ${failing.slug} failed`),
    ]);
    const queued = async () =>
      (await db.ownerSql`select recipient from mails where kind = 'check-in'`).map(
        ({ recipient }) => recipient,
      );
    expect(second).toBe(other.organisationId);
    expect(await queued()).toEqual([`${other.slug}@example.net`]);
    await sweepCheckIns({ origin, secret }, `${addDays(today, 31)}T10:00:00Z`);
    expect((await queued()).sort()).toEqual(
      [`${broken.slug}@example.net`, `${whole.slug}@example.net`].sort(),
    );
  });
});
