import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { asPublic, inScope } from "#db/client.server.ts";
import { changeRole, listMembers, removeMember } from "#db/membership.server.ts";
import { listHistory } from "#db/organisation-history.server.ts";
import { changeDetails, createOrganisation, findOrganisation } from "#db/organisation.server.ts";
import { findMembership, listMyOrganisations } from "#db/person.server.ts";
import { invitations, memberships, organisations } from "#db/schema/accounts.ts";
import { useDatabase } from "#tests/support/database.ts";
import { givenMember, givenOrganisation } from "#tests/support/given.ts";

const db = useDatabase();

describe("the wall between organisations", () => {
  it("hides another organisation's members from a query that forgot its where", async () => {
    const ours = await givenOrganisation();
    const theirs = await givenOrganisation();
    const seen = await inScope(ours.scope, (tx) => tx.select().from(memberships));
    expect(seen.map((row) => row.organisationId)).toEqual([ours.organisationId]);
    expect(theirs.organisationId).not.toBe(ours.organisationId);
  });

  it("shows no member to somebody who is not signed in", async () => {
    await givenOrganisation();
    expect(await asPublic((tx) => tx.select().from(memberships))).toEqual([]);
  });

  it("refuses to write a row for another organisation", async () => {
    const ours = await givenOrganisation();
    const theirs = await givenOrganisation();
    const write = inScope(ours.scope, (tx) =>
      tx
        .insert(memberships)
        .values({ organisationId: theirs.organisationId, userId: ours.scope.userId, role: "owner" }),
    );
    await expect(write).rejects.toMatchObject({ cause: { code: "42501" } });
  });

  it("changes nothing of another organisation", async () => {
    const ours = await givenOrganisation();
    const theirs = await givenOrganisation({ name: "Quarry Bank" });
    await inScope(ours.scope, (tx) =>
      tx.update(organisations).set({ name: "Ours now" }).where(eq(organisations.id, theirs.organisationId)),
    );
    expect((await findOrganisation(theirs.scope)).name).toBe("Quarry Bank");
  });

  it("keeps the history from being rewritten, even by the organisation itself", async () => {
    const { scope } = await givenOrganisation();
    const rewrite = inScope(scope, (tx) => tx.execute(sql`update organisation_history set detail = '{}'`));
    await expect(rewrite).rejects.toMatchObject({ cause: { code: "42501" } });
  });

  it("covers every table that has an organisation", async () => {
    const open = await db.ownerSql`
      select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
      where a.attname = 'organisation_id' and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
        and not (c.relrowsecurity and c.relforcerowsecurity)`;
    expect(open.map((row) => row.relname)).toEqual([]);
  });
});

describe("membership", () => {
  it("lets a person see all their own memberships, and nobody else's", async () => {
    const first = await givenOrganisation({ name: "Alder House" });
    await createOrganisation(first.scope.userId, { name: "Birch House", kind: "charity", region: "Wales" });
    await givenOrganisation({ name: "Cedar House" });
    const mine = await listMyOrganisations(first.scope.userId);
    expect(mine.map((row) => row.name)).toEqual(["Alder House", "Birch House"]);
  });

  it("is not found for a stranger, exactly as an organisation that does not exist", async () => {
    const { slug, scope } = await givenOrganisation();
    const stranger = await givenOrganisation();
    expect(await findMembership(stranger.scope.userId, slug)).toBeUndefined();
    expect(await findMembership(stranger.scope.userId, "no-such-place")).toBeUndefined();
    expect((await findMembership(scope.userId, slug))?.role).toBe("owner");
  });

  it("cannot lose the last owner, by removal or by demotion", async () => {
    const ours = await givenOrganisation();
    await expect(removeMember(ours.scope, ours.scope.userId)).rejects.toThrow("needs an owner");
    await expect(changeRole(ours.scope, ours.scope.userId, "editor")).rejects.toThrow("needs an owner");
  });

  it("keeps one owner when two owners demote each other at the same moment", async () => {
    const ours = await givenOrganisation();
    const other = await givenMember(ours, "owner");
    const results = await Promise.allSettled([
      changeRole(ours.scope, other.userId, "editor"),
      changeRole(other, ours.scope.userId, "editor"),
    ]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    const owners = (await listMembers(ours.scope)).filter((member) => member.role === "owner");
    expect(owners).toHaveLength(1);
  });

  it("is not found when the id belongs to another organisation's member", async () => {
    const ours = await givenOrganisation();
    const theirs = await givenOrganisation();
    await expect(removeMember(ours.scope, theirs.scope.userId)).rejects.toMatchObject({
      detail: { kind: "not-found" },
    });
  });

  it("is managed by owners alone", async () => {
    const ours = await givenOrganisation();
    const editor = await givenMember(ours, "editor");
    await expect(removeMember(editor, ours.scope.userId)).rejects.toThrow("Only an owner");
  });

  it("tells what happened, newest first", async () => {
    const ours = await givenOrganisation();
    const editor = await givenMember(ours, "editor");
    await changeRole(ours.scope, editor.userId, "reviewer");
    await removeMember(ours.scope, editor.userId);
    const kinds = (await listHistory(ours.scope)).map((entry) => entry.kind);
    expect(kinds).toEqual(["member-removed", "role-changed", "organisation-created"]);
  });
});

describe("an organisation", () => {
  it("gets an address of its own when its name is taken, also at the same moment", async () => {
    const name = `Rowan ${randomUUID().slice(0, 6)}`;
    const made = await Promise.all([1, 2, 3].map(() => givenOrganisation({ name })));
    expect(new Set(made.map((one) => one.slug)).size).toBe(3);
  });

  it("tells the second of two people who save that somebody was quicker, and what they saved", async () => {
    const { scope } = await givenOrganisation();
    const details = { kind: "charity", region: "Wales" } as const;
    await changeDetails(scope, 1, { ...details, name: "First" });
    const second = changeDetails(scope, 1, { ...details, name: "Second" });
    await expect(second).rejects.toMatchObject({ detail: { kind: "conflict", theirs: { name: "First" } } });
    expect((await findOrganisation(scope)).name).toBe("First");
  });

  it("can never be deleted by the application", async () => {
    const { scope } = await givenOrganisation();
    const removal = inScope(scope, (tx) => tx.delete(organisations));
    await expect(removal).rejects.toMatchObject({ cause: { code: "42501" } });
    expect(await inScope(scope, (tx) => tx.select().from(invitations))).toEqual([]);
  });
});
