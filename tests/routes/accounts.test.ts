import { beforeAll, describe, expect, it } from "vitest";
import * as account from "#app/routes/account/account.tsx";
import * as forgotten from "#app/routes/account/forgotten.tsx";
import * as invitation from "#app/routes/account/invitation.tsx";
import * as organisations from "#app/routes/account/organisations.tsx";
import * as outbox from "#app/routes/account/outbox.tsx";
import * as reset from "#app/routes/account/reset.tsx";
import * as setUp from "#app/routes/account/set-up.tsx";
import * as signIn from "#app/routes/account/sign-in.tsx";
import * as signOut from "#app/routes/account/sign-out.tsx";
import * as mail from "#app/routes/organisation/mail.tsx";
import * as members from "#app/routes/organisation/members.tsx";
import * as settings from "#app/routes/organisation/settings.tsx";
import { takeNotice } from "#app/http/notice.server.ts";
import { listLocalOutbox } from "#db/mail.server.ts";
import { createMember } from "#db/organisation.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type GivenOrganisation, givenOrganisation } from "#tests/support/given.ts";
import { provideTestSettings } from "#tests/support/settings.ts";
import { Visitor } from "#tests/support/visitor.ts";

const db = useDatabase();
provideTestSettings();

const password = "lantern orchard ferry";
let ours: GivenOrganisation;
let theirs: GivenOrganisation;

async function signedIn(email: string, address?: string): Promise<Visitor> {
  const visitor = new Visitor(address);
  const answer = await visitor.send(signIn.action, "/sign-in", { email, password });
  expect(answer.status).toBe(303);
  return visitor;
}

async function mailedAddress(recipient: string): Promise<string> {
  const found = (await listLocalOutbox()).find((one) => one.recipient === recipient);
  return /http:\/\/localhost:3000(\/\S+)/.exec(found?.body ?? "")?.[1] ?? "";
}

describe("setting up", () => {
  const form = {
    name: "Harbour Lane Trust",
    kind: "charity",
    region: "Wales",
    ownerName: "Olwen",
    email: "First@Example.org",
    password,
  };

  it("asks for what is missing, and keeps what was typed but not the password", async () => {
    const answer = await new Visitor().send(setUp.action, "/set-up", {
      ...form,
      kind: "",
      password: "short",
    });
    expect(answer.status).toBe(400);
    expect(answer.data).toMatchObject({
      values: { name: "Harbour Lane Trust" },
      errors: {
        kind: ["Choose what kind of organisation it is."],
        password: [expect.stringContaining("12")],
      },
    });
    expect(JSON.stringify(answer.data)).not.toContain("short");
  });

  it("makes the first organisation and signs its owner in; then it is closed", async () => {
    const visitor = new Visitor();
    const answer = await visitor.send(setUp.action, "/set-up", form);
    expect(answer.location).toBe("/o/harbour-lane-trust");
    const mine = await visitor.load(organisations.loader, "/account/organisations");
    expect(mine.data).toMatchObject({ organisations: [{ name: "Harbour Lane Trust", role: "owner" }] });
    const again = await new Visitor().send(setUp.action, "/set-up", { ...form, email: "second@example.org" });
    expect(again.status).toBe(409);
    expect((await new Visitor().load(setUp.loader, "/set-up")).location).toBe("/");
  });
});

describe("accounts", () => {
  beforeAll(async () => {
    ours = await givenOrganisation({ name: "Ours" });
    theirs = await givenOrganisation({ name: "Theirs" });
    for (const role of ["owner", "editor", "reviewer"] as const) {
      await createMember(ours.organisationId, { name: role, email: `${role}@ours.example`, password, role });
    }
    await createMember(theirs.organisationId, {
      name: "Stranger",
      email: "owner@theirs.example",
      password,
      role: "owner",
    });
  });

  describe("signing in", () => {
    it("leads where one wanted to go, never to another site", async () => {
      const fields = { email: "Editor@ours.example ", password };
      const there = await new Visitor().send(signIn.action, "/sign-in", {
        ...fields,
        next: "/o/ours/members?a=1",
      });
      expect(there.location).toBe("/o/ours/members?a=1");
      for (const next of [
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "/\t/evil.example",
        "javascript:x",
      ]) {
        const answer = await new Visitor().send(signIn.action, "/sign-in", { ...fields, next });
        expect(answer.location).toBe("/account/organisations?go");
      }
    });

    it("sets a cookie that scripts cannot read and other sites cannot send", async () => {
      const answer = await new Visitor().send(signIn.action, "/sign-in", {
        email: "editor@ours.example",
        password,
      });
      const [cookie] = answer.headers.getSetCookie();
      expect(cookie).toMatch(/HttpOnly/i);
      expect(cookie).toMatch(/SameSite=Lax/i);
      expect(cookie).toMatch(/^kept\./);
    });

    it("says the same for a wrong password and for an address without an account", async () => {
      const wrong = await new Visitor().send(signIn.action, "/sign-in", {
        email: "reviewer@ours.example",
        password: "wrong",
      });
      const unknown = await new Visitor().send(signIn.action, "/sign-in", {
        email: "nobody@ours.example",
        password: "wrong",
      });
      expect([wrong.status, unknown.status]).toEqual([400, 400]);
      const errors = (answer: typeof wrong) => (answer.data as { errors: unknown }).errors;
      expect(errors(wrong)).toEqual(errors(unknown));
    });

    it("makes who tries too often wait, also with the right password and from elsewhere", async () => {
      const email = "owner@theirs.example";
      for (let attempt = 0; attempt < 10; attempt += 1) {
        const answer = await new Visitor(`198.51.100.${attempt}`).send(signIn.action, "/sign-in", {
          email,
          password: "guess",
        });
        expect(answer.status).toBe(400);
      }
      const refused = await new Visitor("198.51.100.99").send(signIn.action, "/sign-in", { email, password });
      expect(refused.status).toBe(429);
      expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(60);
      expect(refused.data).toMatchObject({ errors: { form: [expect.stringContaining("Wait 15 minutes")] } });
      await db.ownerSql`delete from rate_limits`;
    });

    it("keeps nobody's address in clear while counting", async () => {
      await new Visitor("192.0.2.44").send(signIn.action, "/sign-in", {
        email: "x@y.example",
        password: "guess",
      });
      const rows = await db.ownerSql`select key from rate_limits`;
      expect(JSON.stringify(rows)).not.toMatch(/192\.0\.2\.44|x@y/);
    });

    it("ends with signing out", async () => {
      const visitor = await signedIn("editor@ours.example");
      expect((await visitor.load(account.loader, "/account")).status).toBe(200);
      const stolen = visitor.thief();
      await visitor.send(signOut.action, "/sign-out", {});
      expect((await visitor.load(account.loader, "/account")).location).toBe("/sign-in?next=%2Faccount");
      expect((await stolen.load(account.loader, "/account")).status).toBe(302);
    });
  });

  describe("one's own account", () => {
    it("lists devices by name and signs one out", async () => {
      const here = await signedIn("reviewer@ours.example");
      const there = await signedIn("reviewer@ours.example");
      const { data } = await here.load(account.loader, "/account");
      const { devices } = data as { devices: { id: string; name: string; thisOne: boolean }[] };
      expect(devices.map(({ name, thisOne }) => [name, thisOne])).toContainEqual(["Firefox on Linux", true]);
      expect(JSON.stringify(data)).not.toMatch(/token/i);
      for (const { id, thisOne } of devices) {
        if (!thisOne) await here.send(account.action, "/account", { intent: "sign-out", device: id });
      }
      expect((await there.load(account.loader, "/account")).status).toBe(302);
      expect((await here.load(account.loader, "/account")).status).toBe(200);
    });

    it("cannot sign out somebody else's device", async () => {
      const visitor = await signedIn("reviewer@ours.example");
      await signedIn("editor@ours.example");
      const [other] = await db.ownerSql`
        select s.id from sign_ins s join users u on u.id = s.user_id where u.email = 'editor@ours.example'`;
      const answer = await visitor.send(account.action, "/account", {
        intent: "sign-out",
        device: other!.id as string,
      });
      expect(answer.status).toBe(404);
    });

    it("says on the next page what was done, once", async () => {
      const visitor = await signedIn("editor@ours.example");
      const pages = [
        [account.loader, "/account"],
        [organisations.loader, "/account/organisations"],
        [signIn.loader, "/sign-in"],
      ] as const;
      for (const [loader, path] of pages) {
        await visitor.send(account.action, "/account", { intent: "name", name: "editor" });
        if (path === "/sign-in") await visitor.send(signOut.action, "/sign-out", {});
        const notice = async () => ((await visitor.load(loader, path)).data as { notice?: string }).notice;
        expect(await notice()).toBe("Your name is changed.");
        expect(await notice()).toBeUndefined();
      }
    });

    it("changes the password only for who knows the present one, and signs the other devices out", async () => {
      await createMember(ours.organisationId, {
        name: "Pat",
        email: "pat@ours.example",
        password,
        role: "editor",
      });
      const here = await signedIn("pat@ours.example");
      const there = await signedIn("pat@ours.example");
      const change = { intent: "password", newPassword: "granite violet tram" };
      const wrong = await here.send(account.action, "/account", {
        ...change,
        currentPassword: "no idea at all",
      });
      expect(wrong.data).toMatchObject({ errors: { currentPassword: [expect.any(String)] } });
      const right = await here.send(account.action, "/account", { ...change, currentPassword: password });
      expect(right.status).toBe(303);
      expect((await here.load(account.loader, "/account")).status).toBe(200);
      expect((await there.load(account.loader, "/account")).status).toBe(302);
    });
  });

  describe("a forgotten password", () => {
    it("is reset once by the mailed address, which signs every device out", async () => {
      const email = "lee@ours.example";
      await createMember(ours.organisationId, { name: "Lee", email, password, role: "editor" });
      const device = await signedIn(email);
      await new Visitor().send(forgotten.action, "/forgotten", { email });
      const path = await mailedAddress(email);
      const params = { token: path.replace("/reset/", "") };
      expect((await new Visitor().load(reset.loader, path, params)).data).toEqual({ open: true });
      const weak = await new Visitor().send(reset.action, path, { password: "aaaaaaaaaaaaaa" }, params);
      expect(weak.status).toBe(400);
      const done = await new Visitor().send(reset.action, path, { password: "granite violet tram" }, params);
      expect(done.location).toBe("/sign-in");
      expect((await device.load(account.loader, "/account")).status).toBe(302);
      expect((await new Visitor().load(reset.loader, path, params)).data).toEqual({ open: false });
      const again = await new Visitor().send(reset.action, path, { password: "another three words" }, params);
      expect(again.status).toBe(400);
    });

    it("answers the same whether there is an account or not, and mails only then", async () => {
      const known = await new Visitor().send(forgotten.action, "/forgotten", {
        email: "reviewer@ours.example",
      });
      const unknown = await new Visitor().send(forgotten.action, "/forgotten", {
        email: "ghost@ours.example",
      });
      expect([known.status, unknown.status]).toEqual([200, 200]);
      expect(Object.keys(known.data as object)).toEqual(Object.keys(unknown.data as object));
      expect(await mailedAddress("ghost@ours.example")).toBe("");
    });

    it("keeps no usable token in the database", async () => {
      await new Visitor().send(forgotten.action, "/forgotten", { email: "editor@ours.example" });
      const token = (await mailedAddress("editor@ours.example")).replace("/reset/", "");
      const rows = await db.ownerSql`select identifier, value from verifications`;
      expect(token.length).toBeGreaterThan(20);
      expect(JSON.stringify(rows)).not.toContain(token);
    });

    it("cannot be asked for without end", async () => {
      const email = "flood@ours.example";
      const statuses = [];
      for (let attempt = 0; attempt < 4; attempt += 1) {
        statuses.push((await new Visitor().send(forgotten.action, "/forgotten", { email })).status);
      }
      expect(statuses).toEqual([200, 200, 200, 429]);
    });
  });

  describe("an invitation", () => {
    const invite = (owner: Visitor, email: string, role = "editor") =>
      owner.send(
        members.action,
        "/o/ours/members",
        { intent: "invite", email, role },
        { organisation: "ours" },
      );

    it("makes an account that is signed in, and works once", async () => {
      const owner = await signedIn("owner@ours.example");
      expect((await invite(owner, "New@ours.example")).location).toBe("/o/ours/members");
      const path = await mailedAddress("new@ours.example");
      const params = { token: path.replace("/invitations/", "") };
      const visitor = new Visitor();
      const page = await visitor.load(invitation.loader, path, params);
      expect(page.data).toMatchObject({ organisation: "Ours", role: "editor", hasAccount: false });
      const joined = await visitor.send(
        invitation.action,
        path,
        { intent: "new", name: "Nia", password },
        params,
      );
      expect(joined.location).toBe("/o/ours");
      const mine = await visitor.load(organisations.loader, "/account/organisations");
      expect(mine.data).toMatchObject({ organisations: [{ slug: "ours", role: "editor" }] });
      const again = await new Visitor().load(invitation.loader, path, params);
      expect([again.status, again.data]).toEqual([409, expect.stringContaining("used already")]);
    });

    it("joins with the account that exists, and only with that one", async () => {
      const owner = await signedIn("owner@ours.example");
      await invite(owner, "owner@theirs.example", "reviewer");
      const path = await mailedAddress("owner@theirs.example");
      const params = { token: path.replace("/invitations/", "") };
      const signedOut = await new Visitor().send(invitation.action, path, { intent: "join" }, params);
      expect(signedOut.location).toBe(`/sign-in?${new URLSearchParams({ next: path })}`);
      const other = await signedIn("editor@ours.example");
      expect((await other.send(invitation.action, path, { intent: "join" }, params)).status).toBe(409);
      const invited = await signedIn("owner@theirs.example");
      expect((await invited.send(invitation.action, path, { intent: "join" }, params)).location).toBe(
        "/o/ours",
      );
      const mine = await invited.load(organisations.loader, "/account/organisations");
      expect((mine.data as { organisations: unknown[] }).organisations).toHaveLength(2);
    });

    it("stops working when taken back, and when it is 14 days old", async () => {
      const owner = await signedIn("owner@ours.example");
      for (const email of ["back@ours.example", "late@ours.example"]) await invite(owner, email);
      const [row] = await db.ownerSql`select id from invitations where email = 'back@ours.example'`;
      await owner.send(
        members.action,
        "/o/ours/members",
        { intent: "revoke", invitation: row!.id as string },
        { organisation: "ours" },
      );
      await db.ownerSql`update invitations set expires_at = now() where email = 'late@ours.example'`;
      const open = async (email: string) => {
        const path = await mailedAddress(email);
        return new Visitor().load(invitation.loader, path, { token: path.replace("/invitations/", "") });
      };
      expect((await open("back@ours.example")).data).toContain("taken back");
      expect((await open("late@ours.example")).data).toContain("expired");
    });

    it("is not found by guessing, and guessing has an end", async () => {
      const visitor = new Visitor("192.0.2.200");
      const statuses = new Set<number>();
      for (let attempt = 0; attempt < 31; attempt += 1) {
        statuses.add(
          (await visitor.load(invitation.loader, "/invitations/x", { token: `guess-${attempt}` })).status,
        );
      }
      expect([...statuses]).toEqual([404, 429]);
    });

    it("is refused to a member, with a sentence beside the field", async () => {
      const owner = await signedIn("owner@ours.example");
      const answer = await invite(owner, "editor@ours.example");
      expect(answer.data).toMatchObject({ errors: { email: ["editor is a member already."] } });
    });
  });

  describe("the workspace", () => {
    const pages = { members, settings, mail };

    it("asks a signed-out visitor to sign in and brings them back", async () => {
      const answer = await new Visitor().load(members.loader, "/o/ours/members", { organisation: "ours" });
      expect(answer.location).toBe("/sign-in?next=%2Fo%2Fours%2Fmembers");
    });

    it("does not exist for a member of another organisation, exactly as one that is not there", async () => {
      const stranger = await signedIn("editor@ours.example");
      for (const { loader } of Object.values(pages)) {
        for (const organisation of ["theirs", "no-such-place"]) {
          const answer = await stranger.load(loader, `/o/${organisation}/x`, { organisation });
          expect([answer.status, answer.data]).toEqual([404, "We could not find that page."]);
        }
      }
      const write = await stranger.send(
        members.action,
        "/o/theirs/members",
        { intent: "invite", email: "me@ours.example", role: "owner" },
        { organisation: "theirs" },
      );
      expect(write.status).toBe(404);
    });

    it("answers 403 with a sentence to a role that is too weak", async () => {
      const editor = await signedIn("editor@ours.example");
      const params = { organisation: "ours" };
      const page = await editor.load(settings.loader, "/o/ours/settings", params);
      expect([page.status, page.data]).toEqual([403, expect.stringContaining("Only an owner")]);
      const fields = { intent: "role", member: ours.scope.userId, role: "editor" };
      expect((await editor.send(members.action, "/o/ours/members", fields, params)).status).toBe(403);
      expect((await editor.load(members.loader, "/o/ours/members", params)).data).toMatchObject({
        mayManage: false,
        invitations: [],
        history: [],
      });
    });

    it("does not find another organisation's member or invitation by its id", async () => {
      const owner = await signedIn("owner@ours.example");
      const params = { organisation: "ours" };
      const send = (fields: Record<string, string>) =>
        owner.send(members.action, "/o/ours/members", fields, params);
      expect((await send({ intent: "remove", member: theirs.scope.userId })).status).toBe(404);
      const [foreign] = await db.ownerSql`
        insert into invitations (organisation_id, email, role, token_hash, expires_at, invited_by)
        values (${theirs.organisationId}, 'x@x.example', 'owner', 'h', now() + interval '1 day', ${theirs.scope.userId})
        returning id`;
      expect((await send({ intent: "revoke", invitation: foreign!.id as string })).status).toBe(404);
    });

    it("shows what somebody else saved when two save settings at once", async () => {
      const owner = await signedIn("owner@ours.example");
      const params = { organisation: "ours" };
      const { data } = await owner.load(settings.loader, "/o/ours/settings", params);
      const version = String((data as { version: number }).version);
      const form = { version, kind: "charity", region: "Wales" };
      const first = await owner.send(settings.action, "/o/ours/settings", { ...form, name: "First" }, params);
      expect(first.status).toBe(303);
      const second = await owner.send(
        settings.action,
        "/o/ours/settings",
        { ...form, name: "Second" },
        params,
      );
      expect(second.status).toBe(409);
      expect(second.data).toMatchObject({ values: { name: "Second" }, theirs: { name: "First" } });
    });

    it("tells once what was done", async () => {
      const owner = await signedIn("owner@ours.example");
      const fields = { intent: "invite", email: "notice@ours.example", role: "editor" };
      const answer = await owner.send(members.action, "/o/ours/members", fields, { organisation: "ours" });
      const cookie = answer.headers
        .getSetCookie()
        .find((one) => one.startsWith("kept.notice"))!
        .split(";")[0]!;
      const taken = await takeNotice(new Request("http://localhost:3000/", { headers: { Cookie: cookie } }));
      expect(taken.notice).toContain("notice@ours.example");
      expect(taken.headers.get("Set-Cookie")).toContain("Max-Age=0");
      const forged = new Request("http://localhost:3000/", {
        headers: { Cookie: "kept.notice=IkhpIg%3D%3D.x" },
      });
      expect((await takeNotice(forged)).notice).toBeUndefined();
    });
  });

  describe("the outbox of a trial", () => {
    it("is read on this machine only, and not where mail leaves", async () => {
      expect((await new Visitor("127.0.0.1").load(outbox.loader, "/outbox")).status).toBe(200);
      expect((await new Visitor("203.0.113.9").load(outbox.loader, "/outbox")).status).toBe(404);
      const tricked = new Visitor("127.0.0.1", "http://evil.example:3000");
      expect((await tricked.load(outbox.loader, "/outbox")).status).toBe(404);
      provideTestSettings({ smtpUrl: "smtp://mail.example", mailFrom: "kept@example.org" });
      expect((await new Visitor("127.0.0.1").load(outbox.loader, "/outbox")).status).toBe(404);
      provideTestSettings({ databaseUrl: "postgres://db.example/kept" });
      expect((await new Visitor("127.0.0.1").load(outbox.loader, "/outbox")).status).toBe(404);
      provideTestSettings();
    });
  });
});
