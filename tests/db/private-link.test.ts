import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { asPublic, inScope } from "#db/client.server.ts";
import { issueLink, type NewLink, openLink, revokeLink, markUsed } from "#db/private-link.server.ts";
import { privateLinks } from "#db/schema/mail.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type GivenOrganisation, givenOrganisation } from "#tests/support/given.ts";

const db = useDatabase();
const now = new Date("2026-05-01T12:00:00Z");
let ours: GivenOrganisation;
let theirs: GivenOrganisation;

beforeAll(async () => {
  ours = await givenOrganisation();
  theirs = await givenOrganisation();
});

function issue(changes: Partial<NewLink> = {}) {
  const link: NewLink = {
    organisationId: ours.organisationId,
    purpose: "attest",
    subjectId: randomUUID(),
    expiresAt: new Date("2026-06-01T12:00:00Z"),
    meta: { round: 1 },
    ...changes,
  };
  return inScope(ours.scope, (tx) => issueLink(tx, link));
}

describe("a private link", () => {
  it("opens what it is for, without a sign-in", async () => {
    const subjectId = randomUUID();
    const { linkId, token } = await issue({ subjectId });
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await openLink(token, "attest", now)).toEqual({
      linkId,
      organisationId: ours.organisationId,
      subjectId,
      meta: { round: 1 },
      usedAt: null,
    });
  });

  it("is not found for another purpose, or changed by one letter", async () => {
    const { token } = await issue();
    const other = token.startsWith("A") ? `B${token.slice(1)}` : `A${token.slice(1)}`;
    const attempts = [
      [token, "vote"],
      [other, "attest"],
      ["", "attest"],
    ] as const;
    for (const [tried, purpose] of attempts) {
      await expect(openLink(tried, purpose, now)).rejects.toMatchObject({ detail: { kind: "not-found" } });
    }
  });

  it("says so when it has expired, to the second", async () => {
    const { token } = await issue({ expiresAt: now });
    await expect(openLink(token, "attest", now)).rejects.toThrow("expired");
    expect(await openLink(token, "attest", new Date(now.getTime() - 1000))).toBeDefined();
  });

  it("says so when it has been switched off", async () => {
    const { linkId, token } = await issue();
    await revokeLink(ours.scope, linkId);
    await revokeLink(ours.scope, linkId);
    await expect(openLink(token, "attest", now)).rejects.toThrow("switched off");
  });

  it("cannot be switched off by another organisation", async () => {
    const { linkId, token } = await issue();
    await expect(revokeLink(theirs.scope, linkId)).rejects.toMatchObject({ detail: { kind: "not-found" } });
    expect(await openLink(token, "attest", now)).toBeDefined();
  });

  it("counts one of two uses at the same moment", async () => {
    const { linkId, token } = await issue();
    const uses = await Promise.all([1, 2].map(() => inScope(ours.scope, (tx) => markUsed(tx, linkId))));
    expect(uses.sort()).toEqual([false, true]);
    await expect(openLink(token, "attest", now, { once: true })).rejects.toThrow("used already");
    expect((await openLink(token, "attest", now)).usedAt).toBeInstanceOf(Date);
  });

  it("is stored as its hash alone", async () => {
    const { token } = await issue();
    const rows = await db.ownerSql`select * from private_links`;
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it("shows no other link to who holds one, and none to who holds nothing", async () => {
    await issue();
    expect(await asPublic((tx) => tx.select().from(privateLinks))).toEqual([]);
    expect(await inScope(theirs.scope, (tx) => tx.select().from(privateLinks))).toEqual([]);
  });
});
