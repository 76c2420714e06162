import { describe, expect, it } from "vitest";
import { typed } from "#app/domain/form-reply.ts";
import { deviceName } from "#app/domain/organisation/device.ts";
import { isPermanent, retryAfter } from "#app/domain/organisation/mail-retry.ts";
import { NewPassword } from "#app/domain/organisation/password.ts";
import { Email } from "#app/domain/organisation/person.ts";

const problem = (password: unknown) => NewPassword.safeParse(password).error?.issues[0]?.message;

describe("a new password", () => {
  it("has 12 characters or more", () => {
    expect(problem("lantern-ship")).toBeUndefined();
    expect(problem("lantern-shi")).toContain("at least 12 characters");
    expect(problem(undefined)).toBe("Choose a password.");
  });
  it("has no more than 128, which nobody types", () =>
    expect(problem("abcdefgh".repeat(17))).toContain("128"));
  it("is no pattern of a few characters", () => expect(problem("121212121212")).toContain("repeats itself"));
  it("needs no symbols or capitals", () => expect(problem("lantern orchard ferry")).toBeUndefined());
});

describe("an email address", () => {
  it("is one address in any spelling", () =>
    expect(Email.parse(" Sam@Example.ORG ")).toBe("sam@example.org"));
  it.each(["", "sam", "sam@", "a@b@c.example", `${"a".repeat(250)}@b.example`])("is not %j", (text) => {
    expect(Email.safeParse(text).success).toBe(false);
  });
});

describe("a device", () => {
  const linux = "Mozilla/5.0 (X11; Linux x86_64)";
  it.each([
    [`${linux} AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36`, "Chrome on Linux"],
    ["Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Safari/537.36 Edg/130.0", "Edge on Windows"],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Mobile Safari/604.1",
      "Safari on an iPhone",
    ],
    ["Mozilla/5.0 (Linux; Android 14) Chrome/130.0 Mobile Safari/537.36", "Chrome on Android"],
    ["curl/8.5", "An unknown device"],
    [null, "An unknown device"],
  ])("that says %s is %s", (userAgent, name) => expect(deviceName(userAgent)).toBe(name));
});

describe("mail that could not be sent", () => {
  it("waits 1, 2, 4 minutes and never more than six hours", () => {
    expect([1, 2, 3].map((attempt) => retryAfter(attempt, 0))).toEqual([60, 120, 240]);
    expect(retryAfter(50, 0)).toBe(6 * 60 * 60);
  });
  it("fails after three days", () => {
    expect(retryAfter(2, 3 * 86_400 - 1)).toBeDefined();
    expect(retryAfter(2, 3 * 86_400)).toBeUndefined();
  });
  it("fails at once on 5xx, not on 4xx or a broken line", () => {
    const refused = (code: number | undefined) => isPermanent(code, "RCPT TO");
    expect([550, 554].every(refused)).toBe(true);
    expect([421, 450, 250, undefined].some(refused)).toBe(false);
    // A wrong password, or a server that greets with a refusal, says nothing about the message.
    expect(isPermanent(535, "AUTH PLAIN")).toBe(false);
    expect(isPermanent(554, "CONN")).toBe(false);
  });
});

describe("what a field shows", () => {
  it("is what was typed, even nothing, before what is stored", () => {
    expect(typed(undefined, "name", "Stored")).toBe("Stored");
    expect(typed({ values: { name: "Typed" }, errors: {} }, "name", "Stored")).toBe("Typed");
    expect(typed({ values: {}, errors: {} }, "name", "Stored")).toBe("");
  });
});
