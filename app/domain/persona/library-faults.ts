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

/** What is wrong with one place of a library file, for somebody who never saw its schema. */
export function faultInWords(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "unrecognized_keys": {
      const keys = issue.keys.slice(0, 3).map((key) => `“${key.slice(0, longestEcho)}”`);
      return `Version 1 has nothing called ${keys.join(", ")}${issue.keys.length > 3 ? ", and others" : ""}. Take it out.`;
    }
    case "invalid_type":
      return issue.message.startsWith("Invalid input")
        ? `This has to be ${kinds[issue.expected] ?? issue.expected}, and is missing or something else.`
        : issue.message;
    case "too_big":
      return issue.message.startsWith("Too big")
        ? `This is longer than ${String(issue.maximum)}${issue.origin === "string" ? " characters" : ""}.`
        : issue.message;
    case "too_small":
      return issue.message.startsWith("Too small")
        ? "This is empty. Write it, or take the entry out."
        : issue.message;
    case "invalid_format":
      return issue.format === "uuid" ? "This is not an id such as libraries give (a UUID)." : issue.message;
    case "invalid_value":
      return issue.message.startsWith("Invalid")
        ? `This has to be one of: ${issue.values.map(String).join(", ")}.`
        : issue.message;
    default:
      return issue.message;
  }
}
