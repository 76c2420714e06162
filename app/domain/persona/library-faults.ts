import type { z } from "zod";

const kinds: Record<string, string> = {
  string: "a text",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "an object with its own fields",
};

/** How long a text from the file may be where it is told back. */
const longestEcho = 60;

/**
 * What is wrong with one place of a library file, for somebody who never saw its schema. Given to the parse itself: there it
 * comes before the sentences for forms, which speak of boxes, and after those that the schema says.
 */
export const faultInWords: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case "unrecognized_keys": {
      const keys = issue.keys.slice(0, 3).map((key) => `“${key.slice(0, longestEcho)}”`);
      return `Version 1 has nothing called ${keys.join(", ")}${issue.keys.length > 3 ? ", and others" : ""}. Take it out.`;
    }
    case "invalid_type":
      return `This has to be ${kinds[issue.expected] ?? issue.expected}, and is missing or something else.`;
    case "too_big":
      return `This is longer than ${String(issue.maximum)}${issue.origin === "string" ? " characters" : ""}.`;
    case "too_small":
      return "This is empty. Write it, or take the entry out.";
    case "invalid_format":
      return issue.format === "uuid" ? "This is not an id such as libraries give (a UUID)." : undefined;
    case "invalid_value":
      return `This has to be one of: ${issue.values.map(String).join(", ")}.`;
    default:
      return undefined;
  }
};
