import { describe, expect, it } from "vitest";
import { READING_KEYS } from "#app/domain/calendar/guide/reading.ts";
import { ENTRIES, GUIDES } from "#app/domain/calendar/index.ts";
import { isBankHoliday } from "#app/domain/calendar/tradition-names.ts";

describe("guides for hosts", () => {
  it("are there for every observance, with nothing left out", () => {
    expect(GUIDES.length).toBe(ENTRIES.length);
    for (const { id, what, howDated, time, food, rooms, greeting, sources } of GUIDES) {
      for (const text of [what, howDated, time, food, rooms, greeting, ...sources]) {
        expect(text.trim().length, id).toBeGreaterThan(3);
        expect(text, id).not.toMatch(/ {2}|\.\.|undefined/);
      }
    }
  });

  it("say of each how its own date is fixed", () => {
    const own = GUIDES.filter(({ tradition }) => !isBankHoliday(tradition)).map(({ howDated }) => howDated);
    expect(new Set(own).size).toBe(own.length);
  });

  it("never wish a happy day of mourning, fast or remembrance", () => {
    const solemn = ENTRIES.filter(({ kind }) => kind === "remembrance").map(({ id }) => id);
    for (const { id, greeting } of GUIDES.filter((guide) => solemn.includes(guide.id)))
      expect(greeting, id).not.toMatch(/^“Happy/);
  });

  it("give pages to read further, each with a name and a safe address", () => {
    for (const { id, reading } of GUIDES)
      for (const { title, address } of reading) {
        expect(title.trim().length, id).toBeGreaterThan(5);
        expect(new URL(address).protocol, id).toBe("https:");
      }
    const known = new Set(ENTRIES.map(({ tradition, id }) => `${tradition}/${id}`));
    expect(READING_KEYS.filter((key) => !known.has(key))).toEqual([]);
  });

  it("name a source of the observance’s own, or a page about it, for every day", () => {
    const bare = GUIDES.filter(({ sources, reading }) => sources.length < 2 && reading.length === 0);
    expect(bare.map(({ tradition, id }) => `${tradition}/${id}`)).toEqual([]);
  });
});
