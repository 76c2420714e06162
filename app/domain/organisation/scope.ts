/** What a member may do: owners run the organisation's space, editors do the work, reviewers (the board) read all and review. */
export const roles = ["owner", "editor", "reviewer"] as const;
export type Role = (typeof roles)[number];

declare const proof: unique symbol;

/**
 * Proof that this user has this role in this organisation. Operations in `db/` take it as their first argument, so a
 * plain id from a URL cannot pass as an authorised tenant. `tests/architecture.test.ts` lists who may call `proveScope`.
 */
export type Scope = {
  readonly organisationId: string;
  readonly userId: string;
  readonly role: Role;
  readonly [proof]: true;
};

/** Makes a Scope after membership has been checked (or for seeds, jobs and tests, which act for an organisation they made). */
export function proveScope(fact: { organisationId: string; userId: string; role: Role }): Scope {
  return fact as Scope;
}
