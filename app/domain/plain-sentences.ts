import type { z } from "zod";
import { sentenceCase } from "./sentence-case.ts";

type Issue = z.core.$ZodRawIssue;

/**
 * What is said of a field whose schema has no sentence of its own: the net below the sentences that schemas give, in place of
 * zod's "Invalid input: expected number, received undefined". Given to zod once, in `app/http/form.server.ts`.
 */
export function plainSentence(issue: Issue): string {
  const name = fieldName(issue.path ?? []);
  if (name === "version") return lostVersion;
  if (name === "intent") return unknownButton;
  switch (issue.code) {
    case "invalid_type":
      return isEmpty(issue.input) ? filling(name, issue.expected) : wrongType(name, issue.expected);
    case "too_small":
      return tooSmall(name, issue);
    case "too_big":
      return tooBig(name, issue);
    case "invalid_value":
      return isEmpty(issue.input)
        ? `Choose ${quoted(name)}.`
        : `Choose ${quoted(name)} from what is offered.`;
    case "invalid_format":
      return formats[issue.format]?.(name) ?? `Check ${quoted(name)}: it is not written as expected.`;
    case "not_multiple_of":
      return `${sentenceCase(quoted(name))} must be a multiple of ${issue.divisor}.`;
    case "invalid_union":
      return issue.discriminator === undefined ? `Check ${quoted(name)}.` : unknownButton;
    default:
      return `Check ${quoted(name)}: it cannot be kept as it is.`;
  }
}

const lostVersion =
  "This form does not say which version it was opened with. Copy your words, open the page again, and save there.";
const unknownButton = "This form could not be read. Open its page again and use one of its buttons.";

const formats: Record<string, (name: string) => string> = {
  email: () => "Enter an email address, such as name@example.org.",
  url: () => "Enter a web address that starts with https://.",
  date: (name) => `Give ${quoted(name)} as year, month and day, such as 2026-03-30.`,
  time: (name) => `Give ${quoted(name)} as hours and minutes, such as 14:30.`,
  uuid: (name) => `Choose ${quoted(name)} from what is offered.`,
};

function filling(name: string, expected: string): string {
  if (expected === "array" || expected === "set") return `Choose at least one: ${name}.`;
  if (expected === "number" || expected === "int") return `Enter a number for ${quoted(name)}.`;
  return expected === "date" ? `Give a day for ${quoted(name)}.` : `Fill in ${quoted(name)}.`;
}

function wrongType(name: string, expected: string): string {
  if (expected === "int") return `Enter a whole number for ${quoted(name)}, without a fraction.`;
  if (expected === "number") return `Enter a number for ${quoted(name)}, in digits.`;
  if (expected === "date") return `Give ${quoted(name)} as year, month and day, such as 2026-03-30.`;
  return `Check ${quoted(name)}: it is not written as expected.`;
}

function tooSmall(
  name: string,
  { origin, minimum }: Pick<z.core.$ZodIssueTooSmall, "origin" | "minimum">,
): string {
  if (origin === "string") {
    return minimum === 1
      ? `Fill in ${quoted(name)}.`
      : `Give ${quoted(name)} at least ${minimum} characters.`;
  }
  if (origin === "array" || origin === "set") return `Choose at least ${minimum}: ${name}.`;
  return `${sentenceCase(quoted(name))} must be ${minimum} or more.`;
}

function tooBig(
  name: string,
  { origin, maximum }: Pick<z.core.$ZodIssueTooBig, "origin" | "maximum">,
): string {
  const most = Number(maximum).toLocaleString("en-GB");
  if (origin === "string") return `Keep ${quoted(name)} to ${most} characters.`;
  if (origin === "array" || origin === "set") return `Choose at most ${most}: ${name}.`;
  return `${sentenceCase(quoted(name))} must be ${most} or less.`;
}

/** The field's own name in words: `helps.0.howToSee` is "how to see". */
function fieldName(path: PropertyKey[]): string {
  const last = path.findLast((part) => typeof part === "string");
  return last === undefined
    ? "this form"
    : last
        .replace(/([a-z])([A-Z0-9])/g, "$1 $2")
        .replace(/[-_]/g, " ")
        .toLowerCase();
}

function quoted(name: string): string {
  return name === "this form" ? name : `“${name}”`;
}

function isEmpty(input: unknown): boolean {
  return input === undefined || input === null || input === "";
}
