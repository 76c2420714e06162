import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tellHistory } from "#app/domain/organisation/history.ts";
import { invitationState } from "#app/domain/organisation/invitation.ts";
import { keepAnOwner } from "#app/domain/organisation/last-owner.ts";
import { linkState } from "#app/domain/organisation/private-link.ts";
import { type Role, roles } from "#app/domain/organisation/scope.ts";
import { freeSlug, slugOf } from "#app/domain/organisation/slug.ts";

describe("the last owner", () => {
  const alone = [
    { userId: "ann", role: "owner" },
    { userId: "bo", role: "editor" },
  ] as const;

  it("cannot be removed or demoted", () => {
    expect(() => keepAnOwner(alone, "ann", null)).toThrow("Make somebody else an owner first");
    expect(() => keepAnOwner(alone, "ann", "reviewer")).toThrow("Make somebody else an owner first");
  });
  it("can stay owner, and others can come and go", () => {
    expect(() => keepAnOwner(alone, "ann", "owner")).not.toThrow();
    expect(() => keepAnOwner(alone, "bo", null)).not.toThrow();
  });
  it("remains, whatever changes are tried", () => {
    const member = fc.record({
      userId: fc.constantFrom("a", "b", "c", "d"),
      role: fc.constantFrom(...roles),
    });
    const change = fc.record({
      userId: fc.constantFrom("a", "b", "c", "d"),
      next: fc.constantFrom<Role | null>(...roles, null),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(member, { selector: (one) => one.userId }),
        fc.array(change),
        (others, changes) => {
          let members = [{ userId: "z", role: "owner" as Role }, ...others];
          for (const { userId, next } of [...changes, { userId: "z", next: null }]) {
            try {
              keepAnOwner(members, userId, next);
            } catch {
              continue;
            }
            members = members
              .filter((one) => one.userId !== userId || next !== null)
              .map((one) => (one.userId === userId && next ? { ...one, role: next } : one));
          }
          expect(members.some((one) => one.role === "owner")).toBe(true);
        },
      ),
    );
  });
});

describe("an invitation", () => {
  const expiresAt = new Date("2026-05-01T12:00:00Z");
  const fresh = { expiresAt, acceptedAt: null, revokedAt: null };
  const at = (iso: string) => new Date(iso);

  it("is open until the moment it expires", () => {
    expect(invitationState(fresh, at("2026-05-01T11:59:59.999Z"))).toBe("open");
    expect(invitationState(fresh, expiresAt)).toBe("expired");
  });
  it("that was used in time stays used, and one taken back stays taken back", () => {
    expect(invitationState({ ...fresh, acceptedAt: expiresAt }, at("2027-01-01T00:00:00Z"))).toBe("accepted");
    expect(invitationState({ ...fresh, revokedAt: expiresAt }, at("2026-04-01T00:00:00Z"))).toBe("revoked");
  });
});

describe("a private link", () => {
  const link = {
    expiresAt: new Date("2026-05-01T12:00:00Z"),
    revokedAt: null,
    usedAt: new Date("2026-04-01T12:00:00Z"),
  };
  const now = new Date("2026-04-02T12:00:00Z");

  it("stays open after use unless it works once", () => {
    expect(linkState(link, now)).toBe("open");
    expect(linkState(link, now, { once: true })).toBe("used");
  });
  it("that is switched off says so even when it has expired too", () => {
    expect(linkState({ ...link, revokedAt: now }, new Date("2027-01-01T00:00:00Z"))).toBe("revoked");
  });
});

describe("an organisation's address", () => {
  it.each([
    ["St John's & Partners", "st-johns-and-partners"],
    ["  Prifysgol Gwlad-y-Bryn  ", "prifysgol-gwlad-y-bryn"],
    ["Équipe Été", "equipe-ete"],
    ["مؤسسة", "organisation"],
  ])("of %s is %s", (name, slug) => expect(slugOf(name)).toBe(slug));

  it("always fits the database's pattern", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (name) => {
        expect(slugOf(name)).toMatch(/^(?=.{1,50}$)[a-z0-9]+(-[a-z0-9]+)*$/);
      }),
    );
  });
  it("takes the next free number", () => {
    expect(freeSlug("Alder", new Set(["alder", "alder-2", "alder-4"]))).toBe("alder-3");
  });
});

it("tells history as the end of a sentence", () => {
  expect(tellHistory("role-changed", { name: "Sam", was: "editor", now: "owner" })).toBe(
    "made Sam owner (was editor)",
  );
});
