import type { Scope } from "#app/domain/organisation/scope.ts";
import type { Publishable } from "#app/domain/publishing/publishable.ts";
import { listAuditPublishables } from "./audit-publishables.server.ts";
import type { Transaction } from "./client.server.ts";
import { listCommitmentPublishables } from "./commitment-publishables.server.ts";
import { listPayPublishables } from "./pay-summary.server.ts";
import { listFeedbackPublishables } from "./feedback-publishables.server.ts";
import { listRecruitmentPublishables } from "./recruitment-publishables.server.ts";
import { listSessionPublishables } from "./session-publishables.server.ts";
import { listHandoutPublishables } from "./handout.server.ts";
import { listPersonaPublishables } from "./persona-publishables.server.ts";
import { listReviewPublishables } from "./review-publishables.server.ts";

type ListPublishables = (tx: Transaction, scope: Scope) => Promise<Publishable[]>;

/** One for each room that has something for the public. A room that begins to publish adds its own here. */
const rooms: readonly ListPublishables[] = [
  listCommitmentPublishables,
  listAuditPublishables,
  listReviewPublishables,
  listFeedbackPublishables,
  listPayPublishables,
  listPersonaPublishables,
  listRecruitmentPublishables,
  listSessionPublishables,
  listHandoutPublishables,
];

/** Everything in the workspace that is meant for the public, as it stands now. */
export async function listPublishables(tx: Transaction, scope: Scope): Promise<Publishable[]> {
  const found: Publishable[] = [];
  for (const list of rooms) found.push(...(await list(tx, scope)));
  return found;
}
