import { once } from "node:events";
import { type IncomingMessage, request as send } from "node:http";
import type { ServerBuild } from "@remix-run/node";
import { beforeAll, describe, expect, it } from "vitest";
import * as signIn from "#app/routes/account/sign-in.tsx";
import * as reminders from "#app/routes/reminder/reminders.tsx";
import * as atOnce from "#app/routes/reminder/stop-at-once.ts";
import * as stop from "#app/routes/reminder/stop.tsx";
import { finishAndClose, listen, portOf } from "#app/server/listen.ts";
import { createApp } from "#app/server/server.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { inScope } from "#db/client.server.ts";
import { createMember } from "#db/organisation.server.ts";
import { issueLink } from "#db/private-link.server.ts";
import { choose, findChoice } from "#db/reminder.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type GivenOrganisation, givenMember, givenOrganisation } from "#tests/support/given.ts";
import { provideTestSettings } from "#tests/support/settings.ts";
import { Visitor } from "#tests/support/visitor.ts";

useDatabase();
provideTestSettings();

let ours: GivenOrganisation;
const reader = new Visitor("203.0.113.50");

beforeAll(async () => {
  ours = await givenOrganisation({ name: "Lantern Row" });
});

/** A member who gets letters, and the word in their stop link. */
async function givenReader(): Promise<{ scope: Scope; token: string }> {
  const scope = await givenMember(ours, "editor");
  await choose(scope, { digest: "weekly", weekday: 3, without: [], quietOn: [] });
  const { token } = await inScope(scope, (tx) =>
    issueLink(tx, {
      organisationId: ours.organisationId,
      purpose: "stop-letters",
      subjectId: scope.userId,
      expiresAt: new Date("2099-01-01T00:00:00Z"),
    }),
  );
  return { scope, token };
}

const forged = "A".repeat(43);

describe("the link in a letter", () => {
  it("asks first: looking stops nothing, and the button stops the letters of this reader alone", async () => {
    const [mine, other] = [await givenReader(), await givenReader()];
    const page = await reader.load(stop.loader, `/letters/${mine.token}`, { token: mine.token });
    expect(page).toMatchObject({ status: 200, data: { organisation: "Lantern Row" } });
    expect((await findChoice(mine.scope)).digest).toBe("weekly");
    const done = await reader.send(stop.action, `/letters/${mine.token}`, {}, { token: mine.token });
    expect(done).toMatchObject({ status: 200, data: { stopped: true } });
    expect(await findChoice(mine.scope)).toMatchObject({ digest: "never", weekday: 3 });
    expect((await findChoice(other.scope)).digest).toBe("weekly");
  });

  it("that was made up opens nothing and stops nothing", async () => {
    for (const token of [forged, "nothing"]) {
      expect((await reader.load(stop.loader, `/letters/${token}`, { token })).status).toBe(404);
      expect((await reader.send(stop.action, `/letters/${token}`, {}, { token })).status).toBe(404);
      expect((await reader.send(atOnce.action, `/letters/${token}/at-once`, {}, { token })).status).toBe(404);
    }
  });
});

/** The two addresses behind the real server with its origin check. */
async function letterBox() {
  const route = (id: string, path: string, module: object) => ({ [id]: { id, path, module } });
  const build = {
    assets: { entry: { module: "", imports: [] }, routes: {}, url: "", version: "1" },
    assetsBuildDirectory: "",
    basename: "/",
    publicPath: "/",
    entry: { module: { default: () => new Response("page") } },
    future: { v3_singleFetch: true },
    isSpaMode: false,
    routes: { ...route("at-once", "letters/:token/at-once", atOnce) },
  } as unknown as ServerBuild;
  const settings = {
    publicUrl: "http://localhost:3000",
    publicUrlGiven: false,
    trustProxy: 0,
    development: false,
    logLevel: "silent" as const,
  };
  const server = await listen(createApp({ build, settings }), { host: "127.0.0.1", port: 0 });
  const post = async (path: string) => {
    const body = "List-Unsubscribe=One-Click";
    const headers = { "Content-Type": "application/x-www-form-urlencoded", "Content-Length": body.length };
    const request = send({ host: "127.0.0.1", port: portOf(server), path, method: "POST", headers });
    request.end(body);
    const [response] = (await once(request, "response")) as [IncomingMessage];
    let text = "";
    for await (const chunk of response) text += String(chunk);
    return { status: response.statusCode, text };
  };
  return { post, close: () => finishAndClose(server, 1000) };
}

describe("the one press of a mail program, which says no origin", () => {
  it("really stops the letters, again is no error, and a forged word is 404", async () => {
    const { scope, token } = await givenReader();
    const box = await letterBox();
    try {
      expect((await box.post(`/letters/${forged}/at-once`)).status).toBe(404);
      expect((await findChoice(scope)).digest).toBe("weekly");
      const done = await box.post(`/letters/${token}/at-once`);
      expect(done).toEqual({ status: 200, text: "The letters have stopped.\n" });
      expect((await findChoice(scope)).digest).toBe("never");
      expect((await box.post(`/letters/${token}/at-once`)).status).toBe(200);
      // Every other address still asks where a form comes from.
      expect((await box.post(`/letters/${token}`)).status).toBe(403);
    } finally {
      await box.close();
    }
  });
});

describe("adding the days of a tradition", () => {
  it("puts dates onto the page, keeps what was typed, and keeps nothing of whose days they are", async () => {
    const [email, password] = ["quiet@example.org", "lantern orchard ferry"];
    await createMember(ours.organisationId, { name: "Quiet", email, role: "editor", password });
    const member = new Visitor();
    await member.send(signIn.action, "/sign-in", { email, password });
    const here = { organisation: ours.slug };
    const path = `/o/${ours.slug}/reminders`;
    const before = await member.load(reminders.loader, path, here);
    const added = await member.send(
      reminders.action,
      path,
      { press: "add-days", tradition: "judaism", digest: "at-once", weekday: "5", quietOn: "2099-01-06" },
      here,
    );
    expect(added.status).toBe(200);
    const { values } = added.data as { values: Record<string, string> };
    const days = values.quietOn!.split("\n");
    expect(days).toContain("2099-01-06");
    expect(days.length).toBe(Number(values.added) + 1);
    expect(days.every((day) => /^\d{4}-\d\d-\d\d$/.test(day))).toBe(true);
    expect(values).toMatchObject({ digest: "at-once", weekday: "5" });
    expect(JSON.stringify(added.data)).not.toMatch(/judaism/i);
    const { choice } = before.data as { choice: unknown };
    expect(((await member.load(reminders.loader, path, here)).data as { choice: unknown }).choice).toEqual(
      choice,
    );

    const saved = await member.send(
      reminders.action,
      path,
      { digest: "at-once", weekday: "5", quietOn: values.quietOn! },
      here,
    );
    expect(saved.status).toBe(303);
    const after = await member.load(reminders.loader, path, here);
    expect(after.data).toMatchObject({ choice: { digest: "at-once", quietOn: days } });
  });

  it("asks whose days, and names what is no date", async () => {
    const member = new Visitor();
    await member.send(signIn.action, "/sign-in", {
      email: "quiet@example.org",
      password: "lantern orchard ferry",
    });
    const here = { organisation: ours.slug };
    const nobody = await member.send(
      reminders.action,
      "/x",
      { press: "add-days", quietOn: "2099-01-06" },
      here,
    );
    expect(nobody).toMatchObject({
      status: 400,
      data: { values: { quietOn: "2099-01-06" }, errors: { tradition: ["Choose whose days to add."] } },
    });
    const soon = await member.send(reminders.action, "/x", { digest: "weekly", quietOn: "soon" }, here);
    expect(soon.status).toBe(400);
    expect(JSON.stringify(soon.data)).toContain("“soon” is not a date");
  });
});
