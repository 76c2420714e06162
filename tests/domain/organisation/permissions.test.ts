import { describe, expect, it } from "vitest";
import { type Ability, can, requireAbility } from "#app/domain/organisation/permissions.ts";
import { proveScope, type Role, roles } from "#app/domain/organisation/scope.ts";

const may = (role: Role, ability: Ability) => can(role, ability);

describe("an owner", () => {
  it("can read, edit and publish", () => {
    expect(may("owner", "workspace.read")).toBe(true);
    expect(may("owner", "workspace.edit")).toBe(true);
    expect(may("owner", "record.publish")).toBe(true);
  });
  it("can manage members and settings", () => {
    expect(may("owner", "members.manage")).toBe(true);
    expect(may("owner", "organisation.manage")).toBe(true);
  });
  it("cannot sign off the organisation's own work", () => {
    expect(may("owner", "review.write")).toBe(false);
  });
  it("cannot read a protected challenge", () => {
    expect(may("owner", "protected-challenge.read")).toBe(false);
  });
});

describe("an editor", () => {
  it("can edit and publish", () => {
    expect(may("editor", "workspace.edit")).toBe(true);
    expect(may("editor", "record.publish")).toBe(true);
  });
  it("cannot invite people or change settings", () => {
    expect(may("editor", "members.manage")).toBe(false);
    expect(may("editor", "organisation.manage")).toBe(false);
  });
  it("cannot withdraw published words", () => {
    expect(may("editor", "record.withdraw")).toBe(false);
  });
  it("cannot sign off", () => {
    expect(may("editor", "review.write")).toBe(false);
  });
});

describe("a reviewer", () => {
  it("can read everything and review", () => {
    expect(may("reviewer", "workspace.read")).toBe(true);
    expect(may("reviewer", "review.write")).toBe(true);
  });
  it("cannot edit, publish or invite", () => {
    expect(may("reviewer", "workspace.edit")).toBe(false);
    expect(may("reviewer", "record.publish")).toBe(false);
    expect(may("reviewer", "members.manage")).toBe(false);
  });
});

describe("a refusal", () => {
  it("is 403 and says who can", () => {
    const scope = proveScope({ organisationId: "o", userId: "u", role: "reviewer" });
    expect(() => requireAbility(scope, "workspace.edit")).toThrow("Ask an editor or an owner.");
  });
  it("leaves nobody who both edits and signs off", () => {
    for (const role of roles) expect(may(role, "workspace.edit") && may(role, "review.write")).toBe(false);
  });
});
