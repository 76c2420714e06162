import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { commitmentOfPublishable } from "#app/domain/review/about.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import type { Publishable } from "#app/domain/publishing/publishable.ts";
import type { Transaction } from "./client.server.ts";
import { listCommitmentPublishables } from "./commitment-publishables.server.ts";

/** What a reviewer has before them: everything of one commitment that is meant for the public, and its fingerprint. */
export type Seen = { fingerprint: string; items: Publishable[] };

/** By commitment; the same handful of queries whether one is asked for or all. */
export async function contentsOf(tx: Transaction, scope: Scope): Promise<Map<string, Seen>> {
  const groups = new Map<string, Publishable[]>();
  for (const item of await listCommitmentPublishables(tx, scope)) {
    const commitment = commitmentOfPublishable(item);
    if (commitment) groups.set(commitment, [...(groups.get(commitment) ?? []), item]);
  }
  return new Map([...groups].map(([id, items]) => [id, { fingerprint: fingerprintOf(items), items }]));
}

/** SHA-256 over the canonical words (RFC 8785), in an order that does not depend on the database. */
function fingerprintOf(items: readonly Publishable[]): string {
  const said = items
    .map(({ kind, subject, effectiveOn, content }) => canonicalize({ kind, subject, effectiveOn, content })!)
    .sort();
  return createHash("sha256").update(JSON.stringify(said)).digest("hex");
}
