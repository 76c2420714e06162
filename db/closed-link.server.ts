import { eq } from "drizzle-orm";
import { writtenDay } from "#app/domain/dates/written-day.ts";
import { closedLink } from "#app/domain/organisation/private-link.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { inOrganisation, type Transaction } from "./client.server.ts";
import { loadLoops } from "./feedback-load.server.ts";
import { isReplaced, type Invited } from "./invitation-links.server.ts";
import type { HeldLink } from "./private-link.server.ts";
import { organisations } from "./schema/accounts.ts";

/**
 * What the holder of a closed link reads: no words, no answer and nothing about others, since it may have been found or stolen.
 * What it still does is take back what was said with it.
 */
export type ClosedLink = {
  /** Why it is closed. */
  sentence: string;
  organisation: string;
  /** A later link works in its place. */
  replaced: boolean;
  /** Of a loop: where and when something was said. */
  about: string | null;
  /** Nothing is left to take back. */
  takenBack: boolean;
};

/** @throws Refusal (404) when what it was about is not there */
export function readClosedLink(link: HeldLink, purpose: Invited["purpose"]): Promise<ClosedLink> {
  const { organisationId, subjectId, state } = link;
  if (state === "open") throw new Error("This link is open.");
  return inOrganisation(organisationId, null, async (tx) => {
    const [organisation] = await tx
      .select({ name: organisations.name })
      .from(organisations)
      .where(eq(organisations.id, organisationId));
    return {
      sentence: closedLink[state],
      organisation: organisation!.name,
      replaced: await isReplaced(tx, link, { organisationId, purpose, subjectId }),
      ...(purpose === "answer-loop" ? await saidAt(tx, link) : { about: null, takenBack: false }),
    };
  });
}

async function saidAt(tx: Transaction, { organisationId, subjectId }: HeldLink) {
  const [loop] = await loadLoops(tx, organisationId, [subjectId]);
  if (!loop) throw Refusal.notFound("page");
  return {
    about: `“${loop.source.title}”, on ${writtenDay(loop.saidOn)}`,
    takenBack: loop.takenBackOn !== null,
  };
}
