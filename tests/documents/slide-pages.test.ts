import { describe, expect, it } from "vitest";
import { slideParts, titleSize } from "#app/documents/slide-pages.ts";
import { starterBehaviours, starterTitle } from "#app/domain/handout/starter.ts";

const room = { width: 12.1, height: 5.3 };

describe("the lines of a handout on slides", () => {
  it("stay on one while they can be read there", () => {
    expect(slideParts(["Listen", "Ask", "Step out"], room)).toEqual([
      { lines: ["Listen", "Ask", "Step out"], size: 24 },
    ]);
    expect(slideParts(starterBehaviours, room)).toHaveLength(1);
  });

  it("go on over several, each line once and in order, none smaller than 18 points", () => {
    const lines = Array.from({ length: 12 }, (_, i) => `${i} ${"a long line ".repeat(19)}`);
    const parts = slideParts(lines, room);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.flatMap((part) => part.lines)).toEqual(lines);
    expect(Math.min(...parts.map(({ size }) => size))).toBeGreaterThanOrEqual(18);
    expect(parts.every((part) => part.lines.length > 0)).toBe(true);
    // Letters as wide as they are high take more room, and lines with marks above and below as well.
    const many = (line: string) =>
      slideParts(
        Array.from({ length: 20 }, () => line.repeat(100)),
        room,
      ).length;
    expect(many("听")).toBeGreaterThan(many("l"));
    expect(many("ے")).toBeGreaterThan(many("l"));
  });

  it("stand under a title that stays in its own room", () => {
    const place = { width: 12.1, height: 0.9 };
    expect(titleSize(starterTitle, place)).toBe(34);
    expect(titleSize("w".repeat(120), place)).toBeLessThan(34);
    expect(titleSize("题".repeat(120), place)).toBeLessThan(titleSize("w".repeat(120), place));
  });
});
