import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Release } from "#app/domain/recruitment/figures.ts";
import { nothingCounted } from "#app/domain/recruitment/round-input.ts";
import { Refusal } from "#app/domain/refusal.ts";
import * as signIn from "#app/routes/account/sign-in.tsx";
import * as release from "#app/routes/recruitment/release.tsx";
import { ReleaseWaiting } from "#app/ui/recruitment/release-waiting.tsx";
import { createMember } from "#db/organisation.server.ts";
import { setPublicTotals } from "#db/recruitment-public-totals.server.ts";
import { countRound, openRound, requireRound } from "#db/recruitment.server.ts";
import { workOutRelease, type ReleaseWork } from "#db/release-work.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { givenOrganisation, type GivenOrganisation } from "#tests/support/given.ts";
import { provideTestSettings } from "#tests/support/settings.ts";
import { Visitor } from "#tests/support/visitor.ts";
import { springRound } from "#tests/support/recruitment.ts";

/** In place of the thread: what it is given, and how it ends, is up to the test. */
const thread = vi.hoisted(() => ({
  isBusy: vi.fn<() => boolean>(),
  releaseInThread: vi.fn<(work: ReleaseWork) => Promise<Release>>(),
}));
vi.mock("#db/release-thread.server.ts", () => thread);

useDatabase();
provideTestSettings();

let ours: GivenOrganisation;
let editor: Visitor;
beforeAll(async () => {
  ours = await givenOrganisation();
  const [email, password] = [`editor-${ours.slug}@example.org`, "lantern orchard ferry"];
  await createMember(ours.organisationId, { name: "editor", email, role: "editor", password });
  editor = new Visitor();
  await editor.send(signIn.action, "/sign-in", { email, password });
});
beforeEach(() => {
  thread.isBusy.mockReturnValue(false);
  thread.releaseInThread.mockReset();
});
afterEach(() => vi.useRealTimers());

const today = "2026-06-01";
const facts = springRound;

let people = 121;
/** Each with counts of its own: what was worked out for one is remembered. */
async function givenExact(): Promise<string> {
  const { scope } = ours;
  const id = await openRound(scope, facts, today);
  const applied = { white_british: (people += 1), black_african: 58, mixed_other: 4 };
  await countRound(scope, id, 1, { counts: { ...nothingCounted(), applied } }, today);
  await setPublicTotals(scope, id, 2, { stages: ["applied"], where: "Report 2026, page 12" }, today);
  return id;
}

const params = (id: string) => ({ organisation: ours.slug, id });
const look = async (id: string) => (await editor.load(release.loader, "/x", params(id))).data as Page;
type Page = { waiting: { waiting: string; isWorking: boolean } | null; shown: unknown; detail: string };

describe("the page of exact figures", () => {
  it("says that they are being worked out, asks nobody to work them out twice, and then shows them", async () => {
    const id = await givenExact();
    let finish = () => undefined as void;
    thread.releaseInThread.mockImplementation(
      (work) => new Promise((resolve) => (finish = () => resolve(workOutRelease(work)))),
    );
    const waiting = await look(id);
    expect(waiting).toMatchObject({ waiting: { isWorking: true }, shown: null });
    expect(waiting.waiting?.waiting).toMatch(/being worked out/);
    const again = look(id);
    finish();
    expect(await again).toMatchObject({ waiting: null, shown: { figures: { asOf: expect.any(String) } } });
    expect(thread.releaseInThread).toHaveBeenCalledTimes(1);
  });

  it("says why they cannot be had, and takes what is rounded instead", async () => {
    const id = await givenExact();
    thread.releaseInThread.mockRejectedValue(Refusal.conflict("These could not be worked out."));
    expect(await look(id)).toMatchObject({
      waiting: { waiting: "These could not be worked out.", isWorking: false },
      shown: null,
    });
    const tried = await editor.send(release.action, "/x", { intent: "release", version: "3" }, params(id));
    expect(tried.status).toBe(409);
    expect(JSON.stringify(tried.data)).toMatch(/could not be worked out/);
    expect((await requireRound(ours.scope, id)).released).toBeNull();
    const rounded = await editor.send(release.action, "/x", { intent: "rounded", version: "3" }, params(id));
    expect(rounded.status).toBe(303);
    expect(await look(id)).toMatchObject({ waiting: null, shown: { figures: { detail: "five-groups" } } });
  });

  it("remembers for a minute what broke, so that it can be read", async () => {
    const id = await givenExact();
    thread.releaseInThread.mockRejectedValue(Refusal.conflict("It broke."));
    await look(id);
    await look(id);
    expect(thread.releaseInThread).toHaveBeenCalledTimes(1);
  });

  it("does not remember that too many asked at once", async () => {
    const id = await givenExact();
    thread.isBusy.mockReturnValueOnce(true);
    thread.releaseInThread.mockRejectedValueOnce(Refusal.conflict("Others are being worked out."));
    expect((await look(id)).waiting?.waiting).toMatch(/Others/);
    thread.releaseInThread.mockImplementation(workOutRelease);
    expect((await look(id)).waiting).toBeNull();
  });
});

describe("in words", () => {
  const words = (given: Partial<Parameters<typeof ReleaseWaiting>[0]>) =>
    renderToStaticMarkup(
      createElement(ReleaseWaiting, {
        waiting: "These take longer than a minute to work out.",
        isWorking: false,
        detail: "every-group",
        released: null,
        mayEdit: true,
        ...given,
      }),
    );

  it("offers five groups and rounding to whoever may choose them, and neither once figures are out", () => {
    expect(words({})).toMatch(/detail=five-groups.*#public-totals/);
    expect(words({ detail: "five-groups" })).not.toMatch(/five groups/);
    expect(words({ mayEdit: false })).not.toMatch(/public-totals/);
    const out = words({ released: "2026-06-01" });
    expect(out).toMatch(/released on 1 June 2026 stays/);
    expect(out).not.toMatch(/public-totals|five-groups/);
    expect(words({ isWorking: true })).not.toMatch(/public-totals|five-groups|stays/);
  });
});
