import { Refusal } from "../refusal.ts";
import type { Role, Scope } from "./scope.ts";

/**
 * Who may do what. Reviewers cannot edit and editors cannot sign off: whoever does the work never approves it.
 * One list, so that a page, an operation and a test cannot disagree.
 */
const allowed = {
  "workspace.read": ["owner", "editor", "reviewer"],
  "workspace.edit": ["owner", "editor"],
  "record.publish": ["owner", "editor"],
  "record.withdraw": ["owner"],
  "members.manage": ["owner"],
  "organisation.manage": ["owner"],
  "framework.import": ["owner"],
  "review.write": ["reviewer"],
  "board.plan": ["owner", "reviewer"],
  "protected-challenge.read": ["reviewer"],
} as const satisfies Record<string, readonly Role[]>;

export type Ability = keyof typeof allowed;

const refusals: Record<Ability, string> = {
  "workspace.read": "Only members of this organisation can see this page.",
  "workspace.edit": "Reviewers can read everything here but cannot change it. Ask an editor or an owner.",
  "record.publish": "Only owners and editors can publish. Ask one of them.",
  "record.withdraw": "Only an owner can withdraw published words.",
  "members.manage": "Only an owner can invite people or change their roles.",
  "organisation.manage": "Only an owner can change the organisation's settings.",
  "framework.import": "Only an owner can import a framework.",
  "review.write": "Only board reviewers can review and decide. Editors cannot sign off their own work.",
  "board.plan": "Only board reviewers and owners can record meetings.",
  "protected-challenge.read": "Only board reviewers can read protected challenges.",
};

export function can(role: Role, ability: Ability): boolean {
  return (allowed[ability] as readonly Role[]).includes(role);
}

/** @throws Refusal (403) with a sentence that says who can. */
export function requireAbility(scope: Scope, ability: Ability): void {
  if (!can(scope.role, ability)) throw Refusal.forbidden(refusals[ability]);
}
