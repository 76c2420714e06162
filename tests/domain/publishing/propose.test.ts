import { describe, expect, it } from "vitest";
import { Refusal } from "#app/domain/refusal.ts";
import { emptyState, foldEntries, type RecordState } from "#app/domain/record/state.ts";
import { draftEntries, reasonField } from "#app/domain/publishing/drafts.ts";
import { previewState } from "#app/domain/publishing/preview.ts";
import { proposalText } from "#app/domain/publishing/proposal-text.ts";
import { propose } from "#app/domain/publishing/propose.ts";
import type { Publishable } from "#app/domain/publishing/publishable.ts";
import { commitment, commitmentId, measure, measureId } from "./contents.ts";

const promise: Publishable = {
  kind: "commitment",
  subject: `commitment:${commitmentId}`,
  effectiveOn: "2025-01-06",
  content: commitment,
  label: "Tell people what came of it",
};
const counted: Publishable = {
  kind: "measure",
  subject: `measure:${measureId}`,
  effectiveOn: "2025-01-06",
  content: measure,
  label: "Measure: answered within 8 weeks",
};
const status = (value: string, effectiveOn: string): Publishable => ({
  kind: "status",
  subject: `status:${commitmentId}`,
  effectiveOn,
  content: { commitment: commitmentId, status: value, reason: `Now ${value}.` },
  label: "Status",
});
const today = "2025-07-01";
const author = { role: "editor", now: "2025-02-01T09:00:00Z" } as const;
const published = (items: Publishable[], state: RecordState = emptyState) =>
  previewState(state, propose(items, state, today).changes, {}, author);
const lowered: Publishable = { ...counted, content: { ...measure, target: { value: 60, by: "2025-12-31" } } };

describe("propose", () => {
  it("adds what the public has never seen, promises before their measures, and asks no reason", () => {
    const { changes, unchanged } = propose([counted, promise], emptyState, today);
    expect(changes.map(({ kind, standing, reasonDemanded }) => ({ kind, standing, reasonDemanded }))).toEqual(
      [
        { kind: "commitment", standing: "added", reasonDemanded: false },
        { kind: "measure", standing: "added", reasonDemanded: false },
      ],
    );
    expect(unchanged).toBe(0);
  });

  it("proposes nothing once everything is published", () => {
    expect(propose([promise, counted], published([promise, counted]), today)).toEqual({
      size: 2,
      changes: [],
      unchanged: 2,
    });
  });

  it("demands a reason for a lowered target and refuses without it, naming the field", () => {
    const proposal = propose([promise, lowered], published([promise, counted]), today);
    expect(proposal.changes).toHaveLength(1);
    expect(proposal.changes[0]).toMatchObject({ standing: "changed", reasonDemanded: true });
    try {
      draftEntries(proposal, {}, "editor");
      expect.unreachable();
    } catch (refusal) {
      expect(refusal).toBeInstanceOf(Refusal);
      expect((refusal as Refusal).detail).toMatchObject({
        kind: "invalid",
        fields: { [reasonField(proposal.changes[0]!)]: [expect.stringContaining("answered within 8 weeks")] },
      });
    }
    const [draft] = draftEntries(proposal, { [lowered.subject]: " We asked too late. " }, "editor");
    expect(draft!.body).toEqual({ content: lowered.content, reason: "We asked too late." });
  });

  it("takes a status's own reason for the reason", () => {
    const before = published([status("under-way", "2025-01-06")]);
    const proposal = propose([status("stalled", "2025-03-01")], before, today);
    expect(draftEntries(proposal, {}, "editor")[0]!.body.reason).toBe("Now stalled.");
  });

  it("records every status since the last publication, not only the last", () => {
    const before = published([status("under-way", "2025-01-06")]);
    const history = [
      status("under-way", "2025-01-06"),
      status("stalled", "2025-03-01"),
      status("under-way", "2025-05-01"),
    ];
    const { changes } = propose(history, before, today);
    expect(changes.map((change) => change.effectiveOn)).toEqual(["2025-03-01", "2025-05-01"]);
    expect(changes[1]!.differences[0]).toMatchObject({ was: "Stalled", now: "Under way" });
    expect(propose(history, published(history, before), today).changes).toEqual([]);
  });

  it("refuses to forget something published", () => {
    expect(() => propose([promise], published([promise, counted]), today)).toThrow(
      /measure:.* no longer listed/,
    );
  });

  it("leaves withdrawn words alone, whether or not they are still listed", () => {
    const update: Publishable = {
      kind: "update",
      subject: "update:1",
      effectiveOn: "2025-02-01",
      content: { commitment: commitmentId, kind: "learning", title: "A story", text: "Someone's words" },
      label: "Update",
    };
    const state = foldEntries(published([update]), [
      {
        index: 1,
        kind: "withdrawn",
        subject: "update:1",
        effectiveOn: "2025-03-01",
        recordedAt: "2025-03-01T09:00:00Z",
        role: "owner",
        body: { content: { entry: 0, reason: "consent-taken-back" } },
      },
    ]);
    expect(propose([update], state, today).changes).toEqual([]);
    expect(propose([], state, today).changes).toEqual([]);
  });

  it("dates a change to something without a day of its own to the day of publishing", () => {
    const before = published([promise, counted]);
    expect(propose([promise, lowered], before, today).changes[0]!.effectiveOn).toBe(today);
    const later = { ...lowered, effectiveOn: "2025-06-15" };
    expect(propose([promise, later], before, today).changes[0]!.effectiveOn).toBe("2025-06-15");
  });

  it("drops fields that the kind does not name", () => {
    const leaky = { ...promise, content: { ...commitment, internalNote: "private" } };
    expect(JSON.stringify(propose([leaky], emptyState, today))).not.toContain("private");
  });

  it("names the item whose content is not allowed", () => {
    const broken = { ...promise, content: { ...commitment, dueOn: "31/12/2025" } };
    expect(() => propose([broken], emptyState, today)).toThrow(
      /Tell people what came of it, dueOn: Give the date/,
    );
  });
});

describe("proposalText", () => {
  it("is the same for the same proposal and different for any change in it", () => {
    const text = (items: Publishable[], state = emptyState) => proposalText(propose(items, state, today));
    expect(text([promise, counted])).toBe(text([counted, promise]));
    expect(text([promise, lowered])).not.toBe(text([promise, counted]));
    expect(text([promise])).not.toBe(text([promise], { ...emptyState, size: 1 }));
  });
});
