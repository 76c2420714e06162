import { beforeAll, describe, expect, it } from "vitest";
import { commitmentViews } from "#app/domain/journey/commitment-view.ts";
import { listRounds, openRound } from "#db/attestation.server.ts";
import { attest, readRound } from "#db/attestation-answer.server.ts";
import { openLink } from "#db/private-link.server.ts";
import { readState } from "#db/record.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { givenOrganisation, type GivenOrganisation } from "#tests/support/given.ts";
import { givenClaim, publishAll } from "./given.ts";

const db = useDatabase();
const today = new Date().toISOString().slice(0, 10);
let ours: GivenOrganisation;
let commitmentId: string;

const round = { invited: 4, affected: 300, howChosen: "Everybody who was paid in May, by letter.", days: 30 };
const answer = (verdict: "kept" | "not-kept") => ({
  verdict,
  comment: "",
  commentUse: "organisation" as const,
});
const open = (token: string) => openLink(token, "attest", new Date());

beforeAll(async () => {
  ours = await givenOrganisation();
  commitmentId = await givenClaim(ours.scope, today);
});

const standing = async () =>
  commitmentViews(await readState(ours.slug), today).find(({ id }) => id === commitmentId)!;

describe("a claim of done", () => {
  it("stays the organisation's word, then shows what people say from three answers up", async () => {
    await publishAll(ours.scope);
    expect((await standing()).standing).toMatchObject({ agreement: "not-asked", mark: "done-claimed" });
    const { tokens } = await openRound(ours.scope, commitmentId, round, today);
    expect(tokens).toHaveLength(4);
    await attest(await open(tokens[0]!), answer("not-kept"));
    await attest(await open(tokens[1]!), answer("not-kept"));
    await publishAll(ours.scope);
    expect((await standing()).standing.agreement).toBe("too-few");
    expect((await listRounds(ours.scope, commitmentId))[0]!.tally).toBeNull();
    await attest(await open(tokens[2]!), answer("kept"));
    await attest(await open(tokens[2]!), answer("not-kept"));
    expect(await readRound(await open(tokens[2]!))).toMatchObject({ mine: { verdict: "not-kept" } });
    await publishAll(ours.scope);
    const view = await standing();
    expect(view.standing).toMatchObject({ agreement: "disputed", mark: "disputed" });
    expect(view.attestations[0]).toMatchObject({
      invited: 4,
      affected: 300,
      // One who changed their mind since waits for two others: the tally moves in steps.
      answers: { kept: 1, partly: 0, notKept: 2, cannotTell: 0 },
    });
    expect((await listRounds(ours.scope, commitmentId))[0]!.caveat).toMatch(/Only 4 of about 300/);
  });

  it("cannot be put to other people before six months have passed", async () => {
    await expect(openRound(ours.scope, commitmentId, round, today)).rejects.toMatchObject({
      detail: { kind: "conflict" },
    });
  });

  it("keeps its verdict when people are asked again and have not answered yet", async () => {
    await db.ownerSql`update attestation_rounds set opened_on = opened_on - 200`;
    await openRound(ours.scope, commitmentId, round, today);
    await publishAll(ours.scope);
    expect((await standing()).standing.agreement).toBe("disputed");
  });

  it("cannot have who was asked changed afterwards, nor be withdrawn", async () => {
    const { inScope } = await import("#db/client.server.ts");
    await expect(
      inScope(ours.scope, (tx) => tx.execute("update attestation_rounds set invited = 3")),
    ).rejects.toThrow();
    const { withdrawEntry } = await import("#db/record.server.ts");
    const { index } = (await standing()).attestations[0]!;
    await expect(withdrawEntry(ours.scope, index, "harmful-mistake")).rejects.toMatchObject({
      detail: { kind: "conflict" },
    });
  });
});
