import { describe, expect, it } from "vitest";
import { agenda } from "#app/domain/review/agenda.ts";
import { requireFourEyes, requireNoConflict, Review, standing } from "#app/domain/review/review.ts";

const now = "a".repeat(64);
const review = (changed: Partial<Review> = {}): Review =>
  Review.parse({
    id: "11111111-1111-4111-8111-111111111111",
    commitmentId: "22222222-2222-4222-8222-222222222222",
    seen: now,
    decision: "accept",
    text: "Clear, and dated.",
    actionBy: null,
    conflict: "",
    decidedOn: "2026-05-01",
    reviewerId: "reviewer",
    ...changed,
  });

describe("a review", () => {
  it("that requires action says by when, and not in the past", () => {
    expect(Review.safeParse({ ...review(), decision: "require-action" }).error?.issues[0]?.path).toEqual([
      "actionBy",
    ]);
    expect(Review.safeParse({ ...review(), actionBy: "2026-04-30" }).success).toBe(false);
  });
  it("cannot accept with a conflict of interest", () => {
    expect(() => requireNoConflict(review({ conflict: "My sister leads it." }))).toThrow(/another reviewer/);
    requireNoConflict(review({ conflict: "My sister leads it.", decision: "return" }));
  });
  it("lapses when the content changes", () => {
    expect(standing([review()], now)?.lapsed).toBe(false);
    expect(standing([review()], "b".repeat(64))?.lapsed).toBe(true);
  });
});

describe("four eyes", () => {
  it("need somebody else to have accepted exactly this", () => {
    requireFourEyes([review()], now, "editor");
    expect(() => requireFourEyes([review()], now, "reviewer")).toThrow(/second pair of eyes/);
    expect(() => requireFourEyes([review({ seen: "b".repeat(64) })], now, "editor")).toThrow(/exactly this/);
    expect(() => requireFourEyes([review({ decision: "return" })], now, "editor")).toThrow();
  });
});

describe("the agenda", () => {
  const item = (concern: Parameters<typeof agenda>[0][number]["concern"], since: string) => ({
    concern,
    title: since,
    because: "",
    href: "/",
    since,
  });
  it("puts disputed claims first, then the longest standing, and marks what is new since the meeting", () => {
    const ranked = agenda(
      [
        item("stalled", "2026-01-01"),
        item("overdue", "2026-04-01"),
        item("claim-disputed", "2026-05-05"),
        item("overdue", "2026-02-01"),
      ],
      "2026-05-01",
    );
    expect(ranked.map((each) => [each.concern, each.since, each.isNew])).toEqual([
      ["claim-disputed", "2026-05-05", true],
      ["overdue", "2026-02-01", false],
      ["overdue", "2026-04-01", false],
      ["stalled", "2026-01-01", false],
    ]);
  });
});
