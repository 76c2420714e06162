import { describe, expect, it } from "vitest";
import { heldForFew, movedPeople, type PayBasis } from "#app/domain/remuneration/pay-basis.ts";

const basis = (changed: number, people = 30): PayBasis =>
  Object.fromEntries(Array.from({ length: people }, (_, n) => [`P-${n}`, n < changed ? "now" : "then"]));

describe("figures of the same days made again", () => {
  it("are held while the pay of one to seven people differs, and free when nobody's or eight do", () => {
    expect(heldForFew(basis(0), basis(0))).toBeNull();
    for (const few of [1, 7]) expect(heldForFew(basis(0), basis(few))).toMatch(/fewer than 8 people/);
    expect(heldForFew(basis(0), basis(8))).toBeNull();
  });
  it("count people who came or went", () => {
    expect(movedPeople(basis(0, 30), basis(0, 27))).toBe(3);
    expect(movedPeople(basis(0, 27), basis(1, 30))).toBe(4);
  });
  it("are free where nothing was kept of those before", () => {
    expect(heldForFew({}, basis(3))).toBeNull();
    expect(heldForFew(undefined, basis(3))).toBeNull();
  });
});
