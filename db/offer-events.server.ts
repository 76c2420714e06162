import { and, asc, eq } from "drizzle-orm";
import type { OfferState } from "#app/domain/remuneration/offer-change.ts";
import type { Transaction } from "./client.server.ts";
import { offerEvents } from "./schema/remuneration.ts";

export type NewOfferEvent = {
  organisationId: string;
  offerId: string;
  kind: "changed" | "withdrawn" | "chosen" | "received";
  saidBy: "person" | "member";
  member?: string | null;
  was?: OfferState;
  now?: OfferState;
  reason?: string;
  /** ISO date; today in London when not given. */
  happenedOn?: string;
};

/** Writes down what became of an offer, in the transaction in which it did. */
export async function noteOfferEvent(tx: Transaction, event: NewOfferEvent): Promise<void> {
  await tx.insert(offerEvents).values(event);
}

/** An offer's story, oldest first. */
export function offerEventsOf(tx: Transaction, organisationId: string, offerId: string) {
  return tx
    .select()
    .from(offerEvents)
    .where(and(eq(offerEvents.organisationId, organisationId), eq(offerEvents.offerId, offerId)))
    .orderBy(asc(offerEvents.createdAt), asc(offerEvents.id));
}
