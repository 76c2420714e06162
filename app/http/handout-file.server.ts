import { Refusal } from "#app/domain/refusal.ts";

/** The handout's files, by their names. */
export const handoutFiles = {
  "handout.pdf": { type: "application/pdf", print: "ordinary" },
  "handout-large.pdf": { type: "application/pdf", print: "large" },
  "handout.pptx": {
    type: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    print: undefined,
  },
} as const;

/** @throws Refusal (404) */
export function requireHandoutFile(name: string | undefined) {
  const found = Object.entries(handoutFiles).find(([file]) => file === name);
  if (!found) throw Refusal.notFound("file");
  return { name: found[0], ...found[1] };
}
