import { writtenDay } from "../dates/written-day.ts";
import { agrees, type Tally } from "../feedback/attestation.ts";
import { type CommitmentView, verdictIn } from "../journey/commitment-view.ts";
import type { AgendaItem } from "./agenda.ts";

type Claimed = { id: string; title: string; status: string; statusOn: string };
/** People affected were asked about a commitment; `tally` is null while too few have answered. */
type Asked = { commitmentId: string; openedOn: string; tally: Tally | null };

/**
 * What is said to be done, and what the people affected say of it: as the organisation's own books have it, and where these no
 * longer claim it, as the public still reads it. The last round that enough people answered counts.
 * @param rounds of all commitments, in any order
 * @param published commitments in the public record; none before anything is public
 * @param base address of the list of commitments
 */
export function claimItems(
  facts: { claims: readonly Claimed[]; rounds: readonly Asked[]; published: readonly CommitmentView[] },
  base: string,
): AgendaItem[] {
  const own = facts.claims.filter(({ status }) => status === "done");
  const told = new Set(own.map(({ id }) => id));
  const outside = facts.published.filter(
    ({ id, standing }) => standing.status === "done" && standing.agreement !== "agreed" && !told.has(id),
  );
  return [
    ...own.flatMap(({ id, title, statusOn }): AgendaItem[] => {
      const rounds = facts.rounds
        .filter(({ commitmentId }) => commitmentId === id)
        .sort((a, b) => a.openedOn.localeCompare(b.openedOn));
      const verdict = rounds.findLast(({ tally }) => tally !== null);
      if (verdict?.tally && agrees(verdict.tally)) return [];
      const claim = `We say since ${writtenDay(statusOn)} that it is done.`;
      return [
        verdict?.tally
          ? {
              concern: "claim-disputed",
              title,
              because: `${claim} The people affected do not agree: ${tallyWords(verdict.tally)}.`,
              href: `${base}/${id}/review`,
              commitmentId: id,
              since: later(statusOn, verdict.openedOn),
            }
          : {
              concern: "claim-not-attested",
              title,
              because: `${claim} ${rounds.length > 0 ? "Too few of the people affected have answered to tell whether they agree." : "Nobody affected was asked."}`,
              href: `${base}/${id}/review`,
              commitmentId: id,
              since: statusOn,
            },
      ];
    }),
    ...outside.map(({ id, title, standing, attestations }): AgendaItem => {
      const disputed = standing.agreement === "disputed";
      return {
        concern: disputed ? "claim-disputed" : "claim-not-attested",
        title,
        because: disputed
          ? "The public still reads that it is done. The people affected do not agree."
          : "The public still reads that it is done. The people affected have not confirmed it.",
        href: `${base}/${id}/review`,
        commitmentId: id,
        since: later(standing.since, (disputed && verdictIn(attestations)?.on) || standing.since),
      };
    }),
  ];
}

function tallyWords(tally: Tally): string {
  const tail = tally["cannot-tell"] > 0 ? `, ${tally["cannot-tell"]} cannot tell` : "";
  return `${tally.kept} say kept, ${tally.partly} partly, ${tally["not-kept"]} not kept${tail}`;
}

const later = (a: string, b: string) => (a > b ? a : b);
