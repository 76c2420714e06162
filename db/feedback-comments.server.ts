import { randomUUID } from "node:crypto";
import { commentSubject, publicComments, type CommentContent } from "#app/domain/feedback/comment.ts";
import { detailWarnings } from "#app/domain/feedback/save-warnings.ts";
import { staysOnShow } from "#app/domain/feedback/steps.ts";
import type { CommentUse } from "#app/domain/feedback/voice.ts";
import type { Publishable } from "#app/domain/publishing/publishable.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Transaction } from "./client.server.ts";
import { withdrawSubject } from "./record-withdraw.server.ts";
import { londonToday } from "./today.server.ts";

type Commented = { comment: string; commentUse: CommentUse };

/** @throws Refusal (400) to point out contact details in a comment that is to be published, until `confirmed` */
export function requireLookedAt({ comment, commentUse }: Commented, confirmed = false): void {
  const warnings = commentUse === "public" ? detailWarnings([comment]) : [];
  if (warnings.length > 0 && !confirmed) throw Refusal.invalid({ confirmed: warnings });
}

/**
 * What becomes of a comment when its writer answers again: changed or narrowed, it goes from every page at once, and from the
 * public record if it was published there. Returns what to store beside the new answer.
 */
export async function changeComment<Voice extends Commented>(
  tx: Transaction,
  owner: { organisationId: string; id: string },
  before: (Commented & { released: Voice | null; commentId: string }) | undefined,
  now: Commented,
): Promise<{ released: Voice | null; commentId: string }> {
  if (!before) return { released: null, commentId: randomUUID() };
  const { released, commentId } = before;
  const silenced = released && !staysOnShow(released, now) ? { ...released, comment: "" } : released;
  if (staysOnShow(before, now) && silenced === released) return { released, commentId };
  await withdrawSubject(tx, owner.organisationId, commentSubject(owner.id, commentId), londonToday());
  return { released: silenced, commentId: randomUUID() };
}

/** The comments of one loop or round that are meant for the public. */
export function commentPublishables(
  owner: string,
  voices: Parameters<typeof publicComments>[0],
  about: { effectiveOn: string; label: string; commitment?: string },
): Publishable[] {
  const { effectiveOn, label, commitment } = about;
  return publicComments(voices).map(({ id, text }) => ({
    kind: "comment",
    subject: commentSubject(owner, id),
    effectiveOn,
    content: { text, ...(commitment ? { commitment } : {}) } satisfies CommentContent,
    label,
  }));
}
