import { describe, expect, it } from "vitest";
import { behindIn } from "#app/domain/handout/behind.ts";

const urdu = { language: "ur", name: "اردو", title: "ہم", lines: ["ایک", "دو", "تین"] };
const words = { title: "How we are", behaviours: ["One", "Two", "Three"] };

describe("languages that fell behind", () => {
  it("are none while each was pasted in for the words as they are", () => {
    expect(behindIn([])).toEqual([]);
    const plain = { ...words, translations: [], version: 1 };
    const pasted = { ...words, translations: [urdu], version: 2 };
    expect(behindIn([pasted, plain])).toEqual([]);
    expect(behindIn([{ ...pasted, version: 3 }, pasted, plain])).toEqual([]);
    expect(behindIn([{ ...pasted, version: 1 }])).toEqual([]);
  });

  it("name the version of which they say the words, until they are pasted in again", () => {
    const pasted = { ...words, translations: [urdu], version: 1 };
    const changed = { ...pasted, behaviours: ["One", "Two", "Stop, say sorry"], version: 2 };
    expect(behindIn([changed, pasted])).toEqual([{ name: "اردو", sayingVersion: 1 }]);
    const again = { ...changed, translations: [{ ...urdu, lines: ["ایک", "دو", "رکیں"] }], version: 3 };
    expect(behindIn([again, changed, pasted])).toEqual([]);
  });

  it("are those with lines more or fewer", () => {
    const short = { ...words, translations: [{ ...urdu, lines: ["ایک"] }], version: 1 };
    expect(behindIn([short])).toEqual([{ name: "اردو", lines: 1 }]);
  });
});
