import { describe, expect, test } from "vitest";
import { z } from "zod";
import { plainSentence } from "#app/domain/plain-sentences.ts";

/** The first sentence about `input`, with our sentences in the place of zod's. */
function said(schema: z.ZodType, input: unknown): string | undefined {
  return schema.safeParse(input, { error: plainSentence }).error?.issues[0]?.message;
}

describe("a schema without sentences of its own", () => {
  test.each<[string, z.ZodType, unknown, string]>([
    ["a missing text", z.object({ howToSee: z.string() }), {}, "Fill in “how to see”."],
    ["an empty text", z.object({ name: z.string().min(1) }), { name: "" }, "Fill in “name”."],
    ["a missing number", z.object({ places: z.int() }), {}, "Enter a number for “places”."],
    [
      "a fraction",
      z.object({ places: z.int() }),
      { places: 1.5 },
      "Enter a whole number for “places”, without a fraction.",
    ],
    [
      "too much",
      z.object({ places: z.number().max(5000) }),
      { places: 5001 },
      "“Places” must be 5,000 or less.",
    ],
    ["too little", z.object({ places: z.number().min(1) }), { places: 0 }, "“Places” must be 1 or more."],
    ["a long text", z.object({ name: z.string().max(3) }), { name: "four" }, "Keep “name” to 3 characters."],
    [
      "an empty list",
      z.object({ days: z.array(z.string()).min(1) }),
      { days: [] },
      "Choose at least 1: days.",
    ],
    ["no choice", z.object({ role: z.enum(["a", "b"]) }), {}, "Choose “role”."],
    [
      "another choice",
      z.object({ role: z.enum(["a", "b"]) }),
      { role: "c" },
      "Choose “role” from what is offered.",
    ],
    ["no id", z.object({ need: z.uuid() }), { need: "x" }, "Choose “need” from what is offered."],
    [
      "no day",
      z.object({ heldOn: z.iso.date() }),
      { heldOn: "1.2.26" },
      "Give “held on” as year, month and day, such as 2026-03-30.",
    ],
  ])("says of %s what to do", (_, schema, input, sentence) => {
    expect(said(schema, input)).toBe(sentence);
  });

  test("says of a lost version and of an unknown button how to go on", () => {
    expect(said(z.object({ version: z.int() }), {})).toContain("open the page again");
    const intents = z.discriminatedUnion("intent", [z.object({ intent: z.literal("a") })]);
    expect(said(intents, { intent: "b" })).toContain("use one of its buttons");
    expect(said(intents, {})).toContain("use one of its buttons");
  });

  test("leaves a schema's own sentence alone", () => {
    expect(said(z.object({ name: z.string("Give your name.") }), {})).toBe("Give your name.");
  });
});
