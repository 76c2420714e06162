import type { Role } from "#app/domain/organisation/scope.ts";

export type Permission = {
  /** What the rule says. */
  says: string;
  /** The forms it is about: an address without its organisation, and in brackets the form's intent where it has one. */
  forms: RegExp;
  may: readonly Role[];
};

/**
 * Who may send which form of a workspace. The first sentence that fits a form counts; the last fits whatever is left. It says
 * again, from outside, what app/domain/organisation/permissions.ts decides: a route that forgets to ask fails here.
 */
export const permissionTable: readonly Permission[] = [
  {
    says: "a reviewer signs a question or a decision; an owner and an editor cannot sign off their own work",
    forms: /^\/commitments\/:id\/review \(decide\)$|^\/board\/clearance$/,
    may: ["reviewer"],
  },
  {
    says: "a reviewer asks for a second pair of eyes; those who are looked at cannot switch it off",
    forms: /^\/board\/meetings \(four-eyes\)$/,
    may: ["reviewer"],
  },
  {
    says: "an owner and a reviewer plan and record meetings of the board",
    forms: /^\/board\/meetings /,
    may: ["owner", "reviewer"],
  },
  {
    says: "a reviewer answers what somebody feared to say; nobody who does the work can",
    forms: /^\/feedback\/protected/,
    may: ["reviewer"],
  },
  {
    says: "everybody chooses their own reminders",
    forms: /^\/reminders/,
    may: ["owner", "editor", "reviewer"],
  },
  {
    says: "everybody may look at a calendar file, which is not kept",
    forms: /^\/sessions\/import/,
    may: ["owner", "editor", "reviewer"],
  },
  {
    says: "an owner invites people, changes what they may do, and removes them",
    forms: /^\/members/,
    may: ["owner"],
  },
  {
    says: "an owner changes the organisation's settings and sends its mail again",
    forms: /^\/(?:settings|mail)/,
    may: ["owner"],
  },
  {
    says: "an owner brings in frameworks and instruments",
    forms: /^\/(?:frameworks|audit\/instruments)/,
    may: ["owner"],
  },
  {
    says: "an owner takes published words back",
    forms: /^\/record/,
    may: ["owner"],
  },
  {
    says: "an owner allows more to be spent than a fund's line holds",
    forms: /^\/pay\/funds\/:id\/overspend/,
    may: ["owner"],
  },
  {
    says: "an owner says when a festival was announced, and takes it back",
    forms: /^\/sessions\/local \((?:announce|withdraw)\)$/,
    may: ["owner"],
  },
  {
    says: "an owner and an editor do everything else; a reviewer reads all and edits nothing",
    forms: /./,
    may: ["owner", "editor"],
  },
];

/** A form by hand, for what the demonstration shows no form of. Its ids lead nowhere, so that it changes nothing. */
export type ByHand = { form: string; action: string; fields: [string, string][] };

const nowhere = "0190a4b2-7c3d-7e5f-8a9b-0c1d2e3f4a5b";
const chosen = `pay-summary:${nowhere} ${"0".repeat(64)}`;

/**
 * Every form that links do not lead to in the demonstration, and those that would leave it changed for the tests that follow:
 * people removed, words, personas and offers taken back, a second pair of eyes asked for.
 */
export const byHand: readonly ByHand[] = [
  byIntent("/board/clearance", "", [
    ["chosen[0]", chosen],
    ["decision", "accept"],
    ["text", "As it stands."],
  ]),
  byIntent("/feedback/protected", "", [
    ["id", nowhere],
    ["answer", "We have looked into it."],
  ]),
  byIntent("/feedback/loops/:id/links.csv"),
  byIntent("/feedback/attestations/:id/rounds/:round", "off", [["number", "1"]]),
  byIntent("/feedback/attestations/:id/rounds/:round", "letter", [["number", "1"]]),
  byIntent("/audit/import/:id", "import"),
  byIntent("/audit/import/:id", "drop"),
  byIntent("/pay/import/:id", "import"),
  byIntent("/pay/import/:id", "forget"),
  byIntent("/pay/funds/:id/carry"),
  byIntent("/publish", "", [["fingerprint", "0".repeat(64)]]),
  byIntent("/mail", "", [["id", nowhere]]),
  byIntent("/members", "role", [
    ["member", nowhere],
    ["role", "editor"],
  ]),
  byIntent("/members", "remove", [["member", nowhere]]),
  byIntent("/record", "", [
    ["entry", "99999"],
    ["reason", "It named somebody."],
    ["understood", "on"],
  ]),
  byIntent("/board/meetings", "four-eyes"),
  byIntent("/personas/:id", "take-back", [["sure", "yes"]]),
  byIntent("/pay/offers/:id/withdraw", "", [["reason", "It was offered twice."]]),
  byIntent("/sessions/local", "remove-holiday", [["id", nowhere]]),
  byIntent("/recruitment/benchmarks", "set-aside", [["id", nowhere]]),
  byIntent("/sessions/polls/new"),
  byIntent("/sessions/polls/:id", "close"),
  byIntent("/sessions/polls/:id", "revoke"),
  byIntent("/personas/:id/makers"),
];

function byIntent(pattern: string, intent = "", fields: [string, string][] = []): ByHand {
  return {
    form: intent ? `${pattern} (${intent})` : pattern,
    action: pattern.replace(/:\w+/g, nowhere),
    fields: intent ? [["intent", intent], ...fields] : fields,
  };
}

/** What takes forms and has no organisation in its address, by who may send them. Nothing there asks for a role. */
export const withoutRole = {
  anybody: [
    "/set-up",
    "/sign-in",
    "/sign-out",
    "/forgotten",
    "/journeys/:slug/ask",
    "/journeys/:slug/ask/answer",
  ],
  "whoever is signed in": ["/account", "/account/organisations"],
  "whoever holds the link": [
    "/agree-pay/:token",
    "/answer-session/:token",
    "/attest/:token",
    "/audit/:token",
    "/check-in/:token",
    "/heard/:token",
    "/invitations/:token",
    "/letters/:token",
    "/letters/:token/at-once",
    "/personas/makers/:token",
    "/reset/:token",
  ],
};
