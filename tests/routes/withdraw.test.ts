import { beforeAll, describe, expect, it } from "vitest";
import * as signIn from "#app/routes/account/sign-in.tsx";
import * as withdraw from "#app/routes/record/withdraw.tsx";
import { createMember } from "#db/organisation.server.ts";
import { readState } from "#db/record.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type GivenOrganisation, givenOrganisation } from "#tests/support/given.ts";
import { publishJourney, type PublishedJourney } from "#tests/support/journey.ts";
import { provideTestSettings } from "#tests/support/settings.ts";
import { Visitor } from "#tests/support/visitor.ts";

useDatabase();
provideTestSettings();

const password = "lantern orchard ferry";
let ours: GivenOrganisation;
let journey: PublishedJourney;

async function signedIn(role: "owner" | "editor"): Promise<Visitor> {
  const email = `${role}@withdraw.example`;
  await createMember(ours.organisationId, { name: role, email, password, role });
  const visitor = new Visitor();
  expect((await visitor.send(signIn.action, "/sign-in", { email, password })).status).toBe(303);
  return visitor;
}

beforeAll(async () => {
  ours = await givenOrganisation();
  journey = await publishJourney(ours);
});

describe("withdrawing published words", () => {
  const path = () => `/o/${ours.slug}/record`;
  const params = () => ({ organisation: ours.slug });
  const form = () => ({ entry: String(journey.updateIndex), reason: "erasure-request", understood: "yes" });

  it("is refused to editors with a sentence", async () => {
    const editor = await signedIn("editor");
    expect((await editor.load(withdraw.loader, path(), params())).status).toBe(403);
    expect(await editor.send(withdraw.action, path(), form(), params())).toMatchObject({
      status: 403,
      data: expect.stringMatching(/Only an owner/),
    });
  });

  it("lists what may go, asks for all three answers, and then destroys the words", async () => {
    const owner = await signedIn("owner");
    const listed = await owner.load(withdraw.loader, path(), params());
    expect(listed.data).toMatchObject({
      entries: [{ index: journey.updateIndex, kind: "update" }],
      next: null,
    });
    const empty = await owner.send(withdraw.action, path(), {}, params());
    expect(empty).toMatchObject({ status: 400 });
    expect(Object.keys((empty.data as { errors: object }).errors)).toEqual(["entry", "reason", "understood"]);
    const promise = await owner.send(withdraw.action, path(), { ...form(), entry: "1" }, params());
    expect(promise.status).toBe(409);
    expect((await owner.send(withdraw.action, path(), form(), params())).status).toBe(303);
    const versions = [...(await readState(ours.slug)).subjects.values()].flat();
    expect(versions.find(({ index }) => index === journey.updateIndex)).toMatchObject({
      body: null,
      withdrawn: { reason: "erasure-request" },
    });
    expect((await owner.load(withdraw.loader, path(), params())).data).toMatchObject({ entries: [] });
  });
});
