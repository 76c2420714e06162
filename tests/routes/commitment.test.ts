import { beforeAll, describe, expect, it } from "vitest";
import * as edit from "#app/routes/commitment/edit.tsx";
import * as evidence from "#app/routes/commitment/evidence.tsx";
import * as history from "#app/routes/commitment/history.tsx";
import * as measure from "#app/routes/commitment/measure.tsx";
import * as measureNew from "#app/routes/commitment/measure-new.tsx";
import * as milestones from "#app/routes/commitment/milestones.tsx";
import * as written from "#app/routes/commitment/new.tsx";
import * as readings from "#app/routes/commitment/readings.tsx";
import * as show from "#app/routes/commitment/show.tsx";
import * as status from "#app/routes/commitment/status.tsx";
import * as update from "#app/routes/commitment/update.tsx";
import * as signIn from "#app/routes/account/sign-in.tsx";
import * as frameworks from "#app/routes/framework/frameworks.tsx";
import * as profile from "#app/routes/workspace/profile.tsx";
import { addMeasure } from "#db/measure.server.ts";
import { adopt, requireCommitment } from "#db/commitment.server.ts";
import { createMember } from "#db/organisation.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { givenOrganisation, type GivenOrganisation } from "#tests/support/given.ts";
import { provideTestSettings } from "#tests/support/settings.ts";
import { Visitor } from "#tests/support/visitor.ts";

useDatabase();
provideTestSettings();

const password = "lantern orchard ferry";
const today = "2026-11-20";
const promise = {
  title: "Pay within ten days",
  what: "Everyone is paid within ten working days.",
  answerable: "Director of Finance",
  forWhom: "Everyone who takes part",
  startOn: "2026-01-01",
  dueOn: "2026-12-31",
};

let ours: GivenOrganisation;
let editor: Visitor;
let second: Visitor;
let reviewer: Visitor;
let stranger: Visitor;
let id: string;
let measureId: string;

async function member(of: GivenOrganisation, email: string, role: "editor" | "reviewer"): Promise<Visitor> {
  await createMember(of.organisationId, { name: email, email, password, role });
  const visitor = new Visitor();
  expect((await visitor.send(signIn.action, "/sign-in", { email, password })).status).toBe(303);
  return visitor;
}

beforeAll(async () => {
  ours = await givenOrganisation();
  const theirs = await givenOrganisation({ name: "Quarry Bank" });
  editor = await member(ours, "editor@example.org", "editor");
  second = await member(ours, "second@example.org", "editor");
  reviewer = await member(ours, "reviewer@example.org", "reviewer");
  stranger = await member(theirs, "stranger@example.org", "editor");
  id = await adopt(ours.scope, promise, today);
  measureId = await addMeasure(ours.scope, id, { title: "Paid", unit: "%", direction: "up" }, today);
});

const at = (slug: string, commitment = id) => ({
  path: `/o/${slug}/commitments/${commitment}`,
  params: { organisation: slug, id: commitment, measureId },
});

describe("writing a commitment", () => {
  it("shows what was typed again, with the errors by field", async () => {
    const { params } = at(ours.slug);
    const answer = await editor.send(
      written.action,
      `/o/${ours.slug}/commitments/new`,
      { ...promise, what: "", dueOn: "2025-01-01" },
      params,
    );
    expect(answer.status).toBe(400);
    expect(answer.data).toMatchObject({
      values: { title: promise.title, dueOn: "2025-01-01" },
      errors: { what: ["Say what you promise to do."] },
    });
  });

  it("leads to the new commitment", async () => {
    const answer = await editor.send(
      written.action,
      `/o/${ours.slug}/commitments/new`,
      { ...promise, recommendations: "anti-racism-in-co-production@1.2/fair-reimbursement" },
      { organisation: ours.slug },
    );
    expect(answer.status).toBe(303);
    const made = answer.location?.split("/").at(-1) ?? "";
    expect((await requireCommitment(ours.scope, made)).recommendations).toHaveLength(1);
  });
});

describe("two editors at once", () => {
  it("gives the second 409 with both versions, and lets them save on top", async () => {
    const commitment = await adopt(ours.scope, promise, today);
    const { path, params } = at(ours.slug, commitment);
    const first = { ...promise, title: "First", version: "1" };
    expect((await editor.send(edit.action, `${path}/edit`, first, params)).status).toBe(303);
    const late = { ...promise, title: "Second", version: "1" };
    const answer = await second.send(edit.action, `${path}/edit`, late, params);
    expect(answer.status).toBe(409);
    expect(answer.data).toMatchObject({
      values: { title: "Second" },
      theirs: { title: "First", version: 2 },
    });
    const onTop = { ...late, version: "2" };
    expect((await second.send(edit.action, `${path}/edit`, onTop, params)).status).toBe(303);
    expect((await requireCommitment(ours.scope, commitment)).title).toBe("Second");
  });
});

const readable = { show, history, milestones, evidence, readings };
const editable = { edit, status, "measure-new": measureNew, measure, update };
const acting = { ...editable, milestones, readings };

describe("a reviewer", () => {
  it("reads every page and is refused every form with a sentence", async () => {
    const { path, params } = at(ours.slug);
    for (const [name, module] of Object.entries(readable))
      expect((await reviewer.load(module.loader, path, params)).status, name).toBe(200);
    for (const [name, module] of Object.entries(editable))
      expect((await reviewer.load(module.loader, path, params)).status, name).toBe(403);
    for (const [name, module] of Object.entries(acting)) {
      const answer = await reviewer.send(module.action, path, {}, params);
      expect(answer.status, name).toBe(403);
      expect(answer.data, name).toContain("Ask an editor or an owner.");
    }
    const organisation = { organisation: ours.slug };
    expect((await reviewer.send(profile.action, "/", {}, organisation)).status).toBe(403);
    expect((await editor.send(frameworks.action, "/", {}, organisation)).status).toBe(403);
  });
});

describe("another organisation's commitment", () => {
  it("is not found: not through its own address, nor through ours", async () => {
    for (const slug of [ours.slug, "quarry-bank"]) {
      const { path, params } = at(slug);
      for (const [name, module] of Object.entries({ ...readable, ...editable }))
        expect((await stranger.load(module.loader, path, params)).status, `${slug} ${name}`).toBe(404);
      for (const [name, module] of Object.entries(acting)) {
        const fields = { ...promise, version: "1", kind: "setback", text: "x", effectiveOn: today };
        const more = { status: "under-way", reason: "r", unit: "%", direction: "up", intent: "record" };
        const reading = { on: today, value: "1" };
        const answer = await stranger.send(module.action, path, { ...fields, ...more, ...reading }, params);
        expect(answer.status, `${slug} ${name}`).toBe(404);
      }
    }
  });

  it("nor is an id that is no id", async () => {
    const { path, params } = at(ours.slug, "nonsense");
    for (const [name, module] of Object.entries({ ...readable, ...editable }))
      expect((await editor.load(module.loader, path, params)).status, name).toBe(404);
  });
});

describe("somebody signed out", () => {
  it("is sent to sign in and back", async () => {
    const { path, params } = at(ours.slug);
    const answer = await new Visitor().load(show.loader, path, params);
    expect(answer.location).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
  });
});
